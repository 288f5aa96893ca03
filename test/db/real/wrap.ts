import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  openExamination,
  openSource,
  readMapping,
  type Finding,
  type Register,
  type Source,
  type TypeReport,
} from '../../../lib/source/index.ts';
import { readModel } from '../../../lib/subgraph/model.ts';
import { freshDatabase, type DatabaseKind } from '../../servers/databases.ts';
import { run } from '../legacy/database.ts';
import { readPacked, readRecords } from './read-csv.ts';
import { sharedData } from './shared-data.ts';

function name(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function intoSqlite(url: string, table: string, columns: readonly string[], records: Iterable<string[]>): void {
  const db = new Database(url.slice('sqlite:'.length));
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
  db.transaction(() => {
    for (const record of records) insert.run(record);
  })();
  db.close();
}

/** The servers read the file themselves, as their own accounts. */
function bulkWords(kind: 'mariadb' | 'postgres', table: string, file: string, text: string): string {
  const end = /^[^\n]*\r\n/.test(text) ? String.raw`\r\n` : String.raw`\n`;
  return kind === 'postgres'
    ? String.raw`COPY ${table} FROM '${file}' (FORMAT csv, HEADER, NULL '\N')`
    : `LOAD DATA INFILE '${file}' INTO TABLE ${table} CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY ${end === String.raw`\n` ? "x'0a'" : "x'0d0a'"} IGNORE 1 LINES`;
}

/** Loads a file of the public data as it is: every column as text, nothing cleaned. */
export async function loadRaw(kind: DatabaseKind, url: string, table: string, path: string): Promise<void> {
  const text = readPacked(join(sharedData, path));
  const records = readRecords(text);
  const columns: string[] = records.next().value ?? [];
  const rows = [...records];
  const width = (i: number): number => rows.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 1);
  const type = (i: number): string => (kind === 'mariadb' ? `VARCHAR(${width(i)})` : 'TEXT');
  const declared = columns.map((column, i) => `${name(column)} ${type(i)}`).join(', ');
  await run(kind, url, [`CREATE TABLE ${table} (${declared})${kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : ''}`]);
  if (kind === 'sqlite') return intoSqlite(url, table, columns, rows);
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-raw-'));
  try {
    chmodSync(folder, 0o755);
    const file = join(folder, 'raw.csv');
    writeFileSync(file, text, { mode: 0o644 });
    await run(kind, url, [bulkWords(kind, table, file, text)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A department's public data behind its mapping. */
export interface Wrap {
  readonly source: Source;
  /** What the check finds out about a type. */
  report(type: string): Promise<TypeReport>;
  close(): Promise<void>;
}

/** Loads tables and opens them by `<department>.mapping.yaml`. `beside`: files that the mapping names, out of the public data. */
export async function openWrap(
  kind: DatabaseKind,
  department: string,
  tables: Readonly<Record<string, string>>,
  places: ReadonlySet<string>,
  load: (url: string) => Promise<void> = async () => {},
): Promise<Wrap> {
  const database = await freshDatabase(kind);
  for (const [table, path] of Object.entries(tables)) await loadRaw(kind, database.url, table, path);
  await load(database.url);
  const model = readModel(readFileSync(join(import.meta.dirname, `${department}.schema.graphql`), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-wrap-'));
  const file = join(folder, `${department}.mapping.yaml`);
  const text = readFileSync(join(import.meta.dirname, `${department}.mapping.yaml`), 'utf8');
  writeFileSync(file, text.replaceAll('SHARED', sharedData).replaceAll('HERE', import.meta.dirname));
  const read = readMapping(file);
  const register: Register = { county: '000000', has: code => places.has(code) };
  const types = [...model.records.values()];
  const source = await openSource(database.url, read, types, register, { statementTimeout: 120_000 });
  const examination = await openExamination(database.url, read, types, register);
  rmSync(folder, { recursive: true, force: true });
  return {
    source,
    report: type => examination.report(type, { links: new Map(), askedBy: new Set() }),
    async close() {
      await source.close();
      await examination.close();
      await database.drop();
    },
  };
}

/** The findings of a report by code, and by field where there is one. */
export function findingsOf({ findings }: TypeReport): Record<string, Finding> {
  return Object.fromEntries(
    findings.map(found => [found.field === null ? found.code : `${found.code} ${found.field}`, found]),
  );
}

/** Rows that a report leaves out of each field: nothing may be lost between what is there and what is counted. */
export function leftOut({ quality }: TypeReport): Record<string, Record<string, number>> {
  return Object.fromEntries(
    quality.fields.map(({ field, present, missing, readable, unreadable }) => {
      const wrong = Object.fromEntries(unreadable.map(({ reason, rows }) => [reason, rows]));
      const unread = unreadable.reduce((sum, { rows }) => sum + rows, 0);
      if (readable + unread !== present || present + missing !== quality.counted)
        throw new Error(`${field} loses rows`);
      return [field, { ...(missing > 0 ? { missing } : {}), ...wrong }];
    }),
  );
}
