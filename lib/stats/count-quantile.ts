import type { CountDistribution } from './count-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';

export interface CountQuantile {
  /** The smallest count k with P(X <= k) >= p. */
  readonly count: number;
  /** P(X <= count). */
  readonly cumulative: number;
  /** P(X = count). */
  readonly probability: number;
}

/** Rounding of p that still counts as reached; R's margin. */
const fuzz = 64 * Number.EPSILON;

/**
 * The p-quantile (0 < p < 1) of a count: the Cornish-Fisher guess, then a walk by single probabilities, as R's qbinom,
 * qpois and qnbinom. `z` is the normal quantile of p, for callers that have it.
 * @throws RangeError when p is not between 0 and 1 (both exclusive)
 */
export function countQuantile(distribution: CountDistribution, p: number, z = normalQuantile(p)): CountQuantile {
  const { mean, variance, skewness, most } = distribution;
  const guess = mean + Math.sqrt(variance) * (z + (skewness * (z * z - 1)) / 6);
  const wanted = p * (1 - fuzz);
  let count = Math.max(0, Math.min(most, Math.round(guess)));
  let cumulative = distribution.cumulative(count);
  let probability = distribution.probability(count);
  while (cumulative < wanted && count < most) {
    probability = distribution.probability(++count);
    cumulative += probability;
  }
  while (count > 0 && cumulative - probability >= wanted) {
    cumulative -= probability;
    probability = distribution.probability(--count);
  }
  return { count, cumulative, probability };
}
