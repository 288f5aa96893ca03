import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { SqlType, SqlValue } from '../legacy-table.ts';
import { createIndexes, createTable, marker, refuseForeign, type Store, type TableShape } from './store.ts';

const quote = (name: string): string => `"${name}"`;

function word(type: SqlType): string {
  if (typeof type === 'object') return `VARCHAR(${type.text})`;
  return { longtext: 'TEXT', int: 'INTEGER', bigint: 'INTEGER', decimal: 'NUMERIC', date: 'TEXT', datetime: 'TEXT' }[
    type
  ];
}

function tablesIn(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
      .all()
      .map(t => t.name);
  } finally {
    database.close();
  }
}

/** Writes beside the file and puts it in place when all is done, so that no half-made database is ever found. */
export function openSqlite(file: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) refuseForeign(tablesIn(file));
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const database = new Database(part);
  // A crash only loses the .part file.
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  const statements = new Map<string, Database.Statement<SqlValue[]>>();
  const prepare = (table: TableShape): Database.Statement<SqlValue[]> => {
    const marks = Object.keys(table.columns).map(() => '?');
    const statement = database.prepare<SqlValue[]>(`INSERT INTO ${quote(table.name)} VALUES (${marks.join(', ')})`);
    statements.set(table.name, statement);
    return statement;
  };
  return {
    async create(tables) {
      database.exec(`CREATE TABLE ${marker} (made INTEGER)`);
      for (const table of tables) database.exec(createTable(table, quote, word));
    },
    async insert(table, rows) {
      const statement = statements.get(table.name) ?? prepare(table);
      database.exec('BEGIN');
      for (const row of rows) statement.run(...row);
      database.exec('COMMIT');
    },
    async finish(tables) {
      for (const table of tables) for (const sql of createIndexes(table, quote)) database.exec(sql);
      database.exec('ANALYZE');
      database.close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      renameSync(part, file);
    },
    async abandon() {
      database.close();
      rmSync(part, { force: true });
    },
  };
}
