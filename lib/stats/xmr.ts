import type { Series } from './year-over-year.ts';

export interface Xmr {
  /** Centre line: the mean of the values. */
  readonly mean: number;
  /** Mean distance of neighbours. */
  readonly meanRange: number;
  /** Standard deviation by the moving range: meanRange / 1.128. */
  readonly sigma: number;
  /** Natural process limits, three sigma to either side. */
  readonly lower: number;
  readonly upper: number;
  /** Distances above it are signals in themselves. */
  readonly upperRange: number;
  /** Distance of each value from the one before; `null` where either is missing. */
  readonly ranges: readonly (number | null)[];
}

/** Expected range of two standard normal values (d2), and the factor of the limit of ranges (D4), for pairs. */
const d2 = 2 / Math.sqrt(Math.PI);
const rangeLimit = 3.267;

/**
 * The chart of individual values and moving ranges (XmR 单值—移动极差图) of the values of a stable stretch. Missing values are
 * left out, and make no range with their neighbours. `null` with less than one range.
 * Known limits: neighbours must be independent and the values free of season and trend (see stl); limits of fewer than some
 * 12 values are soft. The lower limit of a count may be below 0: then nothing can be too low.
 *
 * Shewhart 1931; Wheeler 2000, Understanding Variation; constants of ASTM E2587.
 */
export function xmr(values: Series): Xmr | null {
  let sum = 0;
  let count = 0;
  let distance = 0;
  let pairs = 0;
  const ranges = values.map((value, row) => {
    const before = values[row - 1] ?? null;
    if (value === null) return null;
    sum += value;
    count++;
    if (before === null) return null;
    distance += Math.abs(value - before);
    pairs++;
    return Math.abs(value - before);
  });
  if (pairs === 0) return null;
  const mean = sum / count;
  const meanRange = distance / pairs;
  const sigma = meanRange / d2;
  return {
    mean,
    meanRange,
    sigma,
    lower: mean - 3 * sigma,
    upper: mean + 3 * sigma,
    upperRange: rangeLimit * meanRange,
    ranges,
  };
}
