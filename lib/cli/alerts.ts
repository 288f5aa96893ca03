import type { County } from '../kernel/county.ts';
import type { Language } from '../kernel/text.ts';
import type { Alert, AlertChange, AlertState } from '../store/index.ts';
import { alertWords } from './alert-words.ts';
import { csv } from './csv.ts';
import { type StoreOptions, withStore } from './open-county-store.ts';
import { table } from './terminal-table.ts';

export interface AlertsOptions extends StoreOptions {
  readonly language: Language;
  readonly format: 'table' | 'json' | 'csv';
}

/** A word for what has one; a county's own types and categories stand for themselves. */
function word(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function ageInDays({ raisedAt }: Alert): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(raisedAt)) / 86_400_000));
}

function line(alert: Alert, county: County, language: Language): string[] {
  const { types, rules, states } = alertWords[language];
  return [
    alert.id,
    alert.month,
    county.areas.get(alert.area)?.name ?? alert.area,
    `${word(types, alert.type)} ${alert.category}`,
    String(alert.observed),
    alert.expected.toFixed(1),
    alert.limit.toFixed(1),
    word(rules, alert.rule),
    states[alert.state],
    alert.owner,
    String(ageInDays(alert)),
  ];
}

export function printAlerts(alerts: readonly Alert[], county: County, { language, format }: AlertsOptions): void {
  const { head, none } = alertWords[language];
  const rows = [[...head], ...alerts.map(alert => line(alert, county, language))];
  if (format === 'json')
    console.log(
      JSON.stringify(
        alerts.map(alert => ({ ...alert, ageDays: ageInDays(alert) })),
        null,
        2,
      ),
    );
  else if (format === 'csv') console.log(csv(rows));
  else console.log(alerts.length === 0 ? none : table(rows, [4, 5, 6, 10]));
}

export async function listAlerts(options: AlertsOptions & { readonly state?: readonly AlertState[] }): Promise<void> {
  const { state = ['new', 'acknowledged', 'explained'] } = options;
  await withStore(options, async ({ alerts }, county) => printAlerts(await alerts.list(state), county, options));
}

export async function showAlert(id: string, options: AlertsOptions): Promise<void> {
  const { language, format } = options;
  const { events: head, states } = alertWords[language];
  await withStore(options, async ({ alerts }, county) => {
    const { alert, events } = await alerts.show(id);
    if (format === 'json') {
      console.log(JSON.stringify({ ...alert, ageDays: ageInDays(alert), events }, null, 2));
      return;
    }
    const rows = [[...head], ...events.map(({ at, action, by, reason }) => [at, states[action], by ?? '', reason])];
    if (format === 'csv') {
      console.log(csv(rows));
      return;
    }
    printAlerts([alert], county, options);
    console.log(`\n${table(rows)}`);
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
