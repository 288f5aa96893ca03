import betainc from '@stdlib/math-base-special-betainc';

/**
 * The probability that |T| exceeds |t|, for Student's t with `degreesOfFreedom` > 0.
 *
 * Abramowitz & Stegun 1964, 26.7.1.
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  return betainc(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}
