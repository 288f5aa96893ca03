import { type Estimate, histogramQuantile, kaplanMeier, kmQuantile, kmSurvival } from '../../stats/index.ts';
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
    registers: [],
    method: 'kaplanMeierMedian',
    chance: 'survival',
    nature: 'length',
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
    registers: [],
    method: 'quantile',
    chance: 'estimate',
    nature: 'length',
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

/**
 * Percent of rows that had come to an end after `length` days, with the open ones counted for as long as they have been
 * observed: 1 - S(length) of Kaplan and Meier. NOT_REACHED while nobody has been observed for so long. Numerator: rows
 * that ended by then; denominator: all.
 */
export function kaplanMeierShare(term: Lengths, length: number): Formula {
  return {
    terms: [term],
    registers: [],
    method: 'kaplanMeierShare',
    chance: 'survival',
    evaluate(cell) {
      const histogram = cell.lengths(term);
      const all = total(histogram.closed) + total(histogram.open);
      const early = histogram.length.reduce((sum, at, i) => sum + (at <= length ? (histogram.closed[i] ?? 0) : 0), 0);
      const rest = all === 0 ? nothing : kmSurvival(kaplanMeier(histogram), length);
      const limits = { lower: endedPercent(rest.upper), upper: endedPercent(rest.lower) };
      return {
        value: endedPercent(rest.value),
        interval: limits.lower === null && limits.upper === null ? null : limits,
        numerator: early,
        denominator: all,
        rows: all,
        ...reason(rest, all),
      };
    },
  };
}

/**
 * A quantile of the ages of what is open at the end of the period (type 7). Numerator and denominator: the rows that are
 * open. Everything is known: no interval.
 */
export function ageQuantile(term: Lengths, p: number): Formula {
  return {
    terms: [term],
    registers: [],
    method: 'ageQuantile',
    chance: 'none',
    nature: 'length',
    evaluate(cell) {
      const histogram = cell.lengths(term);
      const rows = total(histogram.open);
      const { value } = rows === 0 ? nothing : histogramQuantile(histogram, p, { of: 'open' });
      return {
        ...inUnit({ value, lower: null, upper: null }, histogram),
        numerator: rows,
        denominator: rows,
        rows,
        undetermined: rows === 0 ? 'NO_DENOMINATOR' : null,
      };
    },
  };
}

/** Where the class begins that ends at a length, both in the unit of figures: the length before it, or 0. */
export function startOfClass({ length, unit }: Histogram, end: number): number {
  return Math.max(0, ...length.map(at => at / divisor[unit]).filter(at => at < end));
}

const nothing: Estimate = { value: null, lower: null, upper: null };

function endedPercent(surviving: number | null): number | null {
  return surviving === null ? null : (1 - surviving) * 100;
}

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
