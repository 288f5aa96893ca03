import { unitNames } from '../kernel/unit.ts';
import type { County } from '../kernel/county.ts';
import { loadCounty } from '../kernel/county.ts';
import { callerError } from '../kernel/coded-error.ts';
import { parsePeriod } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import {
  type AreaScore,
  type CardResult,
  isKnown,
  marksText,
  plain,
  runCard,
  type ScoredLevel,
  type ScoreLine,
} from '../scorecard/index.ts';
import { analyticsOfCounty } from './county-indicators.ts';
import { cardOf, cardsOf } from './county-scorecards.ts';
import { csv } from './csv.ts';
import { type StoreOptions, withStore } from './open-county-store.ts';
import { scorecardJson } from './scorecard-json.ts';
import { reasonText, scorecardWords, statusWord } from './scorecard-words.ts';
import { table } from './terminal-table.ts';
import { type StandingVetoes, standingVetoes } from './vetoes.ts';
import { type AskingOptions, withClient } from './with-client.ts';

export interface ScorecardOptions extends StoreOptions, AskingOptions {
  readonly card: string;
  readonly period: string;
  readonly level?: ScoredLevel;
  /** Only these areas are printed; all are scored. */
  readonly area?: readonly string[];
  readonly explain?: boolean;
  readonly signers?: string;
  readonly language: Language;
  readonly format: 'table' | 'json' | 'csv';
}

export function listCards(options: Pick<ScorecardOptions, 'county' | 'language' | 'format'>): void {
  const { language, format } = options;
  const cards = cardsOf(loadCounty(options.county));
  const { list, aggregation } = scorecardWords[language];
  const rows = cards.map(card => [
    card.id,
    card.name[language],
    card.period,
    card.level,
    String(card.items.length),
    aggregation[card.aggregation],
  ]);
  if (format === 'json')
    console.log(
      JSON.stringify(
        cards.map(({ id, name, period, level, items }) => ({ id, name, period, level, items: items.length })),
        null,
        2,
      ),
    );
  else console.log(format === 'csv' ? csv([[...list], ...rows]) : table([[...list], ...rows], [4]));
}

/** Scores the areas of a card, and prints how each score came about, what of it is noise, and the vetoes beside it. */
export async function runScorecard(options: ScorecardOptions): Promise<void> {
  const period = parsePeriod(options.period);
  await withStore(options, async ({ vetoes }, county) => {
    const card = cardOf(county, options.card);
    const result = await withClient(county, options, client =>
      runCard(analyticsOfCounty(county, client), card, {
        county: county.code,
        period,
        ...(options.level === undefined ? {} : { level: options.level }),
      }),
    );
    const standing = standingVetoes(county, await vetoes.all(), options);
    print({ ...result, areas: chosenAreas(result, options.area) }, county, standing, options);
  });
}

function chosenAreas({ areas }: CardResult, wanted: readonly string[] | undefined): AreaScore[] {
  if (wanted === undefined) return [...areas];
  return wanted.map(text => {
    const found = areas.find(({ area }) => area.code === text || area.name === text);
    if (found !== undefined) return found;
    throw callerError('UNKNOWN_AREA', {
      expected: 'the code or name of an area that the card scores',
      got: JSON.stringify(text),
      todo: 'leave --area out to see all',
    });
  });
}

function print(result: CardResult, county: County, vetoes: StandingVetoes, options: ScorecardOptions): void {
  const { format, language, explain = false } = options;
  if (format === 'json') {
    console.log(JSON.stringify(scorecardJson(result, county.ranking, vetoes), null, 2));
    return;
  }
  if (format === 'csv') {
    console.log(csv(explain ? explainRows(result, language) : summaryRows(result, county.ranking, vetoes, language)));
    return;
  }
  const { card, period, asOf } = result;
  const words = scorecardWords[language];
  console.log(`${card.name[language]}  ${period.label}  (${words.asOf} ${asOf ?? '?'})`);
  if (card.note !== null) console.log(card.note[language]);
  console.log(`\n${table(summaryRows(result, county.ranking, vetoes, language), [2, 5])}\n`);
  for (const sentence of notes(result, county.ranking, language)) console.log(sentence);
  if (explain) for (const each of result.areas) console.log(`\n${explained(each, result, language)}`);
}

function notes({ scenarios, dropped, reliability }: CardResult, ranking: boolean, language: Language): string[] {
  const words = scorecardWords[language];
  return [
    ...(reliability === null ? [] : [words.reliability(percent(reliability))]),
    ...(scenarios === 0 ? [] : [words.scenarios(scenarios)]),
    ...(dropped.length === 0 ? [] : [words.dropped(dropped.join(', '))]),
    ...(ranking || scenarios === 0 ? [] : [words.noRanking]),
  ];
}

function percent(share: number): string {
  return `${plain(share * 100, 0)} %`;
}

function span(one: number | null, other: number | null, digits = 1): string {
  return `${one === null ? '…' : plain(one, digits)} – ${other === null ? '…' : plain(other, digits)}`;
}

function summaryRows(
  { areas, card }: CardResult,
  ranking: boolean,
  vetoes: StandingVetoes,
  language: Language,
): string[][] {
  const words = scorecardWords[language];
  const head: string[] = [...words.head];
  if (ranking) head[6] = words.ranks;
  const rows = areas.map(({ area, scored, coverage, isProvisional }) => [
    area.code,
    area.name ?? '',
    scored === null ? '—' : scored.score.toFixed(2),
    scored === null ? '' : span(scored.interval.lower, scored.interval.upper),
    scored === null || scored.byChoice === null ? '' : span(scored.byChoice.lowest, scored.byChoice.highest),
    percent(coverage),
    placeOf(scored, ranking, language),
    vetoes
      .of(area.code, card)
      .map(veto => veto.told(language))
      .join('; '),
    scored === null
      ? words.notEnough(percent(coverage), percent(card.coverage))
      : isProvisional
        ? words.provisional
        : '',
  ]);
  return [head, ...rows];
}

function placeOf(scored: AreaScore['scored'], ranking: boolean, language: Language): string {
  if (scored === null) return '';
  if (!ranking) return scorecardWords[language].standing[scored.standing];
  return scored.ranks === null ? '' : `${plain(scored.ranks.best, 0)} – ${plain(scored.ranks.worst, 0)}`;
}

function explainRows({ areas }: CardResult, language: Language): string[][] {
  const { items, head } = scorecardWords[language];
  const rows = areas.flatMap(each =>
    each.lines.map((line, i) => [each.area.code, each.area.name ?? '', ...lineRow(line, pointsAt(each, i), language)]),
  );
  return [[...head.slice(0, 2), ...items], ...rows];
}

function pointsAt({ scored }: AreaScore, item: number): number | null {
  return scored?.points[item] ?? null;
}

function lineRow(line: ScoreLine, points: number | null, language: Language): string[] {
  const { item, figure, before, madeBy, reason, marks, limitedMarks } = line;
  const words = scorecardWords[language];
  const unit = unitNames[figure.unit][language];
  const value = (each: typeof figure): string => (isKnown(each) ? plain(each.value) : '—');
  const year =
    item.rule.kind === 'improvement' ? ` (${words.improvement} ${before === null ? '—' : value(before)})` : '';
  const limit = marks !== null && limitedMarks !== null && marks !== limitedMarks ? `→ ${plain(limitedMarks)}` : '';
  const notes = [
    reason === null ? '' : reasonText(reason, language),
    words.madeBy[madeBy],
    madeBy === 'zero' ? (item.missing.why?.[language] ?? '') : '',
    statusWord(figure, language),
  ];
  return [
    item.definition.name[language],
    `${value(figure)} ${unit}${year}`.trim(),
    figure.interval === null ? '' : span(figure.interval.lower, figure.interval.upper, 2),
    marksText(line) ?? (marks === null ? '—' : plain(marks)),
    limit,
    item.bonus ? `+${plain(item.weight)}` : plain(item.weight),
    points === null ? '—' : plain(points),
    notes.filter(note => note !== '').join('; '),
  ];
}

function explained(each: AreaScore, { card }: CardResult, language: Language): string {
  const { area, lines, scored } = each;
  const words = scorecardWords[language];
  const rows = lines.map((line, i) => lineRow(line, pointsAt(each, i), language));
  const text = [`${area.name ?? ''} ${area.code}`, table([[...words.items], ...rows], [5, 6])];
  if (scored === null) return [...text, words.notEnough(percent(each.coverage), percent(card.coverage))].join('\n');
  const groups = scored.groups.map(({ id, sum, floor, cap, points }) => {
    const numbers = [sum, floor, cap, points].map(number => plain(number)) as [string, string, string, string];
    return words.group(card.groups.get(id)?.name[language] ?? id, ...numbers);
  });
  const hasBonus = card.items.some(({ bonus }) => bonus);
  return [
    ...text,
    ...(Math.abs(scored.factor - 1) < 1e-9 ? [] : [words.factor(plain(scored.factor, 4))]),
    ...(card.aggregation === 'arithmetic' ? groups : [geometricText(lines, scored.base)]),
    ...(hasBonus ? [words.bonus(plain(scored.bonusSum), plain(card.bonusCap), plain(scored.bonus))] : []),
    words.total(plain(scored.base), plain(scored.bonus), plain(scored.score)),
  ].join('\n');
}

/** The geometric mean in numbers: of 1 + 99 x marks over full marks, and back on 0 to 100. */
function geometricText(lines: readonly ScoreLine[], base: number): string {
  const counted = lines.filter(({ item, limitedMarks }) => !item.bonus && limitedMarks !== null);
  const terms = counted.map(({ item, limitedMarks }) => {
    const onScale = 1 + 99 * ((limitedMarks ?? 0) / item.full);
    return `${plain(item.weight)} × ln ${plain(onScale)}`;
  });
  const weights = counted.reduce((sum, { item }) => sum + item.weight, 0);
  const mean = 1 + (99 * base) / 100;
  return `exp((${terms.join(' + ')}) ÷ ${plain(weights)}) = ${plain(mean)}; (${plain(mean)} − 1) ÷ 99 × 100 = ${plain(base)}`;
}
