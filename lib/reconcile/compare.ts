import type { Area } from '../indicators/index.ts';
import type { Text } from '../kernel/text.ts';
import type { Period } from '../kernel/period.ts';
import type { SideCounts } from './count-side.ts';
import type { Pair } from './pair.ts';

/** What a difference comes to. */
export const verdicts = {
  EQUAL: { zh: '一致', en: 'equal' },
  WITHIN_ROUNDING: { zh: '在取整范围内', en: 'no more than rounding' },
  TIMING: { zh: '可由入账时间解释', en: 'could be timing' },
  LEFT_OUT: { zh: '可由未计入的记录解释', en: 'could be rows left out' },
  DIFFERENT: { zh: '不一致', en: 'different' },
  UNKNOWN: { zh: '无法比较', en: 'cannot be compared' },
  OUTSIDE: { zh: '不在数据期间', en: 'outside the data' },
} as const satisfies Record<string, Text>;

export type Verdict = keyof typeof verdicts;

/** A quantity of one place and period, from both systems. */
export interface Comparison {
  readonly pair: string;
  readonly area: Area;
  readonly period: Period;
  /** null: the department did not answer, does not give the cell out, or has no data of the period. */
  readonly counts: readonly [number | null, number | null];
  /** The first less the second. */
  readonly difference: number | null;
  /** The difference without its sign as a share (0 to 1) of the larger count. */
  readonly share: number | null;
  /** Between which the true difference lies where counts are rounded; null where both are exact. */
  readonly bounds: { readonly lower: number; readonly upper: number } | null;
  /** How much of the difference the opposite one of a neighbouring period, as far off as `lag` allows, would make up. */
  readonly timing: number | null;
  /** Rows of the place that each system could not count, whatever their period. */
  readonly leftOut: readonly [number, number];
  readonly verdict: Verdict;
}

/** Nobody counted anything, which is not 0. */
const nothing = { counts: [null, null], difference: null, share: null, bounds: null, timing: null } as const;

/** Compares a place over the periods asked for. `around`: these and their neighbours, in order; `dataFrom`: first day of the data. */
export function comparePlace(
  pair: Pair,
  area: Area,
  asked: readonly Period[],
  around: readonly Period[],
  [first, second]: readonly [SideCounts, SideCounts],
  dataFrom = '',
): Comparison[] {
  const cells = around.map(({ label }) => [first.of(area.code, label), second.of(area.code, label)] as const);
  const differences = cells.map(([a, b]) => (a.count === null || b.count === null ? null : a.count - b.count));
  const rest = withoutTiming(differences, pair.lag);
  const leftOut = [first.leftOut(area.code), second.leftOut(area.code)] as const;
  return asked.map((period): Comparison => {
    const at = around.findIndex(({ label }) => label === period.label);
    const [a, b] = cells[at] ?? [];
    const [difference = null, left = null] = [differences[at], rest[at]];
    const counts = [a?.count ?? null, b?.count ?? null] as const;
    const margin = (a?.margin ?? 0) + (b?.margin ?? 0);
    const isRounded = first.roundedTo !== null || second.roundedTo !== null;
    const isOutside = [first, second].some(({ asOf }) => asOf !== null && period.from > asOf) || period.to < dataFrom;
    if (isOutside) return { ...nothing, pair: pair.id, area, period, leftOut, verdict: 'OUTSIDE' };
    return {
      pair: pair.id,
      area,
      period,
      counts,
      difference,
      share: difference === null ? null : shareOf(difference, counts),
      bounds: isRounded && difference !== null ? { lower: difference - margin, upper: difference + margin } : null,
      timing: difference === null || left === null ? null : Math.abs(difference - left),
      leftOut,
      verdict: verdictOf(difference, left, { margin: isRounded ? margin : 0, leftOut }),
    };
  });
}

function shareOf(difference: number, [a, b]: readonly [number | null, number | null]): number | null {
  const larger = Math.max(a ?? 0, b ?? 0);
  return larger === 0 ? null : Math.abs(difference) / larger;
}

/**
 * What is left of differences in a row when what the first system counts in one period the second may count up to `lag` periods
 * later: a surplus is made up by the lacks that follow it, each lack once, the nearest first.
 */
function withoutTiming(differences: readonly (number | null)[], lag: number): (number | null)[] {
  const rest = [...differences];
  for (const at of differences.keys()) {
    for (let later = at + 1; later <= at + lag && later < rest.length; later += 1) {
      const [open, lack] = [rest[at] ?? 0, rest[later] ?? 0];
      const made = Math.min(Math.max(open, 0), Math.max(-lack, 0));
      if (made === 0) continue;
      rest[at] = open - made;
      rest[later] = lack + made;
    }
  }
  return rest;
}

interface Explanations {
  readonly margin: number;
  readonly leftOut: readonly [number, number];
}

/** Rows that one side could not count are lacking there: they explain a surplus of the other. */
function verdictOf(difference: number | null, left: number | null, { margin, leftOut }: Explanations): Verdict {
  if (difference === null || left === null) return 'UNKNOWN';
  if (difference === 0) return 'EQUAL';
  if (Math.abs(difference) <= margin) return 'WITHIN_ROUNDING';
  if (left === 0) return 'TIMING';
  return Math.abs(left) <= (left > 0 ? leftOut[1] : leftOut[0]) ? 'LEFT_OUT' : 'DIFFERENT';
}
