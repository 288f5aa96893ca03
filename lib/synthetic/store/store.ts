import { operatorError } from '../../kernel/coded-error.ts';
import type { SqlType, SqlValue } from '../legacy-table.ts';

/** What a store must know of a table to make it. */
export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, { readonly type: SqlType }>>;
  readonly key?: readonly string[];
  readonly indexes?: readonly string[];
}

/** A department's database while it is written. */
export interface Store {
  /** Makes the tables, in place of tables of the same names. */
  create(tables: readonly TableShape[]): Promise<void>;
  insert(table: TableShape, rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /** Makes the indexes and closes. */
  finish(tables: readonly TableShape[]): Promise<void>;
  /** Closes after a failure. */
  abandon(): Promise<void>;
}

/** The table that says: made by countygraph, may be made anew. */
export const marker = 'countygraph_synthetic';

/** A database that holds tables and was not made here belongs to somebody: it is never written to. */
export function refuseForeign(tables: readonly string[]): void {
  if (tables.length === 0 || tables.includes(marker)) return;
  throw operatorError('DATABASE_NOT_EMPTY', {
    expected: 'an empty database, or one that countygraph made',
    got: 'a database with other tables',
    todo: 'name another one, or leave `seed` out of county.yaml to read an existing one',
  });
}

/** Column definitions, in the words of a dialect. */
export function createTable(
  shape: TableShape,
  quote: (name: string) => string,
  word: (type: SqlType) => string,
): string {
  const columns = Object.entries(shape.columns).map(([name, { type }]) => `${quote(name)} ${word(type)}`);
  const key = shape.key ? [`PRIMARY KEY (${shape.key.map(quote).join(', ')})`] : [];
  return `CREATE TABLE ${quote(shape.name)} (${[...columns, ...key].join(', ')})`;
}

export function createIndexes(shape: TableShape, quote: (name: string) => string): string[] {
  return (shape.indexes ?? []).map(
    column => `CREATE INDEX ${quote(`IX_${shape.name}_${column}`)} ON ${quote(shape.name)} (${quote(column)})`,
  );
}
