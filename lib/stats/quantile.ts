/** Definitions of the sample quantile by their numbers in Hyndman & Fan 1996. */
export type QuantileType = 1 | 2 | 6 | 7;

/** Rounding of n * p that still counts as a whole number; R's margin. */
const fuzz = 4 * Number.EPSILON;

/**
 * The p-quantile (0 <= p <= 1) of values in any order. Type 7 (default) interpolates as spreadsheets, R and d3 do; 6 as
 * SPSS; 1 and 2 are the inverse distribution function without and with averaging at jumps. `null` when there are no values.
 *
 * Hyndman & Fan 1996, The American Statistician 50:361-365; as R's stats::quantile.
 * @throws RangeError when p is outside 0..1 or a value is NaN (a missing value must be left out by the caller, and counted)
 */
export function quantile(values: readonly number[], p: number, type: QuantileType = 7): number | null {
  if (values.some(Number.isNaN))
    throw new RangeError('Expected numbers, got NaN; leave out missing values and count them.');
  const sorted = [...values].sort((a, b) => a - b);
  return rankedQuantile(rank => sorted[rank - 1] ?? null, sorted.length, p, type);
}

/** The same for n sorted values that are read by their rank, 1 to n. */
export function rankedQuantile(
  valueAt: (rank: number) => number | null,
  n: number,
  p: number,
  type: QuantileType = 7,
): number | null {
  if (!(p >= 0 && p <= 1))
    throw new RangeError(`Expected a probability from 0 to 1, got ${p}; give 0.5 for the median.`);
  if (n === 0) return null;
  const position = { 1: n * p, 2: n * p, 6: (n + 1) * p, 7: (n - 1) * p + 1 }[type];
  const rank = Math.floor(position + fuzz);
  const rest = position - rank < fuzz ? 0 : position - rank;
  const weight = { 1: rest > 0 ? 1 : 0, 2: rest > 0 ? 1 : 0.5, 6: rest, 7: rest }[type];
  const low = valueAt(Math.max(1, Math.min(n, rank)));
  const high = valueAt(Math.max(1, Math.min(n, rank + 1)));
  if (low === null || high === null) return null;
  // Not low + weight * (high - low): that misses `high` by a rounding error at weight 1.
  return low === high ? low : (1 - weight) * low + weight * high;
}
