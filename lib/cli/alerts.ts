import { categoryWord, type CategoryWords } from '../indicators/index.ts';
import type { County } from '../kernel/county.ts';
import type { Language } from '../kernel/text.ts';
import type { Alert, AlertChange, AlertState } from '../store/index.ts';
import { alertWords } from './alert-words.ts';
import { wordsOfCounty } from './county-indicators.ts';
import type { TableCell } from './csv.ts';
import { type StoreOptions, withStore } from './open-county-store.ts';
import { type ReportOptions, writeReport } from './report.ts';
import { table } from './terminal-table.ts';

export interface AlertsOptions extends StoreOptions, ReportOptions {
  readonly language: Language;
}

/** A word for what has one; a county's own types stand for themselves. */
function word(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function ageInDays({ raisedAt }: Alert): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(raisedAt)) / 86_400_000));
}

function line(alert: Alert, county: County, named: CategoryWords, language: Language): TableCell[] {
  const { types, rules, states } = alertWords[language];
  return [
    alert.id,
    alert.month,
    county.areas.get(alert.area)?.name ?? alert.area,
    `${word(types, alert.type)} · ${categoryWord(named, [alert.type], alert.dimension, alert.category, language)}`,
    alert.observed,
    Number(alert.expected.toFixed(1)),
    Number(alert.limit.toFixed(1)),
    word(rules, alert.rule),
    states[alert.state],
    alert.owner,
    ageInDays(alert),
  ];
}

/** Columns of what is estimated. */
const decimals = new Set([5, 6]);

/** Numbers to one place after the point, as they stand in a column. */
function shown(cell: TableCell, column: number): string {
  return typeof cell === 'number' && decimals.has(column) ? cell.toFixed(1) : String(cell ?? '');
}

export async function printAlerts(alerts: readonly Alert[], county: County, options: AlertsOptions): Promise<void> {
  const { language } = options;
  const { head, none } = alertWords[language];
  const named = wordsOfCounty(county);
  const rows = [[...head], ...alerts.map(alert => line(alert, county, named, language))];
  await writeReport(
    {
      json: alerts.map(alert => ({ ...alert, ageDays: ageInDays(alert) })),
      table: () =>
        alerts.length === 0
          ? none
          : table(
              rows.map(row => row.map(shown)),
              [4, 5, 6, 10],
            ),
      sheets: () => [{ name: '预警 Alerts', rows }],
    },
    options,
  );
}

export async function listAlerts(options: AlertsOptions & { readonly state?: readonly AlertState[] }): Promise<void> {
  const { state = ['new', 'acknowledged', 'explained'] } = options;
  await withStore(options, async ({ alerts }, county) => printAlerts(await alerts.list(state), county, options));
}

export async function showAlert(id: string, options: AlertsOptions): Promise<void> {
  const { language } = options;
  const { head: alertHead, events: head, states } = alertWords[language];
  await withStore(options, async ({ alerts }, county) => {
    const { alert, events } = await alerts.show(id);
    const told = [[...alertHead], line(alert, county, wordsOfCounty(county), language)];
    const rows = [[...head], ...events.map(({ at, action, by, reason }) => [at, states[action], by ?? '', reason])];
    await writeReport(
      {
        json: { ...alert, ageDays: ageInDays(alert), events },
        table: () =>
          `${table(
            told.map(row => row.map(shown)),
            [4, 5, 6, 10],
          )}\n\n${table(rows)}`,
        sheets: () => [
          { name: '经过 Events', rows },
          { name: '预警 Alert', rows: told },
        ],
      },
      options,
    );
  });
}

export async function changeAlert(
  id: string,
  to: AlertChange['to'],
  options: AlertsOptions & { readonly by: string; readonly reason: string },
): Promise<void> {
  const { by, reason } = options;
  await withStore(options, async ({ alerts }, county) =>
    printAlerts([await alerts.change(id, { to, by, reason, at: new Date() })], county, options),
  );
}
