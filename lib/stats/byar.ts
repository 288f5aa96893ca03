import { criticalValue } from './confidence.ts';

/**
 * Byar's approximate interval of a Poisson count. The lower limit is `null` where the approximation falls below 0 (small
 * counts at high confidence) and 0 at x = 0. `null` when x is negative or not a number.
 *
 * Breslow & Day 1987, vol. II p. 69. (epitools::pois.byar is another variant.)
 */
export function byar(x: number, confidence = 0.95): { readonly lower: number | null; readonly upper: number } | null {
  const z = criticalValue(confidence);
  if (!(x >= 0)) return null;
  const limit = (count: number, sign: 1 | -1) =>
    count * (1 - 1 / (9 * count) + (sign * z) / (3 * Math.sqrt(count))) ** 3;
  const lower = x === 0 ? 0 : limit(x, -1);
  return { lower: lower < 0 ? null : lower, upper: limit(x + 1, 1) };
}
