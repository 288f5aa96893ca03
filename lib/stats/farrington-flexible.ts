import { countQuantile } from './count-quantile.ts';
import { farringtonBaseline, type FarringtonBaseline } from './farrington-baseline.ts';
import {
  farringtonPoint,
  fiveInFour,
  referenceCounts,
  twoThirdsLimit,
  type FarringtonPoint,
  type FewestCases,
} from './farrington-point.ts';
import { negativeBinomialCounts } from './negative-binomial-counts.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonCounts } from './poisson-counts.ts';
import type { Series } from './year-over-year.ts';

export interface FarringtonFlexibleOptions {
  /** Periods a year; default 52. */
  readonly periodsAYear?: number;
  /** Years that are looked back; default 5. A trend needs 3. */
  readonly years?: number;
  /** Periods to either side of the same one in former years; default 3. */
  readonly halfWindow?: number;
  /** Seasons that a year is cut into; default 10. With 1 only the windows count. */
  readonly seasons?: number;
  /** Periods before the present one that are left out, so that a rising outbreak does not hide itself; default 26. */
  readonly leftOut?: number;
  /** One-sided share of false alarms; default 0.005. */
  readonly alpha?: number;
  /** Whether a trend is carried on; default true. */
  readonly trend?: boolean;
  /** A trend is kept below this p-value only; default 1: always, if it does not lead beyond all that was counted. */
  readonly trendBelow?: number;
  /** Anscombe residuals above it lose weight; `null`: none does. Default 2.58. */
  readonly weightsAbove?: number | null;
  /**
   * 'delta' (default): the 2/3 power with the uncertainty of the expectation; 'nbPlugin': quantile of a negative binomial
   * count; 'muan': the same at the upper end of the expectation.
   */
  readonly limit?: 'delta' | 'nbPlugin' | 'muan';
  /** Default 5 cases in 4 periods. */
  readonly fewest?: FewestCases;
}

/**
 * The improved Farrington detection: the count at `at` against all weeks of former years in seasons, with former outbreaks
 * weighted down. `null` when its count is missing or former years are not all there; a missing count among them is left out.
 * Known limits: at least 3 years are needed, and some cases a week; a moving Spring Festival is only covered as far as the
 * window reaches. 'delta' alarms more often than alpha where counts vary more than Poisson ones (docs/statistics.md). Many series at once alarm by chance: alpha times their number each period.
 *
 * Noufaily et al. 2013, Statistics in Medicine 32:1206-1222; as surveillance::farringtonFlexible with the right dispersion
 * (version 1.20.3 reckons it from other weights).
 * @throws RangeError when the seasons do not fit into a year
 */
export function farringtonFlexible(
  series: Series,
  at: number,
  options: FarringtonFlexibleOptions = {},
): FarringtonPoint | null {
  const { years = 5, alpha = 0.005, trend = true, trendBelow = 1, weightsAbove = 2.58 } = options;
  const { limit = 'delta', fewest = fiveInFour, seasons = 10 } = options;
  const { offsets, season } = referenceWeeks(options);
  const reference = referenceCounts(series, at, offsets, season, seasons);
  if (reference === null) return null;
  // The last group is the season of the present period.
  const baseline = farringtonBaseline(reference, seasons - 1, {
    trend,
    trendBelow,
    weightsAbove,
    enoughYears: years >= 3,
  });
  if (baseline === null) return null;
  return farringtonPoint(series, at, baseline, upperLimit(baseline, alpha, limit), fewest);
}

function upperLimit(baseline: FarringtonBaseline, alpha: number, limit: 'delta' | 'nbPlugin' | 'muan'): number {
  const z = normalQuantile(1 - alpha);
  if (limit === 'delta') return twoThirdsLimit(baseline, z);
  const { expected, dispersion, logVariance } = baseline;
  const mean = limit === 'nbPlugin' ? expected : expected * Math.exp(z * Math.sqrt(logVariance));
  const counts = dispersion > 1 ? negativeBinomialCounts(mean, dispersion) : poissonCounts(mean);
  return countQuantile(counts, 1 - alpha).count;
}

/**
 * The reference weeks as offsets from the present one, oldest first, and the season of each: windows around the same week of
 * former years are the last season; the stretch between two windows is cut into the others, the first of them a week longer
 * where it does not come out even.
 */
function referenceWeeks(options: FarringtonFlexibleOptions): { offsets: Float64Array; season: Uint8Array } {
  const { periodsAYear = 52, years = 5, halfWindow = 3, seasons = 10, leftOut = 26 } = options;
  const window = 2 * halfWindow + 1;
  const between = periodsAYear - window;
  if (!(Number.isInteger(seasons) && seasons >= 1 && seasons - 1 <= between))
    throw new RangeError(`Expected 1 to ${between + 1} seasons, got ${seasons}; give 10.`);
  const length = seasons > 1 ? Math.floor(between / (seasons - 1)) : 0;
  const longer = seasons > 1 ? between % (seasons - 1) : 0;
  const offsets: number[] = [];
  const season: number[] = [];
  for (let offset = -years * periodsAYear - halfWindow; offset < -leftOut; offset++) {
    const place = (((offset + halfWindow) % periodsAYear) + periodsAYear) % periodsAYear;
    const after = place - window;
    if (after < 0) season.push(seasons - 1);
    else if (seasons === 1) continue;
    else if (after < longer * (length + 1)) season.push(Math.floor(after / (length + 1)));
    else season.push(longer + Math.floor((after - longer * (length + 1)) / length));
    offsets.push(offset);
  }
  return { offsets: Float64Array.from(offsets), season: Uint8Array.from(season) };
}
