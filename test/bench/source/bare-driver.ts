import Database from 'better-sqlite3';
import { createPool, type RowDataPacket } from 'mysql2/promise';
import { Pool } from 'pg';
import type { DatabaseKind } from '../../servers/databases.ts';

export type Line = Record<string, unknown>;

/** A database's own driver, as one uses it without countygraph. `?` are bound. */
export interface BareDriver {
  /** Questions asked so far. */
  readonly statements: number;
  query(sql: string, values?: readonly unknown[]): Promise<Line[]>;
  /** Statements that give no rows. */
  run(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

type Driver = Omit<BareDriver, 'statements'>;

function bareSqlite(file: string, prepare: (db: Database.Database) => void): Driver {
  const db = new Database(file);
  prepare(db);
  const prepared = new Map<string, Database.Statement>();
  return {
    async query(sql, values = []) {
      const statement = prepared.get(sql) ?? db.prepare(sql);
      prepared.set(sql, statement);
      return statement.all(...values) as Line[];
    },
    async run(statements) {
      for (const statement of statements) db.exec(statement);
    },
    close: async () => void db.close(),
  };
}

function bareMariadb(uri: string): Driver {
  const pool = createPool({ uri, connectionLimit: 4, dateStrings: true });
  return {
    query: async (sql, values = []) => (await pool.query<RowDataPacket[]>(sql, [...values]))[0],
    async run(statements) {
      for (const statement of statements) await pool.query(statement);
    },
    close: () => pool.end(),
  };
}

function numbered(sql: string): string {
  let n = 0;
  return sql.replaceAll('?', () => `$${(n += 1)}`);
}

function barePostgres(connectionString: string): Driver {
  const pool = new Pool({ connectionString, max: 4 });
  return {
    query: async (sql, values = []) => (await pool.query(numbered(sql), [...values])).rows as Line[],
    async run(statements) {
      for (const statement of statements) await pool.query(statement);
    },
    close: () => pool.end(),
  };
}

function open(kind: DatabaseKind, url: string, prepareSqlite: (db: Database.Database) => void): Driver {
  if (kind === 'sqlite') return bareSqlite(url.slice('sqlite:'.length), prepareSqlite);
  return kind === 'mariadb' ? bareMariadb(url) : barePostgres(url);
}

/** `prepareSqlite` gives a SQLite connection what statements need besides. */
export function bareDriver(
  kind: DatabaseKind,
  url: string,
  prepareSqlite: (db: Database.Database) => void = () => undefined,
): BareDriver {
  const driver = open(kind, url, prepareSqlite);
  let statements = 0;
  return {
    ...driver,
    get statements() {
      return statements;
    },
    query(sql, values) {
      statements += 1;
      return driver.query(sql, values);
    },
  };
}
