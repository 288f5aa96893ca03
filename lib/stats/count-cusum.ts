import type { Series } from './year-over-year.ts';

/** How a count is made to look standard normal: (x - m) / sqrt(m), Rossi's mixture, or Anscombe's two thirds power. */
export type CountTransform = 'standard' | 'rossi' | 'anscombe';

export interface CountCusumOptions {
  /** Half the shift to be found, in standard deviations; default 1.04. */
  readonly k?: number;
  /** Alarm at or above it; default 2.26. */
  readonly h?: number;
  /** Default 'rossi'. */
  readonly transform?: CountTransform;
}

export interface CusumPoint {
  readonly cusum: number;
  readonly alarm: boolean;
}

/**
 * One-sided CUSUM of counts around a mean m > 0: what exceeds it by more than k adds up, and never falls below 0. It goes
 * on after an alarm. `null` for a missing count, over which the sum is carried.
 *
 * Page 1954, Biometrika 41:100-115; Rossi, Lampugnani & Marchi 1999, Statistics in Medicine 18:2111-2122; as
 * surveillance::algo.cusum.
 * @throws RangeError when the mean is not above 0
 */
export function countCusum(counts: Series, mean: number, options: CountCusumOptions = {}): (CusumPoint | null)[] {
  const { k = 1.04, h = 2.26, transform = 'rossi' } = options;
  if (!(mean > 0)) throw new RangeError(`Expected a mean above 0, got ${mean}; take it from a period with counts.`);
  let cusum = 0;
  return counts.map(count => {
    if (count === null) return null;
    cusum = Math.max(0, cusum + standardised(count, mean, transform) - k);
    return { cusum, alarm: cusum >= h };
  });
}

function standardised(x: number, m: number, transform: CountTransform): number {
  switch (transform) {
    case 'standard':
      return (x - m) / Math.sqrt(m);
    case 'rossi':
      return (x - 3 * m + 2 * Math.sqrt(x * m)) / (2 * Math.sqrt(m));
    case 'anscombe':
      return (1.5 * (x ** (2 / 3) - m ** (2 / 3))) / m ** (1 / 6);
  }
}
