import type { FarringtonBaseline } from './farrington-baseline.ts';
import type { Series } from './year-over-year.ts';

/** What was expected of a period, and whether its count is above what chance allows. */
export interface FarringtonPoint {
  readonly expected: number;
  /** The most that chance allows; `null` when there were too few cases lately to alarm on. */
  readonly upper: number | null;
  readonly alarm: boolean;
  /** How far the count lies towards the limit: 0 as expected, above 1 an alarm. */
  readonly score: number | null;
  /** Whether a trend was carried on. */
  readonly trend: boolean;
  /** Variance over mean of the reference counts, at least 1. */
  readonly dispersion: number;
}

/** So many cases in so many periods, the present one included, are needed to alarm. */
export interface FewestCases {
  readonly cases: number;
  readonly periods: number;
}

export const fiveInFour: FewestCases = { cases: 5, periods: 4 };

export function farringtonPoint(
  series: Series,
  at: number,
  baseline: FarringtonBaseline,
  limit: number,
  fewest: FewestCases,
): FarringtonPoint | null {
  const count = series[at] ?? null;
  if (count === null) return null;
  let lately = 0;
  for (let row = Math.max(0, at - fewest.periods + 1); row <= at; row++) lately += series[row] ?? 0;
  const { expected, trend, dispersion } = baseline;
  const upper = lately < fewest.cases ? null : limit;
  const score = upper === null || !(upper > expected) ? null : (count - expected) / (upper - expected);
  return { expected, upper, alarm: upper !== null && count > upper, score, trend, dispersion };
}

/**
 * The limit on the scale of the 2/3 power, on which a Poisson count is close to normal.
 *
 * Farrington et al. 1996, JRSS A 159:547-563, section 3.3.
 */
export function twoThirdsLimit({ expected, dispersion, logVariance }: FarringtonBaseline, z: number): number {
  const tau = dispersion + logVariance * expected;
  return Math.max(0, expected ** (2 / 3) + z * Math.sqrt((4 / 9) * Math.cbrt(expected) * tau)) ** 1.5;
}

/** The counts at the given offsets, as far as they are known; `null` when an offset lies before the series. */
export function referenceCounts(
  series: Series,
  at: number,
  offsets: Float64Array,
  seasons: Uint8Array,
  groups: number,
) {
  const n = offsets.length;
  if (at + (offsets[0] ?? 0) < 0) return null;
  const count = new Float64Array(n);
  const time = new Float64Array(n);
  const group = new Uint8Array(n);
  let known = 0;
  for (let row = 0; row < n; row++) {
    const offset = offsets[row] ?? 0;
    const value = series[at + offset] ?? null;
    if (value === null) continue;
    count[known] = value;
    time[known] = offset;
    group[known] = seasons[row] ?? 0;
    known++;
  }
  return {
    count: count.subarray(0, known),
    time: time.subarray(0, known),
    group: group.subarray(0, known),
    groups,
  };
}
