import { type Period, periodBefore, periodRange, type PeriodUnit } from '../../kernel/period.ts';
import { springFestivalShare } from '../../stats/index.ts';
import type { Form, Indicator } from '../indicator.ts';
import { type Span, spanOf } from '../window.ts';

const aYear: Record<PeriodUnit, number> = { MONTH: 12, QUARTER: 4, YEAR: 1 };

/** A period, and the one that it is held against. */
export interface PeriodPair {
  readonly now: Period | Span;
  readonly against: Period | Span;
  /** By how many periods of the unit they are apart. */
  readonly apart: number;
}

type Timed = 'previous' | 'year' | 'cumulative';

/**
 * What a period is compared with over time; undefined where such a comparison is not made: of a state at a day there is no sum, and
 * the first period of a year is no more than itself.
 */
export function pairOf(
  kind: Timed,
  { yearBegins = 1 }: Pick<Indicator, 'yearBegins'>,
  { form }: Pick<Form, 'form'>,
  period: Period,
): PeriodPair | undefined {
  if (kind === 'previous') return { now: period, against: periodBefore(period), apart: 1 };
  const apart = aYear[period.unit];
  const isState = form === 'snapshot';
  if (kind === 'year' && (period.unit !== 'MONTH' || isState || month(period) > 2)) {
    return { now: period, against: periodBefore(period, apart), apart };
  }
  const first = kind === 'year' ? 1 : yearBegins;
  const last = kind === 'year' ? periodBefore(period, month(period) - 2) : period;
  const place = period.unit === 'MONTH' ? (month(last) - first + 12) % 12 : Number(last.label.slice(-1)) - 1;
  if (kind === 'cumulative' && (isState || period.unit === 'YEAR' || place === 0)) return undefined;
  const now = periodRange(periodBefore(last, place), last);
  return { now: spanOf(now), against: spanOf(now.map(each => periodBefore(each, apart))), apart };
}

function month({ from }: Period): number {
  return Number(from.slice(5, 7));
}

/** How much of the days around the Spring Festival falls into a period, 0 to 1. */
export function festivalIn(period: { readonly from: string; readonly to: string }): number {
  let share = 0;
  const last = Number(period.to.slice(0, 4)) * 12 + Number(period.to.slice(5, 7));
  for (let at = Number(period.from.slice(0, 4)) * 12 + Number(period.from.slice(5, 7)); at <= last; at++) {
    const year = Math.floor((at - 1) / 12);
    if (year >= 2000 && year <= 2050) share += springFestivalShare(year, ((at - 1) % 12) + 1);
  }
  return share;
}
