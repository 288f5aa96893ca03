import { setImmediate as turn } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import { type CodedError, operatorError } from '../kernel/coded-error.ts';
import { type Work, statementShape } from '../observe/index.ts';
import { busy, cancelled, databaseFault, isStale, unreachable } from './database-fault.ts';
import type { Dialect } from './dialect/dialect.ts';
import { mysql } from './dialect/mysql.ts';
import { postgres } from './dialect/postgres.ts';
import { sqlite } from './dialect/sqlite.ts';
import { readTables } from './inspect/read-tables.ts';
import type { TableShape } from './inspect/table-shape.ts';
import { holdConnection } from './held-connection.ts';
import { silent } from './silent.ts';
import { openSqlite, type RowForm, selectSqlite } from './sqlite-connection.ts';
import { streamRows } from './stream.ts';

/** A read-only way into one database. */
export interface Connection {
  readonly dialect: Dialect;
  /** Runs one statement; `?` are bound. Counts it. */
  select(sql: string, bindings: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** The same rows as arrays, in the order of their columns: for many of few columns. */
  lines(sql: string, bindings: readonly unknown[]): Promise<unknown[][]>;
  /** The same where rows are many: batches of them, as they come. */
  stream(sql: string, bindings: readonly unknown[]): AsyncIterable<readonly Record<string, unknown>[]>;
  /** All tables and views that the account may see, by name, as the database describes them now. */
  tables(): Promise<ReadonlyMap<string, TableShape>>;
  /**
   * The same way for somebody who may go away: when the signal fires, running statements are ended in the server, and no other is
   * begun (QUERY_CANCELLED). SQLite works in this thread and cannot be interrupted in a statement, only between two. `work`: what the
   * statements belong to, where somebody sees it.
   */
  until(signal: AbortSignal | undefined, work?: Work): Connection;
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
  // Nothing is written, but MariaDB takes the rows of a WITH for something that is: in strict mode, text of broken bytes is an error.
  await run("SET SESSION sql_mode = ''");
  // Texts are equal when they are the same: codes and markers do not lose their case or blanks. MariaDB's name, then MySQL's.
  await run('SET SESSION collation_connection = utf8mb4_nopad_bin').catch(() =>
    run('SET SESSION collation_connection = utf8mb4_0900_bin'),
  );
  // With the default of 16 MB the rows of a statistic are written to disk, and read again for each date.
  await run('SET SESSION tmp_table_size = 134217728, max_heap_table_size = 134217728').catch(() => undefined);
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
        // A statistic has a SELECT for each date, and compiling them takes longer than they run.
        await run('SET jit = off');
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

/** Opens a database; nothing is sent until the first question. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const poolSize = options.poolSize ?? 4;
  const opened = open(url, poolSize, options.statementTimeout ?? 9_000);
  const queue = new Queue(options.queueLimit ?? 200, poolSize, options.watch);
  return new DatabaseConnection(opened, queue);
}

/** Counts the statements that run or wait, for all who share a pool. */
class Queue {
  statements = 0;
  #waiting = 0;
  readonly #limit: number;
  readonly #poolSize: number;
  readonly #watch: ConnectOptions['watch'];

  constructor(limit: number, poolSize: number, watch: ConnectOptions['watch']) {
    this.#limit = limit;
    this.#poolSize = poolSize;
    this.#watch = watch;
  }

  /** Throws DATABASE_BUSY. */
  begin(sql: string, bindings: readonly unknown[]): void {
    if (this.#waiting >= this.#limit + this.#poolSize) throw busy(this.#limit);
    this.statements += 1;
    this.#waiting += 1;
    this.#watch?.(sql, bindings);
  }

  end(): void {
    this.#waiting -= 1;
  }
}

class DatabaseConnection implements Connection {
  readonly dialect: Dialect;
  readonly #opened: Opened;
  readonly #queue: Queue;
  readonly #signal: AbortSignal | undefined;
  readonly #work: Work | undefined;

  constructor(opened: Opened, queue: Queue, signal?: AbortSignal, work?: Work) {
    this.dialect = opened.dialect;
    this.#opened = opened;
    this.#queue = queue;
    this.#signal = signal;
    this.#work = work;
  }

  get statements(): number {
    return this.#queue.statements;
  }

  until(signal: AbortSignal | undefined, work?: Work): Connection {
    return new DatabaseConnection(this.#opened, this.#queue, signal, work);
  }

  select(sql: string, bindings: readonly unknown[]): Promise<Record<string, unknown>[]> {
    return this.#ask(sql, bindings, 'objects') as Promise<Record<string, unknown>[]>;
  }

  lines(sql: string, bindings: readonly unknown[]): Promise<unknown[][]> {
    return this.#ask(sql, bindings, 'arrays') as Promise<unknown[][]>;
  }

  async #ask(sql: string, bindings: readonly unknown[], form: RowForm): Promise<unknown[]> {
    const statement = this.#begin(sql, bindings);
    let fault: CodedError | undefined;
    try {
      if (this.dialect.name === 'sqlite') return await this.#selectSqlite(sql, bindings, form);
      // A connection that died while it waited in the pool is noticed by the first statement only.
      return await this.#send(sql, bindings, form).catch((error: unknown) => {
        if (isStale(error)) return this.#send(sql, bindings, form);
        throw error;
      });
    } catch (error) {
      throw (fault = this.#faultOf(error));
    } finally {
      this.#queue.end();
      statement?.end(fault?.code ?? 'OK');
    }
  }

  #begin(sql: string, bindings: readonly unknown[]): Work | undefined {
    if (this.#signal?.aborted) throw cancelled();
    this.#queue.begin(sql, bindings);
    return this.#work?.begin('statement', { statement: statementShape(sql) });
  }

  async #selectSqlite(sql: string, bindings: readonly unknown[], form: RowForm): Promise<unknown[]> {
    // Statement after statement would leave no turn in which to hear that nobody waits any more.
    if (this.#signal) await turn();
    this.#signal?.throwIfAborted();
    return selectSqlite(this.#opened.db, sql, bindings, form);
  }

  async #send(sql: string, bindings: readonly unknown[], form: RowForm): Promise<unknown[]> {
    const { db, dialect } = this.#opened;
    const held = await holdConnection(db, this.#signal);
    try {
      this.#signal?.throwIfAborted();
      const question = db.raw(sql, bindings as Knex.RawBinding[]).connection(held.raw);
      if (form === 'arrays')
        void question.options(dialect.name === 'mysql' ? { rowsAsArray: true } : { rowMode: 'array' });
      const result: unknown = await question;
      const rows = dialect.name === 'mysql' ? (result as unknown[])[0] : (result as { rows: unknown }).rows;
      return rows as unknown[];
    } finally {
      await held.release();
    }
  }

  async *stream(sql: string, bindings: readonly unknown[]): AsyncGenerator<readonly Record<string, unknown>[]> {
    const statement = this.#begin(sql, bindings);
    let fault: CodedError | undefined;
    try {
      yield* streamRows(this.#opened.db, sql, bindings, this.#signal);
    } catch (error) {
      throw (fault = this.#faultOf(error));
    } finally {
      this.#queue.end();
      statement?.end(fault?.code ?? 'OK');
    }
  }

  #faultOf(error: unknown): CodedError {
    return this.#signal?.aborted ? cancelled() : databaseFault(error);
  }

  tables(): Promise<ReadonlyMap<string, TableShape>> {
    return readTables((sql, bindings) => this.select(sql, bindings), this.dialect.name);
  }

  close(): Promise<void> {
    return this.#opened.db.destroy();
  }
}
