import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import { select, type Row } from './select.ts';
import { narrowToValues } from './narrow.ts';
import { allowed, valuesIn, where } from './where.ts';

/**
 * Records whose field `by` (the key, or a link) is one of `values`, one statement. The first by key where a value repeats;
 * undefined where there is none that the obligation lets the reader see.
 */
export async function byKeys(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  by: string,
  values: readonly string[],
  fields: readonly string[],
): Promise<(Row | undefined)[]> {
  const selection = select(bound, obligation, [...new Set([by, ...fields])]);
  const base = where(bound, obligation);
  const column = allowed(bound, obligation, by, 'use');
  // Rows that a narrower condition lets through beside those asked for are not looked at below.
  const keys = narrowToValues(bound.dialect, column, values)?.condition ?? valuesIn(bound, column, values);
  const key = bound.type.key === undefined ? undefined : bound.columns.get(bound.type.key);
  const single = by === bound.type.key && bound.keyIsUnique;
  const order = key && !single ? ` ORDER BY ${bound.dialect.orderable(key.value)}` : '';
  const raw = await connection.select(
    `SELECT ${selection.sql} FROM ${bound.from} WHERE ${base.text} AND ${keys.text}${order}`,
    [...base.values, ...keys.values],
  );
  const found = new Map<string, Row>();
  for (const line of raw) {
    const row = selection.record(line);
    const value = String(row[by]);
    if (!found.has(value)) found.set(value, row);
  }
  return values.map(value => found.get(value));
}
