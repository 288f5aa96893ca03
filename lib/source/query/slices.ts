import { invariant } from '../../kernel/coded-error.ts';
import type { MissingReason } from '../../kernel/missing.ts';
import { periodRange, type Period } from '../../kernel/period.ts';
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
  /** What is added up, per measure; or, for durations, the length by which rows are grouped. */
  readonly sums: readonly { readonly measure: string; readonly value: string }[];
  /** A derived table that each row is put beside. */
  readonly beside?: string;
  readonly durations?: { readonly measure: string; readonly length: string; readonly closed: string };
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
  if (measure.kind === 'events') fields.push(measure.on, measure.notAfter);
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
  if (found.length === 0) return '1 = 0';
  return codes.column ? rowsWith(bound.dialect, codes.column, found) : `${codes.raw} IN ${list(bound.dialect, found)}`;
}

/** The condition of measures without one. */
const always = '1 = 1';

function one(condition: string, value = '1'): string {
  return condition === always ? value : `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
}

function eventsCondition(bound: Bound, measure: Measure & { kind: 'events' }): string {
  const on = col(bound, measure.on).value;
  const conditions = [usable(bound, measure, measure.on)];
  if (measure.notAfter !== undefined) conditions.push(`${on} <= ${col(bound, measure.notAfter).value}`);
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

function durationParts(
  bound: Bound,
  measure: Measure & { kind: 'durations' },
  asOf: string,
): { closed: string; length: string } {
  const d = bound.dialect;
  const [from, to] = [col(bound, measure.from), col(bound, measure.to)];
  const closed = `(${to.value} IS NOT NULL AND ${upTo(bound, to, asOf)})`;
  const cutOff = typed(bound, to, to.kind === 'datetime' ? `${asOf} 23:59:59` : asOf);
  const left = measure.leftAt === undefined ? undefined : col(bound, measure.leftAt);
  const leaves = left ? `WHEN ${left.value} IS NOT NULL AND ${upTo(bound, left, asOf)} THEN ${left.value} ` : '';
  const end = `CASE WHEN ${closed} THEN ${to.value} ${leaves}ELSE ${cutOff} END`;
  return {
    closed,
    length: measure.unit === 'DAY' ? d.daysBetween(from.value, end) : d.secondsBetween(from.value, end),
  };
}

/** The slices that answer some measures. Measures on one date share a slice; a stock is what came in less what went out. */
export function slicesOf(bound: Bound, measures: readonly Measure[], window: Window): Slice[] {
  const flows = new Map<string, { measure: string; value: string }[]>();
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
      const from = col(bound, measure.from);
      const parts = durationParts(bound, measure, window.asOf);
      slices.push({
        date: from.value,
        column: from,
        fromTheBeginning: false,
        condition: `${usable(bound, measure, measure.from)} AND ${inWindow(bound, from, window.first, end)} AND ${parts.length} >= 0`,
        sums: [],
        durations: {
          measure: measure.name,
          closed: parts.closed,
          length: measure.bins ? binned(parts.length, measure.bins) : parts.length,
        },
      });
    }
  }
  for (const [field, sums] of flows) {
    const on = col(bound, field);
    const condition = inWindow(bound, on, window.first, end);
    slices.push({ date: on.value, column: on, fromTheBeginning: false, condition, sums });
  }
  return slices;
}

/**
 * The rows open at the end of each period, by their age; a period that goes on ends at the cut-off. Each row is put beside the
 * ends of all periods.
 */
function agesSlice(bound: Bound, measure: Measure & { kind: 'durations' }, { first, last, asOf }: Window): Slice {
  const d = bound.dialect;
  const [from, to] = [col(bound, measure.from), col(bound, measure.to)];
  const day = (text: string): string => d.parameter('date').replace('?', `'${text}'`);
  const begun = periodRange(first, last).filter(period => period.from <= asOf);
  const ends = (begun.length > 0 ? begun : [first]).map(({ to: end }) => day(end < asOf ? end : asOf));
  const length = d.daysBetween(from.value, 'ends.e');
  const conditions = [
    ...(begun.length > 0 ? [] : ['1 = 0']),
    usable(bound, measure, measure.from),
    `${from.value} <= ends.e`,
    `(${to.value} IS NULL OR ${to.value} > ends.e)`,
  ];
  return {
    date: 'ends.e',
    beside: `(${ends.map((end, i) => `SELECT ${end}${i === 0 ? ' AS e' : ''}`).join(' UNION ALL ')}) ends`,
    fromTheBeginning: false,
    condition: conditions.join(' AND '),
    sums: [],
    durations: {
      measure: measure.name,
      closed: '1 = 0',
      length: measure.bins ? binned(length, measure.bins) : length,
    },
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

/** Rows that a measure cannot use, one condition a reason. */
export function leftOutOf(
  bound: Bound,
  measure: Measure,
  asOf: string,
): { reason: MissingReason; condition: string }[] {
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
    condition: [`(${conditions.join(' OR ')})`, ...meant].join(' AND '),
  }));
  if (measure.kind === 'durations' && measure.snapshot !== true) {
    const { length } = durationParts(bound, measure, asOf);
    // What starts after the cut-off is not known yet, and not out of order.
    const condition = `${usable(bound, measure, measure.from)} AND ${upTo(bound, col(bound, measure.from), asOf)} AND ${length} < 0`;
    result.push({ reason: 'OUT_OF_ORDER', condition });
  }
  return result;
}
