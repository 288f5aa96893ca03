import { farringtonBaseline } from './farrington-baseline.ts';
import {
  farringtonPoint,
  fiveInFour,
  referenceCounts,
  twoThirdsLimit,
  type FarringtonPoint,
  type FewestCases,
} from './farrington-point.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Series } from './year-over-year.ts';

export interface FarringtonOptions {
  /** Periods a year; default 52. */
  readonly periodsAYear?: number;
  /** Years that are looked back; default 5. A trend needs 3. */
  readonly years?: number;
  /** Periods to either side of the same one in former years; default 3. */
  readonly halfWindow?: number;
  /** Two-sided share of false alarms; default 0.01. */
  readonly alpha?: number;
  /** Whether a significant trend is carried on; default true. */
  readonly trend?: boolean;
  /** Whether former outbreaks lose weight; default true. */
  readonly reweight?: boolean;
  /** '2/3' (default), or 'none' for a symmetric limit. */
  readonly power?: '2/3' | 'none';
  /** Default 5 cases in 4 periods. */
  readonly fewest?: FewestCases;
}

/**
 * The original Farrington detection: the count at `at` against the same weeks of former years. `null` when its count is
 * missing or former years are not all there; a missing count among them is left out.
 * Known limits: 35 reference weeks at most, so the limit is rough; one large outbreak in them blunts it. farringtonFlexible is
 * its successor. A moving Spring Festival is only covered as far as the window reaches.
 *
 * Farrington, Andrews, Beale & Catchpole 1996, JRSS A 159:547-563; as surveillance::algo.farrington.
 */
export function farrington(series: Series, at: number, options: FarringtonOptions = {}): FarringtonPoint | null {
  const { periodsAYear = 52, years = 5, halfWindow = 3, alpha = 0.01, trend = true, reweight = true } = options;
  const { power = '2/3', fewest = fiveInFour } = options;
  const z = normalQuantile(1 - alpha / 2);
  const width = 2 * halfWindow + 1;
  const offsets = new Float64Array(years * width);
  for (let row = 0; row < offsets.length; row++) {
    offsets[row] = -periodsAYear * (years - Math.floor(row / width)) - halfWindow + (row % width);
  }
  const reference = referenceCounts(series, at, offsets, new Uint8Array(offsets.length), 1);
  if (reference === null) return null;
  const baseline = farringtonBaseline(reference, 0, {
    trend,
    trendBelow: 0.05,
    weightsAbove: reweight ? 1 : null,
    enoughYears: years >= 3,
  });
  if (baseline === null) return null;
  const { expected, dispersion, logVariance } = baseline;
  const limit =
    power === '2/3'
      ? twoThirdsLimit(baseline, z)
      : expected + z * Math.sqrt(expected * (dispersion + logVariance * expected));
  return farringtonPoint(series, at, baseline, limit, fewest);
}
