import { Client } from 'pg';
import type { SqlType } from '../legacy-table.ts';
import { createIndexes, createTable, marker, refuseForeign, type Store } from './store.ts';

const quote = (name: string): string => `"${name}"`;

function word(type: SqlType): string {
  if (typeof type === 'object') return `VARCHAR(${type.text})`;
  return {
    longtext: 'TEXT',
    int: 'INTEGER',
    bigint: 'BIGINT',
    decimal: 'NUMERIC(16,2)',
    date: 'DATE',
    datetime: 'TIMESTAMP',
  }[type];
}

/** PostgreSQL and what speaks its protocol. The account must be let into the database `postgres` to create others. */
export async function openPostgres(url: URL): Promise<Store> {
  await createDatabase(url);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  try {
    refuseForeign(tables.map(table => table.name));
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    async create(tables) {
      await client.query(`CREATE TABLE IF NOT EXISTS ${marker} (made INTEGER)`);
      for (const table of tables) {
        await client.query(`DROP TABLE IF EXISTS ${quote(table.name)}`);
        await client.query(createTable(table, quote, word));
      }
    },
    async insert(table, rows) {
      const width = Object.keys(table.columns).length;
      const marks = rows.map(
        (_, row) => `(${Array.from({ length: width }, (_, i) => `$${row * width + i + 1}`).join(',')})`,
      );
      await client.query(`INSERT INTO ${quote(table.name)} VALUES ${marks.join(',')}`, rows.flat());
    },
    async finish(tables) {
      for (const table of tables) for (const sql of createIndexes(table, quote)) await client.query(sql);
      await client.query('ANALYZE');
      await client.end();
    },
    async abandon() {
      await client.end();
    },
  };
}

async function createDatabase(url: URL): Promise<void> {
  const name = decodeURIComponent(url.pathname.slice(1));
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${quote(name)} ENCODING 'UTF8' TEMPLATE template0`);
  } finally {
    await client.end();
  }
}
