import Database from 'better-sqlite3';
import { createPool, type RowDataPacket } from 'mysql2/promise';
import type { Line, Words } from './statement.ts';

/** One department's database, by its driver alone. */
export interface HandDatabase {
  readonly words: Words;
  /** `ms`: in the database and its driver. */
  ask(sql: string): Promise<{ readonly lines: readonly Line[]; readonly ms: number }>;
  close(): Promise<void>;
}

function secondOfDay(moment: string): string {
  return `(substr(${moment}, 9, 2) * 3600 + substr(${moment}, 11, 2) * 60 + substr(${moment}, 13, 2))`;
}

function isoDay(moment: string): string {
  return `substr(${moment}, 1, 4) || '-' || substr(${moment}, 5, 2) || '-' || substr(${moment}, 7, 2)`;
}

/** SQLite reads ISO alone; most moments are of one day, whose seconds are plain arithmetic. */
const sqliteWords: Words = {
  seconds: (from, to) =>
    `(${secondOfDay(to)} - ${secondOfDay(from)} + CASE WHEN substr(${from}, 1, 8) = substr(${to}, 1, 8) THEN 0 ELSE unixepoch(${isoDay(to)}) - unixepoch(${isoDay(from)}) END)`,
  isoSeconds: (from, to) => `(unixepoch(${to}) - unixepoch(${from}))`,
};

const mariadbWords: Words = {
  seconds: (from, to) => `TIMESTAMPDIFF(SECOND, ${from}, ${to})`,
  isoSeconds: (from, to) => `TIMESTAMPDIFF(SECOND, ${from}, ${to})`,
};

function openSqlite(file: string): HandDatabase {
  const database = new Database(file, { readonly: true });
  return {
    words: sqliteWords,
    async ask(sql) {
      const start = performance.now();
      const lines = database.prepare<[], Line>(sql).raw().all();
      return { lines, ms: performance.now() - start };
    },
    close: async () => void database.close(),
  };
}

function openMariadb(uri: string): HandDatabase {
  const pool = createPool({ uri, connectionLimit: 4, dateStrings: true, decimalNumbers: true });
  return {
    words: mariadbWords,
    async ask(sql) {
      const start = performance.now();
      const [lines] = await pool.query<RowDataPacket[][]>({ sql, rowsAsArray: true });
      return { lines, ms: performance.now() - start };
    },
    close: () => pool.end(),
  };
}

/** Opens `sqlite:FILE` or `mysql://…`. */
export function openByHand(url: string): HandDatabase {
  return url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openMariadb(url);
}
