import type { Knex } from 'knex';

/** knex would print connection errors, hosts and all, by itself; they reach the caller as ours. */
export const silent: Knex.Logger = {
  warn: () => undefined,
  error: () => undefined,
  deprecate: () => undefined,
  debug: () => undefined,
};
