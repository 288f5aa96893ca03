import { shapeOf } from './shape-of.ts';
import { callerError } from './coded-error.ts';

/** Reporting periods: month 月, quarter 季, year 年. */
export const periodUnits = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A reporting period. `from` and `to` are ISO dates, both inside the period. */
export interface Period {
  readonly unit: PeriodUnit;
  /** `2026-08`, `2026-Q3` or `2026`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const monthsIn: Record<PeriodUnit, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** Months since year 0, from 0. */
function periodFromMonth(unit: PeriodUnit, month: number): Period {
  const first = month - (month % monthsIn[unit]);
  const year = Math.floor(first / 12);
  const last = new Date(Date.UTC(year, (first % 12) + monthsIn[unit], 0));
  const label =
    unit === 'YEAR'
      ? `${year}`
      : unit === 'QUARTER'
        ? `${year}-Q${(first % 12) / 3 + 1}`
        : `${year}-${pad((first % 12) + 1)}`;
  return { unit, label, from: `${year}-${pad((first % 12) + 1)}-01`, to: last.toISOString().slice(0, 10) };
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function firstMonth(period: Period): number {
  return Number(period.from.slice(0, 4)) * 12 + Number(period.from.slice(5, 7)) - 1;
}

/** Reads `2026`, `2026-Q3` or `2026-08`; anything else is refused with BAD_PERIOD. */
export function parsePeriod(label: string): Period {
  const match = /^((?:19|20|21)\d\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(label);
  if (!match) {
    throw callerError('BAD_PERIOD', {
      expected: 'a period as 2026, 2026-Q3 or 2026-08',
      got: shapeOf(label),
      todo: 'write it in one of these forms',
    });
  }
  const year = Number(match[1]) * 12;
  if (match[2] !== undefined) return periodFromMonth('QUARTER', year + (Number(match[2]) - 1) * 3);
  if (match[3] !== undefined) return periodFromMonth('MONTH', year + Number(match[3]) - 1);
  return periodFromMonth('YEAR', year);
}

/** The period of a unit that holds an ISO date. */
export function periodOf(unit: PeriodUnit, date: string): Period {
  return periodFromMonth(unit, Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1);
}

/** All periods from `first` to `last`, both included; they must be of one unit. */
export function periodRange(first: Period, last: Period): Period[] {
  if (first.unit !== last.unit || first.from > last.from) {
    throw callerError('BAD_PERIOD', {
      expected: 'a first and a last period of one unit, in order',
      got: `${first.label} to ${last.label}`,
      todo: 'swap them or write both as months, quarters or years',
    });
  }
  const periods: Period[] = [];
  for (let month = firstMonth(first); month <= firstMonth(last); month += monthsIn[first.unit]) {
    periods.push(periodFromMonth(first.unit, month));
  }
  return periods;
}

/** The period `count` units before (or after, when negative). */
export function periodBefore(period: Period, count = 1): Period {
  return periodFromMonth(period.unit, firstMonth(period) - count * monthsIn[period.unit]);
}

/** The last day of the last period of a unit that is over at the end of an ISO date. */
export function endOfLastWhole(unit: PeriodUnit, date: string): string {
  const period = periodOf(unit, date);
  return period.to === date ? date : periodBefore(period).to;
}
