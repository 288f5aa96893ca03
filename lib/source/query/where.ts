import { callerError, invariant } from '../../kernel/coded-error.ts';
import type { FieldUse, Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Column } from '../column.ts';
import { rowsWith } from '../convert/steps.ts';
import { list } from '../dialect/dialect.ts';
import { amongDays } from './day-list.ts';
import { narrowToPlace, narrowToTime, narrowToValues } from './narrow.ts';
import { join, sql, type Sql } from './sql.ts';

/** A condition on one field; all that are given must hold. */
export interface Condition {
  readonly eq?: unknown;
  readonly in?: readonly unknown[];
  readonly gte?: unknown;
  readonly lte?: unknown;
  readonly lt?: unknown;
  readonly missing?: boolean;
}

export type Filter = Readonly<Record<string, Condition>>;

/** The column of a field that the obligation lets the reader use so. Refusal: FORBIDDEN_FIELD. */
export function allowed(bound: Bound, obligation: Obligation, field: string, use: FieldUse): Column {
  invariant(obligation.type === bound.type.name, `an obligation for ${bound.type.name}`);
  if (use !== 'count') mayRead(obligation);
  const found = bound.columns.get(field);
  if (!found || !obligation.allows(field, use)) {
    throw callerError('FORBIDDEN_FIELD', {
      expected: 'fields that the department has granted',
      got: `${bound.type.name}.${field}`,
      todo: 'leave it out or ask the department for a grant',
    });
  }
  return found;
}

/** Rows whose key, link or text is one of these. */
export function valuesIn({ dialect: d }: Bound, column: Column, values: readonly string[]): Sql {
  if (values.length === 0) return sql('1 = 0');
  const narrow = narrowToValues(d, column, values);
  if (narrow?.exact) return narrow.condition;
  const exact = sql(`${column.value} IN (${values.map(() => '?').join(', ')})`, values);
  return narrow ? join([narrow.condition, exact], ' AND ', '1 = 1') : exact;
}

function codesIn({ dialect: d }: Bound, { codes }: Column, values: readonly unknown[]): Sql {
  const found = values.flatMap(value => codes?.of.get(String(value)) ?? []);
  if (!codes || found.length === 0) return sql('1 = 0');
  return codes.column ? sql(rowsWith(d, codes.column, found)) : sql(`${codes.raw} IN ${list(d, found)}`);
}

/** DateTime values arrive as 2026-08-31T09:05:00+08:00 and are kept as Beijing time. */
export function momentParameter(value: unknown): string {
  const moment = new Date(String(value));
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A decimal goes into the statement as it is written: as a bound value drivers would round it. */
function plainNumber(value: unknown): string {
  const text = String(value);
  invariant(/^-?\d+(\.\d+)?$/.test(text), 'a decimal that the schema let through');
  return text;
}

function dayAfter(day: string): string {
  if (day >= '9999') return day;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function compare({ dialect: d }: Bound, column: Column, operator: '>=' | '<=' | '<', value: unknown): Sql[] {
  if (column.kind !== 'date' && column.kind !== 'datetime')
    return [
      column.kind === 'decimal'
        ? sql(`${column.value} ${operator} ${plainNumber(value)}`)
        : sql(`${column.value} ${operator} ?`, [value]),
    ];
  const moment = column.kind === 'date' ? String(value) : momentParameter(value);
  const exact = sql(`${column.value} ${operator} ${d.parameter(column.kind)}`, [moment]);
  // A day lasts until the next one begins.
  const narrow =
    operator === '<=' ? narrowToTime(d, column, '<', dayAfter(moment)) : narrowToTime(d, column, operator, moment);
  return narrow ? [narrow, exact] : [exact];
}

/** A null would mean no condition at all, and a caller whose variable is empty would be given every row. */
function refuseNull(condition: Condition): void {
  const empty = Object.entries(condition).find(([, value]) => value === null);
  if (!empty) return;
  throw callerError('BAD_FILTER', {
    expected: `a value for ${empty[0]} in a filter`,
    got: 'null',
    todo: 'leave it out, or ask for `missing: true`',
  });
}

/** No list in a statement is longer than this. */
const mostValues = 1000;

function refuseMany(values: readonly unknown[], what: string): void {
  if (values.length <= mostValues) return;
  throw callerError('BAD_FILTER', {
    expected: `at most ${mostValues} ${what}`,
    got: String(values.length),
    todo: 'ask in parts',
  });
}

function conditionSql(bound: Bound, column: Column, condition: Condition): Sql[] {
  refuseNull(condition);
  const pieces: Sql[] = [];
  const values = [...(condition.in ?? []), ...(condition.eq === undefined ? [] : [condition.eq])];
  refuseMany(values, 'values in a filter');
  if (condition.in || values.length > 0) {
    if (column.codes) pieces.push(codesIn(bound, column, values));
    else if (column.kind === 'integer')
      pieces.push(sql(`${column.value} IN (${values.map(Number).join(', ') || 'NULL'})`));
    else pieces.push(valuesIn(bound, column, values.map(String)));
  }
  const days =
    typeof condition.gte === 'string' && typeof condition.lte === 'string'
      ? amongDays(bound.dialect, column, condition.gte, condition.lte)
      : undefined;
  if (days !== undefined) pieces.push(sql(days));
  for (const [word, operator] of [
    ['gte', '>='],
    ['lte', '<='],
    ['lt', '<'],
  ] as const) {
    const value = condition[word];
    if (value !== undefined && days === undefined) pieces.push(...compare(bound, column, operator, value));
  }
  if (condition.missing === true) {
    // Unreadable is not missing: an unreadable closing date does not make a case open.
    pieces.push(sql(`(${column.value} IS NULL${column.unreadable ? ` AND NOT ${column.unreadable.present}` : ''})`));
  }
  if (condition.missing === false) pieces.push(sql(`${column.value} IS NOT NULL`));
  return pieces;
}

/** Whether rows may be given out at all. Refusal: FORBIDDEN_TYPE. */
export function mayRead({ rows, type }: Obligation): void {
  if (rows) return;
  throw callerError('FORBIDDEN_TYPE', {
    expected: 'a type whose rows the department has granted',
    got: type,
    todo: 'ask for its statistics, or the department for a grant',
  });
}

/** The field that says where a row lies. */
function placeFieldOf({ columns }: Bound): string | undefined {
  return ['place', 'code'].find(field => columns.has(field));
}

/** Rows inside any of these places. */
export function insideAny(bound: Bound, codes: readonly string[]): Sql {
  const place = bound.columns.get(placeFieldOf(bound) ?? '');
  if (!place) return sql('1 = 0');
  const d = bound.dialect;
  const alternatives = codes.map(code => {
    const inside = `${place.value} LIKE ${d.literal(`${code.replaceAll(/\D/g, '')}%`)}`;
    const narrow = narrowToPlace(d, place, code);
    return narrow ? `(${narrow} AND ${inside})` : inside;
  });
  return sql(alternatives.length > 0 ? `(${alternatives.join(' OR ')})` : '1 = 0');
}

/** Rows that the obligation is about, whatever is asked: those of its areas and, under a permit, of its matter. */
export function granted(bound: Bound, { areas, permit, type }: Obligation): Sql[] {
  const pieces: Sql[] = areas === 'all' ? [] : [insideAny(bound, areas)];
  if (permit?.matter.type !== type) return pieces;
  const key = bound.type.key === undefined ? undefined : bound.columns.get(bound.type.key);
  return [...pieces, key ? valuesIn(bound, key, [permit.matter.id]) : sql('1 = 0')];
}

/**
 * What binds every query on a type: rows that count, rows of the obligation, areas and filter of the request. `count`: for
 * statistics, which may be granted where rows are not.
 */
export function where(
  bound: Bound,
  obligation: Obligation,
  filter: Filter = {},
  within?: readonly string[],
  use: 'use' | 'count' = 'use',
): Sql {
  if (use === 'use') mayRead(obligation);
  const pieces: Sql[] = [...bound.only.map(text => sql(text)), ...granted(bound, obligation)];
  if (within) {
    // The right to a place is needed to ask by it.
    const place = placeFieldOf(bound);
    if (place !== undefined) allowed(bound, obligation, place, use);
    refuseMany(within, 'places in `within`');
    pieces.push(insideAny(bound, within));
  }
  for (const [field, condition] of Object.entries(filter)) {
    pieces.push(...conditionSql(bound, allowed(bound, obligation, field, use), condition));
  }
  return join(pieces, ' AND ', '1 = 1');
}
