import { CodedError, operatorError } from '../../kernel/coded-error.ts';
import { openMysql } from './mysql-store.ts';
import { openPostgres } from './postgres-store.ts';
import { openSqlite } from './sqlite-store.ts';
import type { Store } from './store.ts';

/**
 * Opens (and where needed creates) the database of a URL: `sqlite:/file`, `mysql://…/name`, `postgres://…/name`.
 * BAD_DATABASE_URL for anything else, DATABASE_NOT_EMPTY where somebody's tables are, DATABASE_UNAVAILABLE where no server answers or it refuses.
 */
export async function openStore(url: string): Promise<Store> {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length));
  const open = { 'mysql:': openMysql, 'postgres:': openPostgres }[/^[a-z]+:/.exec(url)?.[0] ?? ''];
  if (!open || !URL.canParse(url)) {
    throw operatorError('BAD_DATABASE_URL', {
      expected: 'a database address as sqlite:FILE, mysql://USER@HOST:PORT/NAME or postgres://USER@HOST:PORT/NAME',
      got: 'another text',
      todo: 'correct the template of addresses',
    });
  }
  try {
    return await open(new URL(url));
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw operatorError(
      'DATABASE_UNAVAILABLE',
      {
        expected: 'a database server that lets countygraph create databases',
        got: 'a refusal',
        todo: 'check address, account and rights',
      },
      { cause },
    );
  }
}
