import { binomialCounts } from './binomial-counts.ts';
import type { CountDistribution } from './count-distribution.ts';
import { countQuantile } from './count-quantile.ts';
import { poissonCounts } from './poisson-counts.ts';

/**
 * The exact limit of a funnel of proportions: the proportion below which a share p of areas with n items lies by chance when
 * all have the target (0 < target < 1). Between two counts it is interpolated, so the funnel has no steps. A lower limit may
 * be below 0: then no proportion is so low. `null` when n is not a whole number above 0.
 *
 * Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, appendix A.1.1.
 * @throws RangeError when target or p is not between 0 and 1 (both exclusive)
 */
export function proportionFunnelLimit(n: number, target: number, p: number): number | null {
  if (!(target > 0 && target < 1))
    throw new RangeError(`Expected a target between 0 and 1, got ${target}; give 0.85 for 85 %.`);
  if (!(Number.isInteger(n) && n > 0)) return null;
  return interpolatedQuantile(binomialCounts(n, target), p) / n;
}

/**
 * The same for observed over expected counts: the ratio below which a share p of areas lies by chance when all have the
 * target ratio (default 1). `null` when nothing is expected.
 *
 * Spiegelhalter 2005, appendix A.1.2.
 * @throws RangeError when p is not between 0 and 1 (both exclusive)
 */
export function ratioFunnelLimit(expected: number, p: number, target = 1): number | null {
  const mean = expected * target;
  return mean > 0 && mean < Infinity ? interpolatedQuantile(poissonCounts(mean), p) / expected : null;
}

function interpolatedQuantile(distribution: CountDistribution, p: number): number {
  const { count, cumulative } = countQuantile(distribution, p);
  return count - (cumulative - p) / distribution.probability(count);
}
