import type { Analytics, Area, Figure } from '../indicators/index.ts';
import { callerError } from '../kernel/coded-error.ts';
import { type Period, periodBefore } from '../kernel/period.ts';
import type { Card, Item, ScoredLevel } from './card.ts';
import { drawScores, scoreInterval, variance } from './noise.ts';
import { type Scored, scoreOf } from './score.ts';
import { linesOf, type Measured, type ScoreLine, withZeros } from './score-line.ts';
import { choiceEffects, type RankSpan } from './sensitivity.ts';
import { drawnRanks, joint, type Standing, standingOf } from './standing.ts';

/** What a score depends on beside what it is meant to measure. */
export interface Uncertainty {
  /** 95 % of the scores that could have come about by chance. */
  readonly interval: { readonly lower: number; readonly upper: number };
  /** Lowest and highest score over weights and aggregations that could have been chosen; null where one area alone has a score. */
  readonly byChoice: { readonly lowest: number; readonly highest: number } | null;
  /** Ranks over all choices and draws. null where fewer than two areas have a score. */
  readonly ranks: RankSpan | null;
  readonly standing: Standing;
}

/** The score of an area, and how it came about. */
export interface AreaScore {
  readonly area: Area;
  readonly lines: readonly ScoreLine[];
  /** Share of the weights (0..1) that has a figure. */
  readonly coverage: number;
  /** null: too little is covered. */
  readonly scored: (Scored & Uncertainty) | null;
  /** A figure can still change. */
  readonly isProvisional: boolean;
}

export interface CardResult {
  readonly card: Card;
  readonly period: Period;
  readonly level: ScoredLevel;
  /** The earliest cut-off of the data; null where a department did not answer. */
  readonly asOf: string | null;
  /** By code, never by score. */
  readonly areas: readonly AreaScore[];
  /** Ways of scoring that were tried, and items on which the areas do not differ. */
  readonly scenarios: number;
  readonly dropped: readonly string[];
  /** Some figures are rounded for whoever asks: to others the scores are others. */
  readonly isRounded: boolean;
  /** The share (0..1) of the variance between areas that is more than noise; null with fewer than three scores. */
  readonly reliability: number | null;
}

export interface CardRequest {
  /** Code of the county. */
  readonly county: string;
  readonly period: Period;
  /** In place of the card's. */
  readonly level?: ScoredLevel;
  readonly signal?: AbortSignal;
}

/**
 * Scores every area of a card's level in a period.
 * @throws CodedError BAD_PERIOD for a period of another unit than the card's
 * @throws ClientError when there is no gateway
 */
export async function runCard(analytics: Analytics<string>, card: Card, request: CardRequest): Promise<CardResult> {
  const { county, period, level = card.level, signal } = request;
  if (period.unit !== card.period) {
    throw callerError('BAD_PERIOD', {
      expected: `a ${card.period.toLowerCase()}, by which ${card.id} scores`,
      got: period.label,
      todo: 'write it as 2026-08, 2026-Q3 or 2026',
    });
  }
  const yearBefore = periodBefore(period, { MONTH: 12, QUARTER: 4, YEAR: 1 }[period.unit]);
  const compares = card.items.some(({ rule }) => rule.kind === 'improvement');
  const figures = await analytics.figures({
    indicators: [...new Set(card.items.map(({ definition }) => definition.id))],
    periods: [period.label, ...(compares ? [yearBefore.label] : [])],
    ...(level === 'COUNTY' ? { areas: [county] } : { within: county, level }),
    ...(signal === undefined ? {} : { signal }),
  });
  return scoreFigures(card, figures, { period, before: yearBefore, level });
}

/** The same out of figures that are there. */
export function scoreFigures(
  card: Card,
  figures: readonly Figure[],
  { period, before, level }: { readonly period: Period; readonly before: Period; readonly level: ScoredLevel },
): CardResult {
  const areas = [...new Map(figures.map(({ area }) => [area.code, area])).values()].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
  const byKey = new Map(figures.map(figure => [keyOf(figure, figure.area.code, figure.period.label), figure]));
  const measuredItems = card.items.map(item => areas.flatMap(area => measured(item, area, byKey, period, before)));
  // The definition that held in the period may lack a form or part: then no area has the item.
  const isThere = (_: unknown, i: number): boolean => measuredItems[i]?.length === areas.length;
  const held = { ...card, items: card.items.filter(isThere) };
  const byItem = measuredItems.filter(isThere).map(each => linesOf(each));
  const rows = areas.map((area, at) => ({ area, lines: withZeros(byItem.flatMap(lines => lines[at] ?? [])) }));
  const plain = rows.map(({ area, lines }) => {
    const coverage = coverageOf(lines);
    const enough = coverage >= card.coverage - 1e-9;
    const scored = enough
      ? scoreOf(
          held,
          lines.map(({ limitedMarks }) => limitedMarks),
        )
      : null;
    return { area, lines, coverage, scored, isProvisional: lines.some(isProvisional) };
  });
  const seed = `${card.id} ${period.label}`;
  const asOf = figures.reduce<string | null>((least, each) => earlier(least, each.asOf), '9999-12-31');
  const isRounded = figures.some(({ roundedTo }) => roundedTo !== null);
  return { card, period, level, asOf, isRounded, ...judged(held, plain, seed) };
}

function earlier(one: string | null, other: string | null): string | null {
  return one === null || other === null ? null : one < other ? one : other;
}

type Plain = Omit<AreaScore, 'scored'> & { readonly scored: Scored | null };

/** Adds what the scores depend on beside what they are meant to measure. */
function judged(card: Card, plain: readonly Plain[], seed: string) {
  const known = plain.flatMap(each => (each.scored === null ? [] : [{ ...each, scored: each.scored }]));
  const draws = known.map(({ area, lines }) => drawScores(card, lines, `${seed} ${area.code}`));
  const scores = known.map(({ scored }) => scored.score);
  const shares = known.map(({ lines }) =>
    lines.map(({ item, limitedMarks }) => (limitedMarks === null ? null : limitedMarks / item.full)),
  );
  const effects = known.length < 2 ? null : choiceEffects(card, shares, scores);
  const spans = known.length < 2 ? [] : drawnRanks(draws);
  const uncertain = new Map(
    known.map(({ area, scored }, i) => {
      const effect = effects?.areas[i] ?? null;
      const span = joint(effect?.ranks ?? null, spans[i] ?? null);
      const interval = scoreInterval(scored.score, draws[i] ?? new Float64Array());
      const byChoice = effect && { lowest: effect.lowest, highest: effect.highest };
      const said: Uncertainty = { interval, byChoice, ranks: span, standing: standingOf(span, known.length) };
      return [area.code, said];
    }),
  );
  const areas = plain.map((each): AreaScore => {
    const said = uncertain.get(each.area.code);
    return { ...each, scored: each.scored === null || said === undefined ? null : { ...each.scored, ...said } };
  });
  const { scenarios, dropped } = effects ?? { scenarios: 0, dropped: [] };
  return { areas, scenarios, dropped, reliability: reliabilityOf(scores, draws) };
}

function reliabilityOf(scores: readonly number[], draws: readonly Float64Array[]): number | null {
  const between = variance(scores);
  if (scores.length < 3 || !(between > 0)) return null;
  const noise = draws.reduce((sum, each) => sum + variance(each), 0) / draws.length;
  return Math.max(0, 1 - noise / between);
}

function keyOf({ id, form, part }: Pick<Figure, 'id' | 'form' | 'part'>, area: string, period: string): string {
  return JSON.stringify([id, form, part, area, period]);
}

/** Figures of an item and area; none where the definition of the period has no such form or part. */
function measured(
  item: Item,
  area: Area,
  byKey: ReadonlyMap<string, Figure>,
  period: Period,
  before: Period,
): Measured[] {
  const what = { id: item.definition.id, form: item.form, part: item.part };
  const figure = byKey.get(keyOf(what, area.code, period.label));
  if (figure === undefined) return [];
  const isCompared = item.rule.kind === 'improvement';
  const earlierFigure = isCompared ? (byKey.get(keyOf(what, area.code, before.label)) ?? null) : null;
  return [{ item, figure, before: earlierFigure }];
}

/** What a rule filled in does not count, but 0 marks for nothing to do do: the card says so. */
function coverageOf(lines: readonly ScoreLine[]): number {
  const counts = lines.filter(({ item, madeBy }) => !item.bonus && (madeBy === 'figure' || madeBy === 'zero'));
  return counts.reduce((sum, { item }) => sum + item.weight, 0) / 100;
}

function isProvisional({ figure, before, madeBy }: ScoreLine): boolean {
  return madeBy === 'figure' && (figure.status === 'provisional' || before?.status === 'provisional');
}
