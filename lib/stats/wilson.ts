import { criticalValue } from './confidence.ts';
import type { Interval } from './interval.ts';

/**
 * Wilson's score interval of the proportion x / n, both limits within 0..1.
 * `null` when n is 0, or when x / n is not a proportion (an in-period ratio may exceed 1).
 *
 * Wilson 1927, JASA 22:209-212; Newcombe & Altman 2000; as in PHEindicatormethods.
 */
export function wilson(x: number, n: number, confidence = 0.95): Interval | null {
  const z = criticalValue(confidence);
  if (!(n > 0 && x >= 0 && x <= n)) return null;
  const centre = 2 * x + z * z;
  const half = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const scale = 2 * (n + z * z);
  return {
    // Exact at the ends, where the formula leaves rounding errors.
    lower: x === 0 ? 0 : (centre - half) / scale,
    upper: x === n ? 1 : (centre + half) / scale,
  };
}
