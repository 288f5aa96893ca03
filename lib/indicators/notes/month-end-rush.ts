import { wilson } from '../../stats/index.ts';
import type { Figure } from '../figure.ts';
import type { FigureNote } from './figure-notes.ts';

/** What a measure with `lastDays` counts. */
const lastDays = 3;

/** A share that much above what the days explain is worth a word. */
const leastTimes = 1.5;

/** Of fewer a rush is not to be told. */
const fewestClosings = 10;

/** So rare by chance that a year of monthly figures of twelve places has one at most. */
const confidence = 0.998;

/**
 * Whether more was closed in the last three days of the months than these days explain: the whole 99.8 % interval of the share lies
 * above it, it is half as much again, and ten were closed at least. What they explain is their share of the days or of the weekdays, whichever is more.
 * `figure`: of monthEndShare; of rounded counts its own interval counts, which holds the rounding.
 */
export function monthEndRush(figure: Figure): FigureNote | undefined {
  if (figure.value === null || figure.reason === 'PERIOD_NOT_OVER') return undefined;
  const { numerator: atMonthEnd, denominator: closed, period, roundedTo, interval } = figure;
  const expected = explainedBy(period.from, period.to);
  const limits = roundedTo === null ? wilson(atMonthEnd, closed, confidence) : null;
  const lower = roundedTo === null ? (limits?.lower ?? 0) : (interval?.lower ?? 0) / 100;
  const share = figure.value / 100;
  if (closed < fewestClosings || !(lower > expected && share >= leastTimes * expected)) return undefined;
  return { code: 'MONTH_END_RUSH', evidence: { closed, atMonthEnd, share, expected } };
}

function explainedBy(from: string, to: string): number {
  let [days, ends, weekdays, weekdayEnds] = [0, 0, 0, 0];
  const day = new Date(`${from}T00:00:00Z`);
  for (; day.toISOString().slice(0, 10) <= to; day.setUTCDate(day.getUTCDate() + 1)) {
    const later = new Date(day);
    later.setUTCDate(later.getUTCDate() + lastDays);
    const isEnd = later.getUTCMonth() !== day.getUTCMonth() ? 1 : 0;
    const isWeekday = day.getUTCDay() % 6 === 0 ? 0 : 1;
    days += 1;
    ends += isEnd;
    weekdays += isWeekday;
    weekdayEnds += isEnd * isWeekday;
  }
  return Math.max(ends / days, weekdayEnds / weekdays);
}
