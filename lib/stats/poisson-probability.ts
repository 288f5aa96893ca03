import gammaln from '@stdlib/math-base-special-gammaln';

/** mean^k e^-mean / gamma(k + 1): the probability of k events, for a mean > 0; k >= 0 need not be whole. */
export function poissonProbability(k: number, mean: number): number {
  return Math.exp(k * Math.log(mean) - mean - gammaln(k + 1));
}
