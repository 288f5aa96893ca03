import gammainc from '@stdlib/math-base-special-gammainc';
import { poissonProbability } from './poisson-probability.ts';

/** Above this argument the library (version 0.3.1) takes a series that is off by per cents unless shape >= x + 50. */
const libraryIsRightUpTo = 1000;

/**
 * P(X > x) of a Gamma(shape, 1) variable (shape > 0, x >= 0), which is P(N <= shape - 1) of a Poisson count with mean x.
 * For large x the library is asked at a higher shape, where it is right, and Q(a, x) = Q(a + 1, x) - x^a e^-x / gamma(a + 1)
 * leads back.
 *
 * Abramowitz & Stegun 1964, 6.5.21 (recurrence).
 */
export function gammaUpperTail(x: number, shape: number): number {
  const steps = x > libraryIsRightUpTo ? Math.max(0, Math.ceil(x + 50 - shape)) : 0;
  let between = 0;
  for (let step = 0, term = poissonProbability(shape, x); step < steps; step++) {
    between += term;
    term *= x / (shape + step + 1);
  }
  return Math.max(0, gammainc(x, shape + steps, true, true) - between);
}
