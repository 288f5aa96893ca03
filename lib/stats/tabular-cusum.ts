import type { Series } from './year-over-year.ts';

export interface TabularCusumPoint {
  /** What lay above target + k, added up; never below 0. */
  readonly high: number;
  /** What lay below target - k, added up; never below 0. */
  readonly low: number;
  readonly alarm: 'high' | 'low' | 'both' | 'none';
}

/**
 * Two-sided tabular CUSUM of measurements; target, k and h in their unit (k about half the shift to be found, h four or five
 * standard deviations). Alarm above h. `null` for a missing value, over which the sums are carried.
 *
 * Page 1954; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.3.
 */
export function tabularCusum(
  values: Series,
  { target, k, h }: { readonly target: number; readonly k: number; readonly h: number },
): (TabularCusumPoint | null)[] {
  let high = 0;
  let low = 0;
  return values.map(value => {
    if (value === null) return null;
    high = Math.max(0, high + value - target - k);
    low = Math.max(0, low + target - k - value);
    const alarm = high > h && low > h ? 'both' : high > h ? 'high' : low > h ? 'low' : 'none';
    return { high, low, alarm };
  });
}
