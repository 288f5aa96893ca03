import { type CardResult, marksText, type ScoreLine } from '../scorecard/index.ts';
import type { StandingVetoes } from './vetoes.ts';

/** A card's result for programs: every step of the arithmetic. Ranks only where the county has switched ranking on. */
export function scorecardJson(result: CardResult, ranking: boolean, vetoes: StandingVetoes): object {
  const { card, period, level, asOf, areas, scenarios, dropped, reliability, isRounded } = result;
  const { id, name, aggregation, coverage } = card;
  return {
    card: { id, name, aggregation, coverage },
    period: period.label,
    level,
    asOf,
    ranking,
    rounded: isRounded,
    reliability,
    scenarios,
    dropped,
    areas: areas.map(({ area, lines, coverage: covered, scored, isProvisional }) => ({
      area,
      coverage: covered,
      provisional: isProvisional,
      score: scored?.score ?? null,
      interval: scored?.interval ?? null,
      byChoice: scored?.byChoice ?? null,
      standing: scored?.standing ?? null,
      ...(ranking ? { ranks: scored?.ranks ?? null } : {}),
      base: scored?.base ?? null,
      bonus: scored?.bonus ?? null,
      factor: scored?.factor ?? null,
      groups: scored?.groups ?? [],
      items: lines.map((line, i) => itemJson(line, scored?.points[i] ?? null)),
      vetoes: vetoes.of(area.code, card).map(({ record, isSound }) => ({ ...record, sound: isSound })),
    })),
  };
}

function itemJson(line: ScoreLine, points: number | null): object {
  const { item, figure, before, value, reason, madeBy, marks, limitedMarks } = line;
  const { id, definition, weight, full, floor, cap, group, bonus, rule } = item;
  return {
    id,
    indicator: definition.id,
    group,
    bonus,
    weight,
    full,
    floor,
    cap,
    rule,
    figure,
    before,
    value,
    reason,
    madeBy,
    marks,
    limitedMarks,
    points,
    arithmetic: marksText(line),
  };
}
