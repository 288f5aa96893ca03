import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import { byar } from './byar.ts';
import { tailProbability } from './confidence.ts';
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
    upper: x < 500 ? gammaincinv(tail, x + 1, true) : largeUpper(x, tail, confidence),
  };
}

/**
 * The upper limit of a large count by Newton's method from Byar's. The library's upper gamma quantile misses the tail by 1 %
 * for counts around 1000 (version 0.2.3); its lower one is right.
 */
function largeUpper(x: number, tail: number, confidence: number): number {
  let mean = byar(x, confidence)?.upper ?? x;
  for (let step = 0; step < 3; step++) {
    const { cumulative, density } = poissonAtMost(x, mean);
    mean += (cumulative - tail) / density;
  }
  return mean;
}

/** P(X <= x) and P(X = x) of a Poisson variable with a mean above x, built outwards from the mode as in binomial.ts. */
function poissonAtMost(x: number, mean: number): { cumulative: number; density: number } {
  const mode = Math.floor(mean);
  let total = 1;
  let cumulative = mode <= x ? 1 : 0;
  let density = mode === x ? 1 : 0;
  for (let k = mode, weight = 1; k > 0 && weight > 0; k--) {
    weight *= k / mean;
    total += weight;
    if (k - 1 <= x) cumulative += weight;
    if (k - 1 === x) density = weight;
  }
  for (let k = mode + 1, weight = 1; weight > 0; k++) {
    weight *= mean / k;
    total += weight;
  }
  return { cumulative: cumulative / total, density: density / total };
}
