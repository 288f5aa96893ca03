import { type Interval, type PartialInterval, rateInterval, rateRatio, wilson } from '../../stats/index.ts';
import type { Count } from '../measure.ts';
import type { Formula } from './formula.ts';

type Limits = (numerator: number, denominator: number) => Interval | PartialInterval | null;

/** Percent of rows that have reached something, out of all that could: Wilson's interval. */
export function share(numerator: Count, denominator: Count): Formula {
  return quotient(numerator, denominator, 100, rowsOfDenominator, wilson);
}

/**
 * One count in percent of another that does not contain it (closed and filed in the same month): may exceed 100.
 * The interval is the exact one of the ratio of two Poisson counts.
 */
export function countRatio(numerator: Count, denominator: Count): Formula {
  return quotient(numerator, denominator, 100, rowsOfDenominator, (x, n) => rateRatio(x, 1, n, 1));
}

/**
 * Percent of an amount added up over rows (households, persons). No interval: what rows hold together does not come
 * independently, so one row counts once and no sample of households has been drawn.
 */
export function sumShare(numerator: Count, denominator: Count): Formula {
  return quotient(
    numerator,
    denominator,
    100,
    () => null,
    () => null,
  );
}

/** Events per 10,000 of a population, in the period itself (not annualised): the interval of a Poisson rate. */
export function per10k(events: Count, population: Count): Formula {
  return quotient(events, population, 10_000, events => events, rateInterval);
}

function rowsOfDenominator(_: number, denominator: number): number {
  return denominator;
}

function quotient(
  numerator: Count,
  denominator: Count,
  factor: number,
  rows: (numerator: number, denominator: number) => number | null,
  limits: Limits,
): Formula {
  return {
    terms: [numerator, denominator],
    evaluate(cell) {
      const [x, n] = [cell.count(numerator), cell.count(denominator)];
      const counts = { numerator: x, denominator: n, rows: rows(x, n) };
      if (n === 0) return { ...counts, value: null, interval: null, undetermined: 'NO_DENOMINATOR' };
      const interval = limits(x, n);
      return {
        ...counts,
        value: (x / n) * factor,
        interval: interval && { lower: scaled(interval.lower, factor), upper: scaled(interval.upper, factor) },
        undetermined: null,
      };
    },
  };
}

function scaled(limit: number | null, factor: number): number | null {
  return limit === null ? null : limit * factor;
}
