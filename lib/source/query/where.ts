import { callerError, invariant } from '../../kernel/coded-error.ts';
import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind.ts';
import type { Column } from '../column.ts';
import { list } from '../dialect/dialect.ts';
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

/** The column of a field that the obligation lets the reader use. Refusal: FORBIDDEN_FIELD. */
export function allowed(bound: Bound, obligation: Obligation, field: string): Column {
  invariant(obligation.type === bound.type.name, `an obligation for ${bound.type.name}`);
  const found = bound.columns.get(field);
  if (!found || !obligation.allows(field)) {
    throw callerError('FORBIDDEN_FIELD', {
      expected: 'fields that the department has granted',
      got: `${bound.type.name}.${field}`,
      todo: 'leave it out or ask the department for a grant',
    });
  }
  return found;
}

/** Rows whose key or link is one of these; by the bare column where an index can serve. */
export function keysIn(bound: Bound, column: Column, keys: readonly string[]): Sql {
  if (column.bare !== undefined && bound.numeric.has(column.bare)) {
    const numbers = keys.filter(key => /^\d{1,20}$/.test(key));
    return sql(numbers.length > 0 ? `${column.bare} IN (${numbers.join(', ')})` : '1 = 0');
  }
  if (keys.length === 0) return sql('1 = 0');
  return sql(`${column.bare ?? column.value} IN (${keys.map(() => '?').join(', ')})`, keys);
}

function codesOf(bound: Bound, column: Column, values: readonly unknown[]): Sql {
  const codes = values.flatMap(value => column.codes?.of.get(String(value)) ?? []);
  return sql(codes.length > 0 ? `${column.codes?.raw ?? ''} IN ${list(bound.dialect, codes)}` : '1 = 0');
}

/** DateTime values arrive as 2026-08-31T09:05:00+08:00 and are kept as Beijing time. */
export function momentParameter(value: unknown): string {
  const moment = new Date(String(value));
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function compare(bound: Bound, column: Column, operator: string, value: unknown): Sql {
  if (column.kind === 'date') return sql(`${column.value} ${operator} ${bound.dialect.parameter('date')}`, [value]);
  if (column.kind === 'datetime')
    return sql(`${column.value} ${operator} ${bound.dialect.parameter('datetime')}`, [momentParameter(value)]);
  return sql(`${column.value} ${operator} ?`, [column.kind === 'decimal' ? Number(value) : value]);
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

function conditionSql(bound: Bound, column: Column, condition: Condition): Sql[] {
  refuseNull(condition);
  const pieces: Sql[] = [];
  const values = [...(condition.in ?? []), ...(condition.eq === undefined ? [] : [condition.eq])];
  if (condition.in || values.length > 0) {
    if (column.codes) pieces.push(codesOf(bound, column, values));
    else if (column.kind === 'integer')
      pieces.push(sql(`${column.value} IN (${values.map(Number).join(', ') || 'NULL'})`));
    else pieces.push(keysIn(bound, column, values.map(String)));
  }
  for (const [word, operator] of [
    ['gte', '>='],
    ['lte', '<='],
    ['lt', '<'],
  ] as const) {
    const value = condition[word];
    if (value !== undefined) pieces.push(compare(bound, column, operator, value));
  }
  if (condition.missing === true) {
    // Unreadable is not missing: an unreadable closing date does not make a case open.
    pieces.push(sql(`(${column.value} IS NULL${column.unreadable ? ` AND NOT ${column.unreadable.present}` : ''})`));
  }
  if (condition.missing === false) pieces.push(sql(`${column.value} IS NOT NULL`));
  return pieces;
}

/** Rows inside any of these places. */
export function insideAny(bound: Bound, codes: readonly string[]): Sql {
  const place = bound.columns.get('place') ?? bound.columns.get('code');
  if (!place) return sql('1 = 0');
  const alternatives = codes.map(
    code => `${place.value} LIKE ${bound.dialect.literal(`${code.replaceAll(/\D/g, '')}%`)}`,
  );
  return sql(alternatives.length > 0 ? `(${alternatives.join(' OR ')})` : '1 = 0');
}

/** What binds every query on a type: rows that count, areas of the obligation, areas and filter of the request. */
export function where(bound: Bound, obligation: Obligation, filter: Filter = {}, within?: readonly string[]): Sql {
  const pieces: Sql[] = bound.only.map(text => sql(text));
  if (obligation.areas !== 'all') pieces.push(insideAny(bound, obligation.areas));
  if (within) {
    // The right to read a place is needed to ask by it.
    if (bound.columns.has('place')) allowed(bound, obligation, 'place');
    pieces.push(insideAny(bound, within));
  }
  for (const [field, condition] of Object.entries(filter)) {
    pieces.push(...conditionSql(bound, allowed(bound, obligation, field), condition));
  }
  return join(pieces, ' AND ', '1 = 1');
}
