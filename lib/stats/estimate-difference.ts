import type { Estimate, PartialInterval } from './interval.ts';

/**
 * The difference of two independent estimates with its interval, out of the interval of each: the variance of an estimate is
 * recovered from its own limits, near the limit where it is needed. A limit that is missing makes the limit that rests on it
 * missing; a missing value makes all of it so. The confidence is that of the two intervals.
 *
 * Zou & Donner 2008, Statistics in Medicine 27:1693-1702 (MOVER, square-and-add); of two Wilson intervals it is Newcombe's method 10.
 */
export function estimateDifference(first: Estimate, second: Estimate): Estimate {
  if (first.value === null || second.value === null) return { value: null, lower: null, upper: null };
  const value = first.value - second.value;
  const down = distance(first, 'lower', second, 'upper');
  const up = distance(first, 'upper', second, 'lower');
  return { value, lower: down === null ? null : value - down, upper: up === null ? null : value + up };
}

type Limit = keyof PartialInterval;

function distance(first: Estimate, limit: Limit, second: Estimate, other: Limit): number | null {
  const [a, b] = [first[limit], second[other]];
  return a === null || b === null ? null : Math.hypot((first.value ?? 0) - a, (second.value ?? 0) - b);
}
