import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import type { CountDistribution } from './count-distribution.ts';

/** The negative binomial with a mean > 0 and a variance of `dispersion` (> 1) times the mean. */
export function negativeBinomialCounts(mean: number, dispersion: number): CountDistribution {
  const size = mean / (dispersion - 1);
  const p = 1 / dispersion;
  return {
    mean,
    variance: mean * dispersion,
    skewness: (2 - p) / Math.sqrt(size * (1 - p)),
    most: Infinity,
    cumulative: k => betainc(p, size, k + 1),
    probability: k =>
      Math.exp(gammaln(size + k) - gammaln(size) - gammaln(k + 1) + size * Math.log(p) + k * Math.log1p(-p)),
  };
}
