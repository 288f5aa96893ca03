import { binomialCounts } from './binomial-counts.ts';
import type { CountDistribution } from './count-distribution.ts';
import { countQuantile } from './count-quantile.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonCounts } from './poisson-counts.ts';

/** The limit at a size of the area; `null` where there is none. */
export type FunnelLine = (size: number) => number | null;

/**
 * An exact line of a funnel of proportions: for n items the proportion below which a share p of areas lies by chance when all
 * have the target. Between two counts it is interpolated, so the funnel has no steps. A lower limit may be below 0: then no
 * proportion is so low. `null` when n is not a whole number above 0.
 *
 * Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, appendix A.1.1.
 * @throws RangeError when target or p is not between 0 and 1 (both exclusive)
 */
export function proportionFunnelLine(target: number, p: number): FunnelLine {
  if (!(target > 0 && target < 1))
    throw new RangeError(`Expected a target between 0 and 1, got ${target}; give 0.85 for 85 %.`);
  const z = normalQuantile(p);
  return n => (Number.isInteger(n) && n > 0 ? interpolatedQuantile(binomialCounts(n, target), p, z) / n : null);
}

/**
 * The same for observed over expected counts: for an expected count the ratio below which a share p of areas lies by chance
 * when all have the target ratio (default 1). `null` when nothing is expected.
 *
 * Spiegelhalter 2005, appendix A.1.2.
 * @throws RangeError when p is not between 0 and 1 (both exclusive), or the target is not above 0
 */
export function ratioFunnelLine(p: number, target = 1): FunnelLine {
  if (!(target > 0 && target < Infinity)) throw new RangeError(`Expected a target above 0, got ${target}; give 1.`);
  const z = normalQuantile(p);
  return expected =>
    expected > 0 && expected < Infinity
      ? interpolatedQuantile(poissonCounts(expected * target), p, z) / expected
      : null;
}

function interpolatedQuantile(distribution: CountDistribution, p: number, z: number): number {
  const { count, cumulative, probability } = countQuantile(distribution, p, z);
  return count - (cumulative - p) / probability;
}
