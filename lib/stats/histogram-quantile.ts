import { binomial } from './binomial.ts';
import { tailProbability } from './confidence.ts';
import { durationBins, type DurationHistogram } from './duration-histogram.ts';
import type { Estimate } from './interval.ts';
import { rankedQuantile } from './quantile.ts';

export interface HistogramQuantileOptions {
  /** Which column: how long the closed ones took (default), or how old the open ones are. */
  readonly of?: 'closed' | 'open';
  /** Default 0.95. The interval covers at least this much. */
  readonly confidence?: number;
}

/**
 * The p-quantile (type 7, 0 < p < 1) of the lengths of one column, as if every item were listed. It knows nothing of the
 * other column: with many open items the closed ones are the short ones, and kmQuantile is the honest answer.
 * The limits are order statistics: the ranks that enclose the true quantile with the binomial probability asked for; `null`
 * where there are too few items for such a rank. All `null` when the column is empty.
 *
 * Hyndman & Fan 1996 (type 7); David & Nagaraja 2003, Order Statistics, section 7.1 (interval).
 * @throws RangeError when p is not between 0 and 1 (both exclusive)
 */
export function histogramQuantile(
  histogram: DurationHistogram,
  p: number,
  options: HistogramQuantileOptions = {},
): Estimate {
  const { of = 'closed', confidence = 0.95 } = options;
  if (!(p > 0 && p < 1))
    throw new RangeError(`Expected a probability between 0 and 1, got ${p}; give 0.5 for the median.`);
  const lengths: number[] = [];
  const lastRanks: number[] = [];
  let n = 0;
  for (const bin of durationBins(histogram)) {
    n += bin[of];
    lengths.push(bin.length);
    lastRanks.push(n);
  }
  const valueAt = (rank: number) =>
    rank < 1 || rank > n ? null : (lengths[lastRanks.findIndex(last => last >= rank)] ?? null);
  const ranks = enclosingRanks(n, p, tailProbability(confidence));
  return { value: rankedQuantile(valueAt, n, p), lower: valueAt(ranks.lower), upper: valueAt(ranks.upper) };
}

/**
 * The highest rank below, and the lowest above, the true quantile with error of at most `tail` each. With B ~ Binomial(n, p)
 * the value of rank r lies above the quantile with probability P(B < r). Rank 0 and rank n + 1 mean: none.
 */
function enclosingRanks(n: number, p: number, tail: number): { lower: number; upper: number } {
  const { first, probability } = binomial(n, p);
  let lower = first;
  let upper = n + 1;
  let below = 0;
  for (const [index, each] of probability.entries()) {
    below += each;
    const rank = first + index + 1;
    if (below <= tail) lower = rank;
    if (below >= 1 - tail) {
      upper = rank;
      break;
    }
  }
  return { lower, upper };
}
