import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { stringify } from 'yaml';
import {
  openSource,
  readMapping,
  type SourceOptions,
  type Mapping,
  type RecordType,
  type Source,
} from '../../../lib/source/index.ts';
import { operatorRight, type Obligation } from '../../../lib/trust/index.ts';
import { freshDatabase, type DatabaseKind } from '../../servers/databases.ts';

/** Statements of a clerk with every right, as the source's own programs run them. */
export async function run(kind: DatabaseKind, url: string, statements: readonly string[]): Promise<void> {
  if (kind === 'sqlite') {
    const db = new Database(url.slice('sqlite:'.length));
    for (const statement of statements) db.exec(statement);
    db.close();
    return;
  }
  if (kind === 'mariadb') {
    const connection = await createConnection(url);
    // As a legacy server runs: a backslash in the data below is a backslash, a name stands in double quotes, zero dates are let in.
    await connection.query("SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'");
    for (const statement of statements) await connection.query(statement);
    await connection.end();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The places of the county's register. */
const areas = new Set([
  '330199',
  '330199001',
  '330199002',
  '330199001001',
  '330199001002',
  '330199001001001',
  '330199001001002',
]);

/** A table of an existing database behind its mapping. */
export interface Legacy {
  readonly url: string;
  readonly source: Source;
  close(): Promise<void>;
}

/** Opens a database by a mapping, which is written to a file as an engineer would. `beside`: further files of that folder. */
export async function openMapping(
  url: string,
  mapping: Mapping,
  types: readonly RecordType[],
  beside: Readonly<Record<string, string>> = {},
  options: SourceOptions = {},
): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-mapping-'));
  try {
    const file = join(folder, 'test.mapping.yaml');
    writeFileSync(file, stringify(mapping));
    for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text);
    const register = { county: '330199', has: (code: string) => areas.has(code) };
    return await openSource(url, readMapping(file), types, register, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new database, filled by raw SQL and opened by a mapping. */
export async function openLegacy(
  kind: DatabaseKind,
  statements: readonly string[],
  mapping: Mapping,
  types: readonly RecordType[],
  beside?: Readonly<Record<string, string>>,
  options?: SourceOptions,
): Promise<Legacy> {
  const database = await freshDatabase(kind);
  await run(kind, database.url, statements);
  const source = await openMapping(database.url, mapping, types, beside, options).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  return {
    url: database.url,
    source,
    async close() {
      await source.close();
      await database.drop();
    },
  };
}

/** Every right to a type. */
export function right(type: string): Obligation {
  return operatorRight(type);
}
