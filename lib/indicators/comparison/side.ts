import { dayNumber } from '../day.ts';
import type { Figure, Known } from '../figure.ts';
import type { ComparedSide } from './compared-figure.ts';
import type { Measured } from './difference.ts';

/** What a comparison keeps of a figure. */
export function sideOf(figure: Figure, places: readonly string[] = [figure.area.code]): ComparedSide {
  const { value, numerator, denominator, interval, status, reason, roundedTo, definitionVersion, asOf, period } =
    figure;
  const { label, from, to } = period;
  const counts = { value, numerator, denominator, interval };
  return { ...counts, status, reason, roundedTo, definitionVersion, asOf, period: { label, from, to }, places };
}

/** A figure with the days over which it counts: those of its period up to the cut-off. */
export function measuredOf(figure: Known): Measured {
  const { value, numerator, denominator, interval, roundedTo, period, asOf } = figure;
  const to = asOf !== null && asOf < period.to ? asOf : period.to;
  return { value, numerator, denominator, interval, roundedTo, days: dayNumber(to) - dayNumber(period.from) + 1 };
}
