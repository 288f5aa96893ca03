import { invariant } from '../kernel/coded-error.ts';
import { type Period, parsePeriod, periodBefore, periodOf, periodRange, type PeriodUnit } from '../kernel/period.ts';
import type { Indicator } from './indicator.ts';
import type { Term } from './measure.ts';

/** The periods of the departments' statistics that one period of an indicator is made of. */
export interface Window {
  /** As the indicator counts it: with another calendar a year may begin in December. */
  readonly period: Period;
  readonly unit: PeriodUnit;
  /** In order. */
  readonly labels: readonly string[];
  /** The one before the first. */
  readonly before: string;
}

/** Periods of one unit that follow each other, taken as one: January and February, the year so far. */
export interface Span extends Period {
  readonly parts: readonly Period[];
}

/** Several periods as one, labelled as ISO 8601 does: 2026-01/2026-08. One period stays as it is. */
export function spanOf(parts: readonly Period[]): Period | Span {
  const [first, last] = [parts[0], parts.at(-1)];
  invariant(first && last, 'a period at least');
  if (first === last) return first;
  return { unit: first.unit, label: `${first.label}/${last.label}`, from: first.from, to: last.to, parts };
}

const monthsIn: Record<PeriodUnit, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

export function windowOf(definition: Pick<Indicator, 'yearBegins'>, period: Period | Span): Window {
  return 'parts' in period ? windowOfSpan(definition, period) : windowOfOne(definition, period);
}

function windowOfSpan(definition: Pick<Indicator, 'yearBegins'>, { label, unit, parts }: Span): Window {
  const windows = parts.map(part => windowOfOne(definition, part));
  const [first, last] = [windows[0], windows.at(-1)];
  invariant(first && last, 'a period at least');
  return {
    period: { unit, label, from: first.period.from, to: last.period.to },
    unit: first.unit,
    labels: windows.flatMap(({ labels }) => labels),
    before: first.before,
  };
}

/** By period, then by the month in which years begin. */
const windows = new WeakMap<Period, Map<number, Window>>();

function windowOfOne({ yearBegins = 1 }: Pick<Indicator, 'yearBegins'>, period: Period): Window {
  const ofPeriod = windows.get(period) ?? new Map<number, Window>();
  windows.set(period, ofPeriod);
  const window = ofPeriod.get(yearBegins) ?? makeWindow(yearBegins, period);
  ofPeriod.set(yearBegins, window);
  return window;
}

function makeWindow(yearBegins: number, period: Period): Window {
  if (yearBegins === 1 || period.unit === 'MONTH') {
    return { period, unit: period.unit, labels: [period.label], before: periodBefore(period).label };
  }
  // From July on the year is named after the calendar year in which it ends.
  const shift = yearBegins > 6 ? 13 - yearBegins : 1 - yearBegins;
  const first = periodBefore(periodOf('MONTH', period.from), shift);
  const last = periodBefore(first, 1 - monthsIn[period.unit]);
  return {
    period: { ...period, from: first.from, to: last.to },
    unit: 'MONTH',
    labels: periodRange(first, last).map(({ label }) => label),
    before: periodBefore(first).label,
  };
}

/** The periods whose rows a term adds up: all of a flow's, the last of a stock's, the one before for its opening. */
export function labelsOf({ stock }: Term, { labels, before }: Window): readonly string[] {
  if (stock === undefined) return labels;
  return stock === 'opening' ? [before] : labels.slice(-1);
}

/** The first and the last of some labels of one unit. */
export function span(labels: readonly string[]): { readonly from: string; readonly to: string } {
  const ordered = labels.map(parsePeriod).sort((a, b) => (a.from < b.from ? -1 : 1));
  return { from: ordered[0]?.label ?? '', to: ordered.at(-1)?.label ?? '' };
}
