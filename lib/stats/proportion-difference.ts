import type { Interval } from './interval.ts';
import { wilson } from './wilson.ts';

/**
 * The difference x1 / n1 - x2 / n2 of two independent proportions with its interval. `null` when either is undefined.
 *
 * Newcombe 1998, Statistics in Medicine 17:873-890, method 10 (from the two Wilson intervals).
 */
export function proportionDifference(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  confidence = 0.95,
): (Interval & { readonly value: number }) | null {
  const first = wilson(x1, n1, confidence);
  const second = wilson(x2, n2, confidence);
  if (first === null || second === null) return null;
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  return {
    value: p1 - p2,
    lower: p1 - p2 - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: p1 - p2 + Math.hypot(first.upper - p1, p2 - second.lower),
  };
}
