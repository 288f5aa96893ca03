import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { inject } from 'vitest';

export const databaseKinds = ['sqlite', 'mariadb', 'postgres'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** An empty database that belongs to one test. */
export interface FreshDatabase {
  /** `sqlite:/path/file.sqlite`, `mysql://root@127.0.0.1:port/name` or `postgres://postgres@127.0.0.1:port/name`. */
  readonly url: string;
  /** Removes it, although clients may still be connected. */
  drop(): Promise<void>;
}

/** Makes an empty database in the servers of this test run. */
export async function freshDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  if (kind === 'sqlite') return freshFile();
  await (kind === 'mariadb' ? runOnMariadb : runOnPostgres)(`CREATE DATABASE ${name}`);
  return {
    url: `${inject(kind === 'mariadb' ? 'mariadbUrl' : 'postgresUrl')}/${name}`,
    drop: () => dropDatabase(kind, name),
  };
}

/** Removes a database of the servers, although clients may still be connected. */
export async function dropDatabase(kind: 'mariadb' | 'postgres', name: string): Promise<void> {
  if (kind === 'mariadb') await runOnMariadb(`DROP DATABASE IF EXISTS ${name}`);
  else await runOnPostgres(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function freshFile(): FreshDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-sqlite-'));
  return {
    url: `sqlite:${join(folder, 'test.sqlite')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runOnMariadb(sql: string): Promise<void> {
  const connection = await createConnection(inject('mariadbUrl'));
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

async function runOnPostgres(sql: string): Promise<void> {
  const client = new Client({ connectionString: `${inject('postgresUrl')}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
