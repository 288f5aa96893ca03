import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import { operatorError } from '../kernel/coded-error.ts';
import { type AlertBook, alertBook } from './alert-book.ts';
import { type FrozenBook, frozenBook } from './frozen-book.ts';
import { createTables } from './tables.ts';
import { type VetoBook, vetoBook } from './veto-book.ts';

/** The project's own small database: what it must remember itself. It never lies in a department's. */
export interface Store {
  readonly alerts: AlertBook;
  readonly frozen: FrozenBook;
  readonly vetoes: VetoBook;
  close(): Promise<void>;
}

/** knex would print connection errors, hosts and all, by itself. */
const silent: Knex.Logger = {
  warn: () => undefined,
  error: () => undefined,
  deprecate: () => undefined,
  debug: () => undefined,
};

function connect(url: string): Knex {
  const kind = /^(sqlite|mysql|postgres):/.exec(url)?.[1];
  if (kind === undefined || (kind !== 'sqlite' && !URL.canParse(url))) {
    throw operatorError('BAD_DATABASE_URL', {
      expected:
        'the address of the store as sqlite:FILE, mysql://USER@HOST:PORT/NAME or postgres://USER@HOST:PORT/NAME',
      got: 'another text',
      todo: 'correct store in county.yaml or --store',
    });
  }
  if (kind === 'sqlite') {
    const filename = url.slice('sqlite:'.length);
    mkdirSync(dirname(filename), { recursive: true });
    return knex({
      client: 'better-sqlite3',
      log: silent,
      connection: { filename },
      pool: { min: 0, max: 1 },
      useNullAsDefault: true,
    });
  }
  const pool = { min: 0, max: 2 };
  if (kind === 'postgres')
    return knex({
      client: 'pg',
      log: silent,
      connection: { connectionString: url, connectionTimeoutMillis: 5000 },
      pool,
    });
  const { hostname, port, username, password, pathname } = new URL(url);
  const [user, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const connection = {
    host: hostname,
    port: Number(port || 3306),
    user,
    password: secret,
    database: pathname.slice(1),
  };
  return knex({
    client: 'mysql2',
    log: silent,
    connection: { ...connection, charset: 'utf8mb4', connectTimeout: 5000 },
    pool,
  });
}

/**
 * Opens the store at `sqlite:FILE`, `mysql://…` or `postgres://…` and makes its tables where they are not there; a database
 * of a server must exist, and be empty but for these tables.
 * @throws CodedError BAD_DATABASE_URL, DATABASE_UNAVAILABLE
 */
export async function openStore(url: string): Promise<Store> {
  try {
    const database = connect(url);
    try {
      await createTables(database);
      // It holds counts that were given to one person alone.
      if (url.startsWith('sqlite:')) chmodSync(url.slice('sqlite:'.length), 0o600);
    } catch (error) {
      await database.destroy();
      throw error;
    }
    return {
      alerts: alertBook(database),
      frozen: frozenBook(database),
      vetoes: vetoBook(database),
      close: () => database.destroy(),
    };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'BAD_DATABASE_URL') throw cause;
    throw operatorError(
      'DATABASE_UNAVAILABLE',
      {
        expected: 'a store in which countygraph may create tables',
        got: 'a refusal or no answer',
        todo: 'check store in county.yaml or --store, the server and the account',
      },
      { cause },
    );
  }
}
