import { baseline } from './baseline.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Series } from './year-over-year.ts';

export interface EarsOptions {
  /** Periods that make the expectation; default 7. */
  readonly baseline?: number;
  /** The least standard deviation taken; default 0. Above 0 it keeps a run of equal counts from alarming at once. */
  readonly leastSd?: number;
  /** One-sided share of false alarms a period under normal counts; default 0.001. */
  readonly alpha?: number;
}

/** What is expected of a period and whether its count is above it. */
export interface EarsPoint {
  readonly upper: number;
  readonly alarm: boolean;
}

/**
 * EARS C1 or C2: the count is above the mean of a short baseline by more than chance. The baseline of C1 ends just before
 * the period; that of C2 leaves a gap of two, so that a slow rise does not raise its own limit. `null` for a period whose
 * count, or a count of whose baseline, is missing or before the series.
 * Known limits: no season or trend; with few counts the normal limit is too low and alarms are frequent.
 *
 * Hutwagner et al. 2003, Journal of Urban Health 80(2 Suppl 1):i89-i96; as surveillance::earsC.
 */
export function ears(series: Series, method: 'C1' | 'C2', options: EarsOptions = {}): (EarsPoint | null)[] {
  const { baseline: length = 7, leastSd = 0, alpha = 0.001 } = options;
  const z = normalQuantile(1 - alpha);
  const gap = method === 'C1' ? 0 : 2;
  return series.map((count, row) => {
    const before = baseline(series, row - gap - length, row - gap);
    if (before === null || count === null) return null;
    const upper = before.mean + z * Math.max(before.sd, leastSd);
    return { upper, alarm: count > upper };
  });
}
