import { existsSync } from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { addFunctions } from './dialect/sqlite-functions.ts';
import { silent } from './silent.ts';

/** Statements kept ready, per connection. */
const mostPrepared = 200;

const prepared = new WeakMap<Database, Map<string, Statement>>();

function prepareConnection(raw: Database, done: (error: Error | null, raw: Database) => void): void {
  addFunctions(raw);
  prepared.set(raw, new Map());
  done(null, raw);
}

/** Opens a file to be read only; undefined where there is none. */
export function openSqlite(filename: string): Knex | undefined {
  if (!existsSync(filename)) return undefined;
  return knex({
    client: 'better-sqlite3',
    log: silent,
    connection: { filename, options: { readonly: true } },
    // SQLite works in this thread: more than one connection gains nothing.
    pool: { min: 0, max: 1, afterCreate: prepareConnection },
    useNullAsDefault: true,
  });
}

/** A statement of a connection, read once. */
export function statementOf(raw: Database, sql: string): Statement {
  const statements = prepared.get(raw) ?? new Map<string, Statement>();
  const known = statements.get(sql) ?? raw.prepare(sql);
  // What was used last stands last; the first goes when there are too many.
  statements.delete(sql);
  statements.set(sql, known);
  const [oldest] = statements.keys();
  if (statements.size > mostPrepared && oldest !== undefined) statements.delete(oldest);
  return known;
}

/** How a row comes: with the names of its columns, or its values alone. */
export type RowForm = 'objects' | 'arrays';

/** Runs a statement; knex would read it anew each time. */
export async function selectSqlite(
  db: Knex,
  sql: string,
  bindings: readonly unknown[],
  form: RowForm,
): Promise<unknown[]> {
  const client = db.client as {
    acquireConnection(): Promise<Database>;
    releaseConnection(raw: Database): Promise<void>;
  };
  const raw = await client.acquireConnection();
  try {
    return statementOf(raw, sql)
      .raw(form === 'arrays')
      .all(...bindings);
  } finally {
    await client.releaseConnection(raw);
  }
}
