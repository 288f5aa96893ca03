import { invariant } from '../../kernel/coded-error.ts';
import type { MissingReason } from '../../kernel/missing.ts';
import type { Period } from '../../kernel/period.ts';
import type { Bound } from '../bind/bind.ts';
import { unreadable, type Column } from '../column.ts';
import { rowsWith } from '../convert/steps.ts';
import { list } from '../dialect/dialect.ts';
import { spell } from '../mapping/date-format.ts';
import { amongDays } from './day-list.ts';
import { inLastDays } from './last-days.ts';
import { narrowToTime } from './narrow.ts';
import type { Is, Measure } from '../record-type.ts';

/** One grouping of a statistic: rows by the period of a date. Slices become one statement by UNION ALL. */
export interface Slice {
  /** A day or moment; its period is the row's period. */
  readonly date: string;
  /** The column that it is, where it is one. */
  readonly column?: Column;
  /** Rows before the first period count too, under the label ''. */
  readonly fromTheBeginning: boolean;
  readonly condition: string;
  /** What is added up, per measure. */
  readonly sums: readonly { readonly measure: string; readonly value: string }[];
  readonly durations?: Durations;
  readonly ages?: Ages;
}

/** Rows that were open at the end of a period: grouped by the day from which and the period in which they no longer are. */
interface Ages {
  readonly measure: string;
  /** Whether a row is still open at the cut-off: its label is `stillOpen`. */
  readonly open: string;
  /** Days from the first day of 1900 to that from which it is open. */
  readonly since: string;
}

/** The label of rows that are open at the cut-off. */
export const stillOpen = '~';

/** The day from which `Ages.since` counts; nothing that can be read is earlier. */
export const firstDay = '1900-01-01';

/** Lengths by which rows are grouped, for all measures that measure from one date to another. */
interface Durations {
  readonly length: string;
  /** Whether the row's length has ended. */
  readonly closed: string;
  /** `counts`: the condition of the measure's own rows, where the slice has those of others too. */
  readonly of: readonly { readonly measure: string; readonly counts: string }[];
}

export interface Window {
  readonly first: Period;
  readonly last: Period;
  readonly asOf: string;
}

export function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function col(bound: Bound, field: string): Column {
  const found = bound.columns.get(field);
  invariant(found, `a column for ${bound.type.name}.${field}`);
  return found;
}

function typed(bound: Bound, column: Column, text: string): string {
  return bound.dialect.parameter(column.kind === 'datetime' ? 'datetime' : 'date').replace('?', `'${text}'`);
}

/** The end of the last day that counts, as an exclusive bound that days and moments compare with alike. */
function upTo(bound: Bound, column: Column, day: string): string {
  return `${column.value} < ${typed(bound, column, dayAfter(day) + (column.kind === 'datetime' ? ' 00:00:00' : ''))}`;
}

/** Fields whose value a measure rests on. */
export function fieldsOf(measure: Measure): string[] {
  const fields: (string | undefined)[] = [...measure.where.map(is => is.field), ...(measure.readable ?? [])];
  if (measure.kind === 'events') fields.push(measure.on, measure.notAfter, measure.before);
  else if (measure.kind === 'stock') fields.push(measure.from, measure.until, measure.sum);
  else if (measure.kind === 'cohort') fields.push(measure.start, measure.reached, measure.due);
  else if (measure.kind === 'sum') fields.push(measure.on, measure.of);
  else fields.push(measure.from, measure.to, measure.leftAt);
  return fields.filter(field => field !== undefined);
}

/** The declared conditions and: nothing that the measure rests on is unreadable. `readable` is so by another condition. */
function usable(bound: Bound, measure: Measure, readable?: string): string {
  const conditions = measure.where.map(is => isOneOf(bound, is));
  for (const field of new Set(fieldsOf(measure))) {
    const wrong = field === readable ? undefined : unreadable(col(bound, field));
    if (wrong !== undefined) conditions.push(`NOT ${wrong}`);
  }
  return conditions.length > 0 ? conditions.join(' AND ') : always;
}

function isOneOf(bound: Bound, is: Is): string {
  const { codes, value } = col(bound, is.field);
  if (!codes) return `${value} IN ${list(bound.dialect, is.in)}`;
  const found = is.in.flatMap(name => codes.of.get(name) ?? []);
  if (found.length === 0) return never;
  return codes.column ? rowsWith(bound.dialect, codes.column, found) : `${codes.raw} IN ${list(bound.dialect, found)}`;
}

/** The condition of measures without one. */
const always = '1 = 1';
const never = '1 = 0';

/** What a condition counts. */
export function one(condition: string, value = '1'): string {
  if (condition === never) return '0';
  return condition === always ? value : `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
}

function eventsCondition(bound: Bound, measure: Measure & { kind: 'events' }): string {
  const on = col(bound, measure.on).value;
  const conditions = [usable(bound, measure, measure.on)];
  if (measure.notAfter !== undefined) conditions.push(`${on} <= ${col(bound, measure.notAfter).value}`);
  if (measure.before !== undefined) conditions.push(`${on} < ${col(bound, measure.before).value}`);
  if (measure.lastDays !== undefined) conditions.push(inLastDays(bound.dialect, on, measure.lastDays));
  return conditions.join(' AND ');
}

/** Squares of whole numbers would leave their range. */
function amountOf(bound: Bound, field: string, squared = false): string {
  const amount = `COALESCE(${col(bound, field).value}, 0)`;
  return squared ? `1.0 * ${amount} * ${amount}` : amount;
}

function binned(length: string, bins: readonly number[]): string {
  const ends = bins.slice(0, -1).map(end => `WHEN ${length} <= ${end} THEN ${end}`);
  return `CASE ${ends.join(' ')} ELSE ${bins.at(-1)} END`;
}

function cohortCondition(bound: Bound, measure: Measure & { kind: 'cohort' }, asOf: string): string {
  const conditions = [usable(bound, measure, measure.start)];
  const due = measure.due === undefined ? undefined : col(bound, measure.due);
  if (due) conditions.push(`${due.value} IS NOT NULL AND ${upTo(bound, due, asOf)}`);
  if (measure.reached !== undefined) {
    const reached = col(bound, measure.reached);
    conditions.push(`${reached.value} IS NOT NULL AND ${upTo(bound, reached, asOf)}`);
    if (due) conditions.push(`${reached.value} <= ${due.value}`);
  }
  return conditions.join(' AND ');
}

type DurationMeasure = Measure & { readonly kind: 'durations' };

interface DurationParts {
  readonly closed: string;
  /** The day or moment up to which a length goes. */
  readonly end: string;
  readonly length: string;
}

function durationParts(bound: Bound, measure: DurationMeasure, asOf: string): DurationParts {
  const d = bound.dialect;
  const [from, to] = [col(bound, measure.from), col(bound, measure.to)];
  const closed = `(${to.value} IS NOT NULL AND ${upTo(bound, to, asOf)})`;
  const cutOff = typed(bound, to, to.kind === 'datetime' ? `${asOf} 23:59:59` : asOf);
  const left = measure.leftAt === undefined ? undefined : col(bound, measure.leftAt);
  const leaves = left ? `WHEN ${left.value} IS NOT NULL AND ${upTo(bound, left, asOf)} THEN ${left.value} ` : '';
  const end = `CASE WHEN ${closed} THEN ${to.value} ${leaves}ELSE ${cutOff} END`;
  return {
    closed,
    end,
    length: measure.unit === 'DAY' ? d.daysBetween(from.value, end) : d.secondsBetween(from.value, end),
  };
}

/** Measures of the lengths from one date to another. */
function lengthsSlice(bound: Bound, measures: readonly [DurationMeasure, ...DurationMeasure[]], window: Window): Slice {
  const [first] = measures;
  const from = col(bound, first.from);
  const end = window.last.to < window.asOf ? window.last.to : window.asOf;
  const { length, closed } = durationParts(bound, first, window.asOf);
  const of = measures.map(measure => ({ measure: measure.name, counts: usable(bound, measure, measure.from) }));
  const counts = [...new Set(of.map(each => each.counts))];
  const any = counts.includes(always) ? always : counts.map(each => `(${each})`).join(' OR ');
  return {
    date: from.value,
    column: from,
    fromTheBeginning: false,
    // Lengths that are not sorted into classes are looked at where they are read, once a group.
    condition: `(${any}) AND ${inWindow(bound, from, window.first, end)}${first.bins ? ` AND ${length} >= 0` : ''}`,
    sums: [],
    durations: {
      closed,
      length: first.bins ? binned(length, first.bins) : length,
      of: counts.length === 1 ? of.map(({ measure }) => ({ measure, counts: always })) : of,
    },
  };
}

/** The slices that answer some measures. Measures on one date share a slice; a stock is what came in less what went out. */
export function slicesOf(bound: Bound, measures: readonly Measure[], window: Window): Slice[] {
  const flows = new Map<string, { measure: string; value: string }[]>();
  const lengths = new Map<string, DurationMeasure[]>();
  const slices: Slice[] = [];
  const end = window.last.to < window.asOf ? window.last.to : window.asOf;
  for (const measure of measures) {
    const flow = (field: string, value: string): void => {
      flows.set(field, [...(flows.get(field) ?? []), { measure: measure.name, value }]);
    };
    if (measure.kind === 'events') flow(measure.on, one(eventsCondition(bound, measure)));
    else if (measure.kind === 'sum')
      flow(measure.on, one(usable(bound, measure, measure.on), amountOf(bound, measure.of, measure.squared)));
    else if (measure.kind === 'cohort') flow(measure.start, one(cohortCondition(bound, measure, window.asOf)));
    else if (measure.kind === 'stock') {
      const [from, until] = [col(bound, measure.from), col(bound, measure.until)];
      const amount = measure.sum === undefined ? '1' : amountOf(bound, measure.sum, measure.squared);
      const leaving = bound.dialect.greatest(from.value, until.value);
      const counts = `${usable(bound, measure, measure.from)} AND ${from.value} IS NOT NULL`;
      slices.push(
        {
          date: from.value,
          fromTheBeginning: true,
          condition: `${counts} AND ${upTo(bound, from, end)}`,
          sums: [{ measure: measure.name, value: amount }],
        },
        {
          date: leaving,
          fromTheBeginning: true,
          condition: `${counts} AND ${until.value} IS NOT NULL AND ${upTo(bound, from, end)} AND ${upTo(bound, until, end)}`,
          sums: [{ measure: measure.name, value: `-(${amount})` }],
        },
      );
    } else if (measure.snapshot === true) slices.push(agesSlice(bound, measure, window));
    else {
      const { from, to, leftAt, unit, bins } = measure;
      const dates = JSON.stringify([from, to, leftAt, unit, bins]);
      lengths.set(dates, [...(lengths.get(dates) ?? []), measure]);
    }
  }
  for (const [first, ...more] of lengths.values())
    if (first) slices.push(lengthsSlice(bound, [first, ...more], window));
  for (const [field, sums] of flows) {
    const on = col(bound, field);
    const condition = inWindow(bound, on, window.first, end);
    slices.push({ date: on.value, column: on, fromTheBeginning: false, condition, sums });
  }
  return slices;
}

/** The rows open at the end of a period; a period that goes on ends at the cut-off. */
function agesSlice(bound: Bound, measure: DurationMeasure, { first, last, asOf }: Window): Slice {
  const d = bound.dialect;
  const [from, to] = [col(bound, measure.from), col(bound, measure.to)];
  const day = (text: string): string => d.parameter('date').replace('?', `'${text}'`);
  const end = last.to < asOf ? last.to : asOf;
  const open = `(${to.value} IS NULL OR NOT (${upTo(bound, to, asOf)}))`;
  const conditions = [
    ...(first.from <= asOf ? [] : [never]),
    usable(bound, measure, measure.from),
    upTo(bound, from, end),
    `(${open} OR NOT (${upTo(bound, to, first.to < asOf ? first.to : asOf)}))`,
  ];
  return {
    date: to.value,
    fromTheBeginning: false,
    condition: conditions.join(' AND '),
    sums: [],
    ages: { measure: measure.name, open, since: d.daysBetween(day(firstDay), from.value) },
  };
}

function inWindow(bound: Bound, column: Column, first: Period, end: string): string {
  const days = amongDays(bound.dialect, column, first.from, end);
  if (days !== undefined) return days;
  if (column.bare?.ordered) return betweenTexts(bound, column, column.bare.ordered, first.from, dayAfter(end));
  const narrow = [
    narrowToTime(bound.dialect, column, '>=', first.from),
    narrowToTime(bound.dialect, column, '<', dayAfter(end)),
  ].flatMap(piece => (piece ? [piece.text] : []));
  const from = typed(bound, column, first.from + (column.kind === 'datetime' ? ' 00:00:00' : ''));
  return [...narrow, `${column.value} >= ${from}`, upTo(bound, column, end)].join(' AND ');
}

/** Texts whose order is that of time are compared as they are, and each is read once, to see that it is a moment. */
function betweenTexts(
  { dialect: d }: Bound,
  column: Column,
  { sql, format }: NonNullable<NonNullable<Column['bare']>['ordered']>,
  first: string,
  end: string,
): string {
  const [from, to] = [first, end].map(day => d.literal(spell(format, `${day} 00:00:00`)));
  return `${sql} >= ${from} AND ${sql} < ${to} AND ${column.value} IS NOT NULL`;
}

/** A row that the measure would not have counted anyway is not left out of it; one whose condition is unreadable may be. */
export function meantBy(bound: Bound, measure: Measure): string[] {
  return measure.where.map(is => {
    const wrong = unreadable(col(bound, is.field));
    return `(${isOneOf(bound, is)}${wrong === undefined ? '' : ` OR ${wrong}`})`;
  });
}

/** Rows that a measure cannot use. */
export interface Unusable {
  readonly reason: MissingReason;
  readonly condition: string;
  /** What all such rows have in common, whatever the measure is limited to. */
  readonly sign: string;
}

/** Rows that a measure cannot use, one condition a reason. */
export function leftOutOf(bound: Bound, measure: Measure, asOf: string): Unusable[] {
  const byReason = new Map<MissingReason, string[]>();
  for (const field of new Set(fieldsOf(measure))) {
    const column = col(bound, field);
    const wrong = unreadable(column);
    if (column.unreadable && wrong !== undefined)
      byReason.set(column.unreadable.reason, [...(byReason.get(column.unreadable.reason) ?? []), wrong]);
  }
  const meant = meantBy(bound, measure);
  const result = [...byReason].map(([reason, conditions]) => ({
    reason,
    sign: conditions.join(' OR '),
    condition: [`(${conditions.join(' OR ')})`, ...meant].join(' AND '),
  }));
  if (measure.kind === 'durations' && measure.snapshot !== true) {
    const { length, end } = durationParts(bound, measure, asOf);
    // What starts after the cut-off is not known yet, and not out of order.
    const condition = `${usable(bound, measure, measure.from)} AND ${upTo(bound, col(bound, measure.from), asOf)} AND ${length} < 0`;
    result.push({ reason: 'OUT_OF_ORDER', sign: `${end} < ${col(bound, measure.from).value}`, condition });
  }
  return result;
}
