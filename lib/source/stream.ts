import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';
import type { Client } from 'pg';
import Cursor from 'pg-cursor';
import { holdConnection } from './held-connection.ts';
import { statementOf } from './sqlite-connection.ts';

type Row = Record<string, unknown>;

/** Rows of a batch. */
const batchSize = 500;

/** What is used of mysql2's connection. */
interface MysqlConnection {
  query(sql: string, values: readonly unknown[]): { stream(options: { highWaterMark: number }): Readable };
  destroy(): void;
}

async function* inBatches(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    if (batch.push(row) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* ofMysql(raw: MysqlConnection, sql: string, values: readonly unknown[]): AsyncGenerator<Row[]> {
  let whole = false;
  try {
    yield* inBatches(raw.query(sql, values).stream({ highWaterMark: batchSize }) as AsyncIterable<Row>);
    whole = true;
  } finally {
    // The server would send the rest before it listens again; the pool makes another connection.
    if (!whole) raw.destroy();
  }
}

async function* ofPostgres(raw: Client, sql: string, values: readonly unknown[]): AsyncGenerator<Row[]> {
  const cursor = raw.query(new Cursor<Row>(sql, [...values]));
  try {
    for (let batch = await cursor.read(batchSize); batch.length > 0; batch = await cursor.read(batchSize)) yield batch;
  } finally {
    await cursor.close();
  }
}

async function* ofSqlite(
  raw: Database,
  sql: string,
  values: readonly unknown[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Row[]> {
  for await (const batch of inBatches(statementOf(raw, sql).iterate(...values) as Iterable<Row>)) {
    // The database works in this thread: without a turn nobody hears that the reader has gone.
    if (signal) await turn();
    signal?.throwIfAborted();
    yield batch;
  }
}

/**
 * Rows as they come, in batches; the connection is given back at the end, also where the reader stops before. When the signal
 * fires, the statement is ended in the server.
 */
export async function* streamRows(
  db: Knex,
  sql: string,
  bindings: readonly unknown[],
  signal?: AbortSignal,
): AsyncGenerator<Row[]> {
  const client = db.client as Knex.Client & { readonly driverName: string };
  const isSqlite = client.driverName === 'better-sqlite3';
  const held = await holdConnection(db, isSqlite ? undefined : signal);
  try {
    signal?.throwIfAborted();
    if (isSqlite) yield* ofSqlite(held.raw as Database, sql, bindings, signal);
    else if (client.driverName === 'mysql2') yield* ofMysql(held.raw as MysqlConnection, sql, bindings);
    else {
      const native = db
        .raw(sql, bindings as Knex.RawBinding[])
        .toSQL()
        .toNative();
      yield* ofPostgres(held.raw as Client, native.sql, native.bindings);
    }
  } finally {
    await held.release();
  }
}
