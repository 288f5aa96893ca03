import { mayBeginWith } from '../convert/areas.ts';
import type { ColumnReference } from '../convert/reference.ts';
import type { Column } from '../column.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { spell } from '../mapping/date-format.ts';
import { join, sql, type Sql } from './sql.ts';

/*
 * Conditions on bare columns, which an index can serve. Each holds wherever the condition on the canonical value holds; it may
 * hold elsewhere too, so that the exact condition stands beside it.
 */

/** A uuid as databases write it. */
export const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A column among texts; of a column of numbers or uuids, those that are such. */
export function among({ sql: column, kind }: ColumnReference, values: readonly string[]): Sql {
  if (kind === 'text' || kind === 'uuid') {
    // PostgreSQL refuses to compare a uuid with anything else.
    const texts = kind === 'text' ? values : values.filter(value => uuidForm.test(value));
    return texts.length === 0 ? sql('1 = 0') : sql(`${column} IN (${texts.map(() => '?').join(', ')})`, texts);
  }
  const numbers = values.filter(value => /^(0|-?[1-9]\d{0,19})$/.test(value));
  return sql(numbers.length > 0 ? `${column} IN (${numbers.join(', ')})` : '1 = 0');
}

/** Whether an index on the column can serve a comparison with a text or number of the source's own. */
export function comparable(column: ColumnReference): boolean {
  return column.kind === 'text' || column.kind === 'uuid' || column.kind === 'integer';
}

/** Rows of a composite key. A key whose parts themselves hold a hyphen cannot be taken apart: then there is nothing to say. */
function composite(parts: readonly ColumnReference[], values: readonly string[]): Sql | undefined {
  if (!parts.every(comparable)) return undefined;
  const split = values.map(value => value.split('-'));
  if (split.some(pieces => pieces.length !== parts.length)) return undefined;
  const rows = split.map(pieces =>
    join(
      parts.map((part, i) => among(part, [pieces[i] ?? ''])),
      ' AND ',
      '1 = 1',
    ),
  );
  const all = join(rows, ') OR (', '1 = 0');
  return sql(`((${all.text}))`, all.values);
}

/** Rows whose value may be one of these. `exact`: no other row fits. */
export function narrowToValues(
  d: Dialect,
  { bare }: Column,
  values: readonly string[],
): { condition: Sql; exact: boolean } | undefined {
  if (bare?.text && comparable(bare.text)) {
    // But for PostgreSQL, texts are compared by the column's own collation, which may take A for a.
    return { condition: among(bare.text, values), exact: bare.text.kind === 'integer' || d.name === 'postgres' };
  }
  if (bare?.parts) {
    const condition = composite(bare.parts, values);
    return condition && { condition, exact: false };
  }
  if (bare?.through && comparable(bare.through.link)) {
    const { near, far, table, link } = bare.through;
    const links = among(link, values);
    return {
      condition: sql(`${near} IN (SELECT ${far} FROM ${table} WHERE ${links.text})`, links.values),
      exact: false,
    };
  }
  return undefined;
}

/** Rows whose day or moment may be at or after, or before, an ISO day or moment. */
export function narrowToTime(d: Dialect, { bare }: Column, operator: '>=' | '<', iso: string): Sql | undefined {
  const moment = iso.length > 10 ? iso : `${iso} 00:00:00`;
  if (bare?.native) return sql(nativeBound(d, bare.native, operator, moment));
  if (!bare?.ordered) return undefined;
  // A format without seconds spells the minute that a moment lies in: the rows of that minute may come before it.
  const bound = operator === '<' ? '<=' : operator;
  return sql(`${bare.ordered.sql} ${bound} ${d.literal(spell(bare.ordered.format, moment))}`);
}

/** In SQLite a column may hold days and moments, and a day stands before its own midnight. */
function nativeBound(d: Dialect, { sql: column, kind }: ColumnReference, operator: '>=' | '<', moment: string): string {
  const day = moment.slice(0, 10);
  const isDay = d.name === 'sqlite' ? operator === '>=' : kind === 'date';
  return `${column} ${operator === '<' ? '<=' : '>='} ${d.literal(isDay ? day : moment)}`;
}

/** Rows that may lie in a place. */
export function narrowToPlace(d: Dialect, { bare }: Column, code: string): string | undefined {
  return bare?.area === undefined ? undefined : mayBeginWith(d, bare.area.sql, code);
}
