/** Definitions of the sample quantile by their numbers in Hyndman & Fan 1996. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Rounding of n * p that still counts as a whole number; R's margin. */
const fuzz = 4 * Number.EPSILON;

/**
 * The p-quantile (0 <= p <= 1) of values in any order. Type 7 (default) interpolates as spreadsheets, R and d3 do; 6 as
 * SPSS; 8 is nearly unbiased for the median whatever the distribution, 9 for normal values; 1 and 2 are the inverse
 * distribution function without and with averaging at jumps, 3 takes the nearest rank. `null` when there are no values.
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
  const position = n * p + shift(p, type);
  const rank = Math.floor(position + fuzz);
  const rest = position - rank < fuzz ? 0 : position - rank;
  const weight = type > 3 ? rest : rest > 0 ? 1 : jump(rank, type);
  const low = valueAt(Math.max(1, Math.min(n, rank)));
  const high = valueAt(Math.max(1, Math.min(n, rank + 1)));
  if (low === null || high === null) return null;
  // Not low + weight * (high - low): that misses `high` by a rounding error at weight 1.
  return low === high ? low : (1 - weight) * low + weight * high;
}

/** Hyndman & Fan's m: how far the position is from n * p. */
function shift(p: number, type: QuantileType): number {
  switch (type) {
    case 1:
    case 2:
    case 4:
      return 0;
    case 3:
      return -0.5;
    case 5:
      return 0.5;
    case 6:
      return p;
    case 7:
      return 1 - p;
    case 8:
      return (p + 1) / 3;
    case 9:
      return p / 4 + 3 / 8;
  }
}

/** The weight of the upper neighbour of types 1 to 3 when p falls on a rank. */
function jump(rank: number, type: QuantileType): number {
  if (type === 2) return 0.5;
  return type === 3 && rank % 2 !== 0 ? 1 : 0;
}
