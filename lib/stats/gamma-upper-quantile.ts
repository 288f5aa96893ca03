import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import { gammaUpperTail } from './gamma-upper-tail.ts';
import { poissonProbability } from './poisson-probability.ts';

/**
 * The x that a Gamma(shape, 1) variable exceeds with probability `tail` (0 < tail < 1).
 * Newton's method from the library's lower quantile: its upper one misses the tail by 1 % for shapes around 1000 (version 0.2.3).
 */
export function gammaUpperQuantile(tail: number, shape: number): number {
  let x = gammaincinv(1 - tail, shape);
  for (let step = 0; step < 3; step++) x += (gammaUpperTail(x, shape) - tail) / poissonProbability(shape - 1, x);
  return x;
}
