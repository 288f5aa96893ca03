import { calibrate, exceeds, readCounty, type Calibration } from './calibrate.ts';
import type { CountedMonths, CountSeries } from './count-series.ts';
import { shortestHistory, type Reading, type Rule } from './rules.ts';

/** A count that is more than chance brings: of a category in a town and month, never of less. */
export interface Warning {
  readonly series: CountSeries;
  /** 2026-08. */
  readonly month: string;
  readonly observed: number;
  readonly expected: number;
  /** What the observed count had to exceed, calibrated. */
  readonly limit: number;
  /** The rule that is exceeded most. */
  readonly rule: Rule;
  /** All rules that are exceeded. */
  readonly rules: readonly Rule[];
}

export interface EarlyWarnings {
  readonly warnings: readonly Warning[];
  readonly calibration: Calibration;
  /** The window: its months. */
  readonly months: readonly string[];
  readonly series: number;
  /** What the same thresholds find in the year before the window, of what the months before let expect. */
  readonly replayed: { readonly months: number; readonly alarms: number };
}

/**
 * Reads the months of the window (the last `window` ones) of all series, with thresholds calibrated on the months before it.
 * `null` where the county has less than 15 months before it: too few to say what chance is.
 */
export function earlyWarnings(
  counted: CountedMonths,
  { window, falseAlarmsAYear }: { readonly window: number; readonly falseAlarmsAYear: number },
): EarlyWarnings | null {
  const to = counted.months.length - 1;
  const from = to - window + 1;
  if (from < fewestMonths) return null;
  const calibration = calibrate(counted, from, to, falseAlarmsAYear);
  const warnings = warned(counted, from, to, calibration);
  const first = Math.max(shortestHistory, from - 12);
  return {
    warnings,
    calibration,
    months: counted.months.slice(from),
    series: counted.series.length,
    replayed: { months: from - first, alarms: replay(counted, first, from - 1, falseAlarmsAYear) },
  };
}

export const fewestMonths = 15;

/** Alarms in months of the past, by thresholds calibrated for them as if they were the window. */
function replay(counted: CountedMonths, from: number, to: number, allowed: number): number {
  return warned(counted, from, to, calibrate(counted, from, to, allowed)).length;
}

function warned(counted: CountedMonths, from: number, to: number, { thresholds }: Calibration): Warning[] {
  return readCounty(counted, from, to).flatMap(({ series, month, readings }) => {
    const over = readings.filter(reading => exceeds(reading, thresholds));
    const excess = ({ rule, strength }: Reading): number => strength / (thresholds[rule] ?? 1);
    const [most] = over.sort((a, b) => excess(b) - excess(a));
    const [label, observed] = [counted.months[month], series.counts[month] ?? null];
    if (most === undefined || label === undefined || observed === null) return [];
    const limit = most.expected + (thresholds[most.rule] ?? 1) * (most.limit - most.expected);
    return [
      {
        series,
        month: label,
        observed,
        expected: most.expected,
        limit,
        rule: most.rule,
        rules: over.map(each => each.rule),
      },
    ];
  });
}
