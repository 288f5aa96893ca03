import { durationBins, type DurationHistogram } from './duration-histogram.ts';
import { histogramQuantile } from './histogram-quantile.ts';

export interface AgeOfPending {
  readonly pending: number;
  /** In the unit of the lengths; `null` when nothing is pending. */
  readonly mean: number | null;
  readonly median: number | null;
  /** The age that one in ten exceeds (type 7). */
  readonly ninetieth: number | null;
  /** For each limit: how many are older than it, and their share (`null` when nothing is pending). */
  readonly over: readonly { readonly limit: number; readonly count: number; readonly share: number | null }[];
}

/**
 * How old the items are that are still open at the cut-off (未结案件账龄). An item as old as a limit is not over it.
 *
 * CEPEJ, Guidelines on judicial statistics (GOJUST) 2008, age of pending cases.
 */
export function ageOfPending(histogram: DurationHistogram, limits: readonly number[] = []): AgeOfPending {
  const bins = durationBins(histogram);
  const pending = bins.reduce((sum, bin) => sum + bin.open, 0);
  const total = bins.reduce((sum, bin) => sum + bin.open * bin.length, 0);
  const quantileOf = (p: number) => histogramQuantile(histogram, p, { of: 'open' }).value;
  const over = limits.map(limit => {
    const count = bins.reduce((sum, bin) => (bin.length > limit ? sum + bin.open : sum), 0);
    return { limit, count, share: pending === 0 ? null : count / pending };
  });
  return {
    pending,
    mean: pending === 0 ? null : total / pending,
    median: quantileOf(0.5),
    ninetieth: quantileOf(0.9),
    over,
  };
}
