import { type Interval, type PartialInterval, rateInterval, rateRatio, wilson } from '../../stats/index.ts';
import { type Side, amountOf } from './amount.ts';
import type { Cell, Chance, Formula } from './formula.ts';
import type { Method } from './method.ts';

type Limits = (numerator: number, denominator: number) => Interval | PartialInterval | null;
type Rows = (numerator: number, denominator: number) => number | null;

/** Percent of rows that have reached something, out of all that could: Wilson's interval. */
export function share(numerator: Side, denominator: Side): Formula {
  return { ...quotient(['share', 'share'], numerator, denominator, 100, rowsOfDenominator, wilson), nature: 'part' };
}

/**
 * One count in percent of another that does not contain it (closed and filed in the same month): may exceed 100.
 * The interval is the exact one of the ratio of two Poisson counts.
 */
export function countRatio(numerator: Side, denominator: Side): Formula {
  return quotient(['countRatio', 'estimate'], numerator, denominator, 100, rowsOfDenominator, poissonRatio);
}

/**
 * Percent of an amount added up over rows (households, persons, yuan). No interval: what rows hold together does not come
 * independently, so one row counts once and no sample of households has been drawn.
 */
export function sumShare(numerator: Side, denominator: Side): Formula {
  return { ...quotient(['sumShare', 'none'], numerator, denominator, 100, unknown, none), nature: 'part' };
}

/** Events per 10,000 of a population, in the period itself (not annualised): the interval of a Poisson rate. */
export function per10k(events: Side, population: Side): Formula {
  return rate(events, population, 10_000);
}

/** Events per `unit` of an exposure, in the period itself (not annualised): the interval of a Poisson rate. */
export function rate(events: Side, exposure: Side, unit: number): Formula {
  return quotient(['rate', 'rate'], events, exposure, unit, rowsOfNumerator, rateInterval);
}

/** A stock or an amount per `unit` of another: beds per 1,000 people. Nothing was sampled: no interval. */
export function density(amount: Side, of: Side, unit: number): Formula {
  return quotient(['density', 'none'], amount, of, unit, unknown, none);
}

/** One count to another, as a number: 0.8 is eight to ten. The interval is the exact one of the ratio of two Poisson counts. */
export function ratio(numerator: Side, denominator: Side): Formula {
  return quotient(['ratio', 'estimate'], numerator, denominator, 1, rowsOfDenominator, poissonRatio);
}

/**
 * Days that it would take to resolve what is pending at the end of the period, at the pace of the period: days of the
 * period x pending / resolved (CEPEJ's disposition time, there with 365 days).
 */
export function dispositionDays(pending: Side, resolved: Side): Formula {
  return quotient(
    ['dispositionDays', 'estimate'],
    pending,
    resolved,
    cell => cell.days,
    rowsOfDenominator,
    poissonRatio,
  );
}

const poissonRatio: Limits = (x, n) => rateRatio(x, 1, n, 1);
const none: Limits = () => null;
const unknown: Rows = () => null;
const rowsOfDenominator: Rows = (_, denominator) => denominator;
const rowsOfNumerator: Rows = numerator => numerator;

function quotient(
  [method, chance]: readonly [Method, Chance],
  numerator: Side,
  denominator: Side,
  factor: number | ((cell: Cell) => number),
  rows: Rows,
  limits: Limits,
): Formula {
  const [above, below] = [amountOf(numerator), amountOf(denominator)];
  return {
    terms: [...above.terms, ...below.terms],
    registers: [...above.registers, ...below.registers],
    chance,
    method,
    evaluate(cell) {
      const [x, n] = [above.of(cell), below.of(cell)];
      const counts = { numerator: x, denominator: n, rows: rows(x, n) };
      if (n === 0) return { ...counts, value: null, interval: null, undetermined: 'NO_DENOMINATOR' };
      const times = typeof factor === 'number' ? factor : factor(cell);
      const interval = limits(x, n);
      return {
        ...counts,
        value: (x / n) * times,
        interval: interval && { lower: scaled(interval.lower, times), upper: scaled(interval.upper, times) },
        undetermined: null,
      };
    },
  };
}

function scaled(limit: number | null, factor: number): number | null {
  return limit === null ? null : limit * factor;
}
