import knex, { type Knex } from 'knex';
import { callerError, operatorError } from '../kernel/coded-error.ts';
import type { Dialect } from './dialect/dialect.ts';
import { mysql } from './dialect/mysql.ts';
import { postgres } from './dialect/postgres.ts';
import { sqlite } from './dialect/sqlite.ts';
import { readTables } from './inspect/read-tables.ts';
import type { TableShape } from './inspect/table-shape.ts';
import { openSqlite, selectSqlite } from './sqlite-connection.ts';
import { streamRows } from './stream.ts';

/** A read-only way into one database. */
export interface Connection {
  readonly dialect: Dialect;
  /** Runs one statement; `?` are bound. Counts it. */
  select(sql: string, bindings: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** The same where rows are many: batches of them, as they come. */
  stream(sql: string, bindings: readonly unknown[]): AsyncIterable<readonly Record<string, unknown>[]>;
  /** All tables and views that the account may see, by name, as the database describes them now. */
  tables(): Promise<ReadonlyMap<string, TableShape>>;
  /** Statements run so far. */
  readonly statements: number;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Connections at most. Default 4. */
  readonly poolSize?: number;
  /** Statements that may wait for a connection; one more is refused with DATABASE_BUSY. Default 200. */
  readonly queueLimit?: number;
  /**
   * How long the server may work on one statement, in milliseconds. Default 9,000: less than
   * the gateway waits, so that nothing works on for nobody. SQLite has no such limit.
   */
  readonly statementTimeout?: number;
  /** Sees each statement before it is sent, as to explain it or to find out what is slow. */
  readonly watch?: (sql: string, bindings: readonly unknown[]) => void;
}

type Setup = (run: (sql: string) => Promise<unknown>) => Promise<void>;

async function setUpMysql(run: (sql: string) => Promise<unknown>, timeout: number): Promise<void> {
  await run('SET SESSION TRANSACTION READ ONLY');
  await run("SET SESSION time_zone = '+08:00'");
  // Texts are equal when they are the same: codes and markers do not lose their case or blanks. MariaDB's name, then MySQL's.
  await run('SET SESSION collation_connection = utf8mb4_nopad_bin').catch(() =>
    run('SET SESSION collation_connection = utf8mb4_0900_bin'),
  );
  // MariaDB would make a table of a list of a thousand days, and join it; MySQL has no such habit.
  await run('SET SESSION in_predicate_conversion_threshold = 0').catch(() => undefined);
  // MariaDB counts seconds, MySQL milliseconds; each refuses the other's variable.
  await run(`SET SESSION max_statement_time = ${timeout / 1000}`).catch(() =>
    run(`SET SESSION max_execution_time = ${timeout}`),
  );
}

interface RawConnection {
  query(sql: string, done: (error: Error | null) => void): void;
}

function pool(size: number, setUp: Setup): Knex.PoolConfig {
  return {
    min: 0,
    max: size,
    afterCreate: (raw: RawConnection, done: (error: Error | null, raw: RawConnection) => void) => {
      const run = (sql: string): Promise<void> =>
        new Promise((resolve, reject) => raw.query(sql, error => (error ? reject(error) : resolve())));
      void setUp(run).then(
        () => done(null, raw),
        (error: Error) => done(error, raw),
      );
    },
  };
}

/** knex would print connection errors, hosts and all, by itself; they reach the caller as ours. */
const silent: Knex.Logger = {
  warn: () => undefined,
  error: () => undefined,
  deprecate: () => undefined,
  debug: () => undefined,
};

interface Opened {
  readonly db: Knex;
  readonly dialect: Dialect;
}

function openMysql(url: string, size: number, timeout: number): Opened {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    dialect: mysql,
    db: knex({
      client: 'mysql2',
      log: silent,
      connection: {
        host: hostname,
        port: Number(port || 3306),
        user: decodeURIComponent(username),
        password: decodeURIComponent(password),
        database: pathname.slice(1),
        charset: 'utf8mb4',
        dateStrings: true,
        supportBigNumbers: true,
        bigNumberStrings: true,
        connectTimeout: 5000,
      } as Knex.MySql2ConnectionConfig,
      pool: pool(size, run => setUpMysql(run, timeout)),
    }),
  };
}

function openPostgres(url: string, size: number, timeout: number): Opened {
  return {
    dialect: postgres,
    db: knex({
      client: 'pg',
      log: silent,
      connection: { connectionString: url, connectionTimeoutMillis: 5000 },
      pool: pool(size, async run => {
        await run('SET default_transaction_read_only = on');
        await run('SET TIME ZONE 8');
        await run(`SET statement_timeout = ${timeout}`);
        // With the default of 4 MB a grouping is sorted on disk.
        await run("SET work_mem = '64MB'");
      }),
    }),
  };
}

function open(url: string, size: number, timeout: number): Opened {
  if (url.startsWith('sqlite:')) {
    const db = openSqlite(url.slice('sqlite:'.length));
    if (!db) throw unreachable(new Error('no such file'));
    return { dialect: sqlite, db };
  }
  if (/^(mysql|mariadb):\/\//.test(url) && URL.canParse(url)) return openMysql(url, size, timeout);
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return openPostgres(url, size, timeout);
  throw operatorError('BAD_DATABASE_URL', {
    expected: 'a database as sqlite:FILE, mysql://… or postgres://…',
    got: `${url.split(':')[0] ?? ''}:…`,
    todo: 'correct county.yaml or --databases',
  });
}

const connectionFault =
  /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|EPIPE|PROTOCOL_CONNECTION_LOST|ER_ACCESS_DENIED|ER_DBACCESS_DENIED|ER_BAD_DB_ERROR|SQLITE_CANTOPEN|28P01|3D000|57P0|ER_CON_COUNT_ERROR|ER_TOO_MANY_USER_CONNECTIONS|\b53300\b/;

function unreachable(cause: Error): Error {
  return operatorError(
    'DATABASE_UNAVAILABLE',
    {
      expected: "the department's database to answer",
      got: 'no connection',
      todo: 'check that it runs and that its URL and account are right',
    },
    { cause },
  );
}

function isStale(error: unknown): boolean {
  return error instanceof Error && error.message.endsWith('Connection terminated unexpectedly');
}

/** A driver's error as one of ours: nothing of SQL, host or rows is passed on. */
function translate(error: unknown): Error {
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = `${(cause as NodeJS.ErrnoException).code ?? ''} ${cause.name} ${cause.message}`;
  if (connectionFault.test(code) || /Timeout acquiring a connection|Connection terminated/.test(code))
    return unreachable(cause);
  if (/ER_STATEMENT_TIMEOUT|max_statement_time|57014|ER_QUERY_TIMEOUT/.test(code)) {
    return operatorError(
      'QUERY_TIMEOUT',
      { expected: 'an answer in time', got: 'none', todo: 'ask for less, or for shorter periods' },
      { cause },
    );
  }
  if (/ER_(TABLE|COLUMN)ACCESS_DENIED|\b42501\b/.test(code)) {
    return operatorError(
      'DATABASE_FORBIDDEN',
      {
        expected: 'the account of the department to read all that its mapping names',
        got: 'a refusal',
        todo: 'grant it SELECT',
      },
      { cause },
    );
  }
  return operatorError(
    'QUERY_FAILED',
    {
      expected: 'the database to understand the question',
      got: 'a refusal',
      todo: 'hold its mapping against its tables',
    },
    { cause },
  );
}

function busy(queueLimit: number): Error {
  return callerError('DATABASE_BUSY', {
    expected: `at most ${queueLimit} questions to wait for the department's database`,
    got: 'one more',
    todo: 'try again in a moment',
  });
}

/** Opens a database; nothing is sent until the first question. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const poolSize = options.poolSize ?? 4;
  const { db, dialect } = open(url, poolSize, options.statementTimeout ?? 9_000);
  const queueLimit = options.queueLimit ?? 200;
  let [statements, waiting] = [0, 0];
  const begin = (sql: string, bindings: readonly unknown[]): void => {
    if (waiting >= queueLimit + poolSize) throw busy(queueLimit);
    statements += 1;
    waiting += 1;
    options.watch?.(sql, bindings);
  };
  const select: Connection['select'] = async (sql, bindings) => {
    begin(sql, bindings);
    try {
      if (dialect.name === 'sqlite') return await selectSqlite(db, sql, bindings);
      const send = async (): Promise<unknown> => db.raw(sql, bindings as Knex.RawBinding[]);
      // A connection that died while it waited in the pool is noticed by the first statement only.
      const result = await send().catch((error: unknown) => (isStale(error) ? send() : Promise.reject(error as Error)));
      const rows = dialect.name === 'mysql' ? (result as unknown[])[0] : (result as { rows: unknown }).rows;
      return rows as Record<string, unknown>[];
    } catch (error) {
      throw translate(error);
    } finally {
      waiting -= 1;
    }
  };
  return {
    dialect,
    select,
    async *stream(sql, bindings) {
      begin(sql, bindings);
      try {
        yield* streamRows(db, sql, bindings);
      } catch (error) {
        throw translate(error);
      } finally {
        waiting -= 1;
      }
    },
    tables: () => readTables(select, dialect.name),
    get statements() {
      return statements;
    },
    close: () => db.destroy(),
  };
}
