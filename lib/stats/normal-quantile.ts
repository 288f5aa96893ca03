import erfcinv from '@stdlib/math-base-special-erfcinv';

/**
 * The standard normal quantile: the z that a share p lies below (1.96 for 0.975).
 * @throws RangeError when p is not between 0 and 1 (both exclusive)
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1))
    throw new RangeError(`Expected a probability between 0 and 1, got ${p}; give 0.975 for 97.5 %.`);
  return -Math.SQRT2 * erfcinv(2 * p);
}
