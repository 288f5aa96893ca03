import { type Estimate, histogramQuantile, kaplanMeier, kmQuantile } from '../../stats/index.ts';
import type { Lengths } from '../measure.ts';
import type { Formula, Histogram } from './formula.ts';

/** Seconds are reported as minutes, days as days. */
const divisor: Record<Histogram['unit'], number> = { DAY: 1, SECOND: 60 };

/**
 * The length after which half of the rows had ended, with the open ones counted for as long as they have lasted.
 * NOT_REACHED while too many are open. Numerator: ended rows; denominator: all.
 */
export function kaplanMeierMedian(term: Lengths): Formula {
  return {
    terms: [term],
    evaluate(cell) {
      const histogram = cell.lengths(term);
      const ended = total(histogram.closed);
      const all = ended + total(histogram.open);
      const median = all === 0 ? nothing : kmQuantile(kaplanMeier(histogram), 0.5);
      return { ...inUnit(median, histogram), numerator: ended, denominator: all, rows: all, ...reason(median, all) };
    },
  };
}

/**
 * A quantile of the lengths that ended (the open ones say nothing here: a call whose arrival nobody noted did not wait
 * for years). Numerator: ended rows; denominator: all.
 */
export function quantile(term: Lengths, p: number): Formula {
  return {
    terms: [term],
    evaluate(cell) {
      const histogram = cell.lengths(term);
      const ended = total(histogram.closed);
      const estimate = ended === 0 ? nothing : histogramQuantile(histogram, p);
      return {
        ...inUnit(estimate, histogram),
        numerator: ended,
        denominator: ended + total(histogram.open),
        rows: ended,
        ...reason(estimate, ended),
      };
    },
  };
}

const nothing: Estimate = { value: null, lower: null, upper: null };

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function inUnit({ value, lower, upper }: Estimate, { unit }: Histogram) {
  const convert = (length: number | null) => (length === null ? null : length / divisor[unit]);
  const known = value !== null && (lower !== null || upper !== null);
  return { value: convert(value), interval: known ? { lower: convert(lower), upper: convert(upper) } : null };
}

function reason({ value }: Estimate, rows: number) {
  const undetermined = rows === 0 ? ('NO_DENOMINATOR' as const) : ('NOT_REACHED' as const);
  return { undetermined: value === null ? undetermined : null };
}
