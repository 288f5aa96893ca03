import { recordTypes } from '../indicators/index.ts';
import { callerError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { endOfLastWhole, parsePeriod, periodBefore, periodOf } from '../kernel/period.ts';
import type { AlertFigures } from '../store/index.ts';
import {
  type CountedMonths,
  countSeries,
  type EarlyWarnings,
  earlyWarnings,
  fewestMonths,
  readWarningSettings,
} from '../warning/index.ts';
import { alertWords } from './alert-words.ts';
import { type AlertsOptions, printAlerts } from './alerts.ts';
import { withStore } from './open-county-store.ts';
import { type AskingOptions, withClient } from './with-client.ts';

export interface AlertsRunOptions extends AlertsOptions, AskingOptions {
  /** Of the window, up to the last whole one. */
  readonly months: number;
}

/** The whole months of a county's data. */
function wholeMonths({ data }: County): { from: string; to: string } {
  const first = periodOf('MONTH', data.from);
  const from = first.from === data.from ? first : periodBefore(first, -1);
  return { from: from.label, to: periodOf('MONTH', endOfLastWhole('MONTH', data.asOf)).label };
}

function figuresOf({ warnings, calibration }: EarlyWarnings, counted: CountedMonths): AlertFigures[] {
  const falseAlarms = { allowed: calibration.allowed, expected: calibration.expectedAYear };
  return warnings.map(({ series: { watched, category, area }, ...figures }) => ({
    type: watched.type,
    measure: watched.measure,
    dimension: watched.field,
    category,
    area,
    department: recordTypes[watched.type].department,
    ...figures,
    falseAlarms,
    asOf: counted.asOf ?? parsePeriod(figures.month).to,
  }));
}

function tooShort(months: number): Error {
  return callerError('HISTORY_TOO_SHORT', {
    expected: `at least ${fewestMonths} whole months of data before those that are read`,
    got: `${months}`,
    todo: 'read fewer months with --months, or wait',
  });
}

/**
 * Reads the newest whole months and raises alerts. A run that is repeated raises nothing twice. What is said of the run goes to
 * standard error, so that the alerts can be taken from standard output.
 */
export async function runAlerts(options: AlertsRunOptions): Promise<void> {
  await withStore(options, async ({ alerts }, county) => {
    const settings = readWarningSettings(county.warning);
    const words = alertWords[options.language];
    const counted = await withClient(county, options, client =>
      countSeries(client, settings.watched, wholeMonths(county)),
    );
    for (const { type, message } of counted.silent) console.error(`${type} ${words.silent}: ${message}`);
    const found = earlyWarnings(counted, { window: options.months, falseAlarmsAYear: settings.falseAlarmsAYear });
    if (found === null) throw tooShort(counted.months.length - options.months);
    const { raised, known } = await alerts.raise(figuresOf(found, counted), new Date());
    const { calibration, months, series, replayed } = found;
    const span = months.length === 1 ? months[0] : `${months[0]} – ${months.at(-1)}`;
    console.error(words.run(raised.length, known.length, span ?? '', series));
    const [expected, years] = [calibration.expectedAYear.toFixed(1), calibration.simulatedYears];
    console.error(words.cost(Number(expected), years, calibration.allowed));
    console.error(`${words.replayed(replayed.months, replayed.alarms)}\n`);
    await printAlerts(raised, county, options);
  });
}
