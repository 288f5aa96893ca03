/** How a department writes days and moments. */
export type Form = 'yyyyMMdd' | 'yyyyMMddHHmmss' | 'yyyy-MM-dd' | 'yyyy/MM/dd' | 'yyyy-MM-dd HH:mm:ss';

/** Months of the figures: October 2023 to September 2026. */
export const months: readonly string[] = Array.from({ length: 36 }, (_, i) =>
  new Date(Date.UTC(2023, 9 + i, 1)).toISOString().slice(0, 7),
);

const dayLength = 86_400_000;

/** Days since 1970 of the last day of each month. */
export const monthEnds: readonly number[] = months.map((_, i) => Date.UTC(2023, 10 + i, 0) / dayLength);

/** The last day of the data. */
export const cutOff = monthEnds[35] ?? 0;

function markOf(form: Form): string {
  return form.includes('/') ? '/' : form.includes('-') ? '-' : '';
}

function literals(days: readonly string[], mark: string): string {
  return days.map(day => `'${day.replaceAll('-', mark)}'`).join(', ');
}

const usualDays = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(4, 10));
const leapDays = ['2016-02-29', '2020-02-29', '2024-02-29'];

/** Rows whose text is a day of the calendar. */
export function real(column: string, form: Form): string {
  const mark = markOf(form);
  const [from, length] = [5, 4 + 2 * mark.length];
  const year = `(substr(${column}, ${from}, ${length}) IN (${literals(usualDays, mark)}) OR substr(${column}, 1, ${4 + length}) IN (${literals(leapDays, mark)}))`;
  return `(length(${column}) = ${form.length} AND ${year})`;
}

/** How the form writes that there is no day; an empty text says so everywhere. */
export function none(column: string, ...words: readonly string[]): string {
  return `(${column} IS NULL OR ${column} IN (${['', ...words].map(word => `'${word}'`).join(', ')}))`;
}

/** The month of a day or moment, as the department writes it. */
export function month(column: string, form: Form): string {
  return `substr(${column}, 1, ${markOf(form) === '' ? 6 : 7})`;
}

/** The same of a day of the calendar, NULL of what is none. */
export function monthIf(column: string, form: Form): string {
  return `CASE WHEN ${real(column, form)} THEN ${month(column, form)} END`;
}

/** The same where the column holds a day, NULL where it says that there is none. */
export function monthUnless(column: string, form: Form, ...words: readonly string[]): string {
  return `CASE WHEN NOT ${none(column, ...words)} THEN ${month(column, form)} END`;
}

/** Rows with a day of the calendar in one of the months. */
export function inMonths(column: string, form: Form): string {
  const mark = markOf(form);
  const [from, to] = ['2023-10-01', '2026-10-01'].map(day => day.replaceAll('-', mark));
  return `${column} >= '${from}' AND ${column} < '${to}' AND ${real(column, form)}`;
}

/** The first day after the data, as a text that those of the form are less than. */
export function afterData(form: Form): string {
  return `'${'2026-10-01'.replaceAll('-', markOf(form))}'`;
}

const known = new Map<unknown, number | null | undefined>();

/** A day since 1970 that a database wrote; null where it says that there is none, undefined where it cannot be read. */
export function dayOf(text: unknown): number | null | undefined {
  if (text === null || text === '') return null;
  const before = known.get(text);
  if (before !== undefined || known.has(text)) return before;
  const digits = String(text).replaceAll(/\D/g, '');
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const time = digits.length === 8 ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  const day = /^[01]/.test(digits) ? null : real ? time / dayLength : undefined;
  known.set(text, day);
  return day;
}

/** The number of a month: 1 is October 2023, 0 stands for all before; null where there is none. */
export function slotOf(text: unknown): number | null {
  if (text === null) return null;
  const month = String(text);
  const slot = Number(month.slice(0, 4)) * 12 + Number(month.slice(-2)) - (2023 * 12 + 9);
  return Math.max(0, slot);
}

/** The same of a day. */
export function slotOfDay(day: number): number {
  const date = new Date(day * dayLength);
  return Math.max(0, date.getUTCFullYear() * 12 + date.getUTCMonth() + 1 - (2023 * 12 + 9));
}
