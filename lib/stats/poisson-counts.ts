import type { CountDistribution } from './count-distribution.ts';
import { gammaUpperTail } from './gamma-upper-tail.ts';
import { poissonProbability } from './poisson-probability.ts';

/** Poisson(mean) for a mean > 0. */
export function poissonCounts(mean: number): CountDistribution {
  return {
    mean,
    variance: mean,
    skewness: 1 / Math.sqrt(mean),
    most: Infinity,
    cumulative: k => gammaUpperTail(mean, k + 1),
    probability: k => poissonProbability(k, mean),
  };
}
