import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import { tailProbability } from './confidence.ts';
import { gammaUpperQuantile } from './gamma-upper-quantile.ts';
import type { Interval } from './interval.ts';

/**
 * Exact interval of a Poisson count: lower chi2(a/2; 2x) / 2 (0 at x = 0), upper chi2(1 - a/2; 2x + 2) / 2.
 * `null` when x is not a whole number >= 0.
 *
 * Garwood 1936, Biometrika 28:437-442. Chi-square quantiles are taken as gamma quantiles.
 */
export function poissonExact(x: number, confidence = 0.95): Interval | null {
  const tail = tailProbability(confidence);
  if (!(Number.isInteger(x) && x >= 0)) return null;
  return {
    lower: x === 0 ? 0 : gammaincinv(tail, x),
    upper: gammaUpperQuantile(tail, x + 1),
  };
}
