import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import type { CountDistribution } from './count-distribution.ts';

/** Binomial(n, p) for a whole n >= 1 and 0 < p < 1; each probability on its own, for a few of them. (All of them: binomial.ts.) */
export function binomialCounts(n: number, p: number): CountDistribution {
  const variance = n * p * (1 - p);
  const logOdds = Math.log(p) - Math.log1p(-p);
  const start = gammaln(n + 1) + n * Math.log1p(-p);
  return {
    mean: n * p,
    variance,
    skewness: (1 - 2 * p) / Math.sqrt(variance),
    most: n,
    cumulative: k => (k >= n ? 1 : betainc(1 - p, n - k, k + 1)),
    probability: k => Math.exp(start + k * logOdds - gammaln(k + 1) - gammaln(n - k + 1)),
  };
}
