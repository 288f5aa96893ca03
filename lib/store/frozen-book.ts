import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { callerError, operatorError } from '../kernel/coded-error.ts';
import { tables } from './tables.ts';

/** What is known of frozen figures without opening them. */
export interface FrozenEntry {
  readonly id: string;
  /** Moment of UTC. */
  readonly at: string;
  readonly by: string;
  /** What it is, for a list. */
  readonly title: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/** Texts that are kept as they are: they are added, never changed. */
export interface FrozenBook {
  /** The same text is kept once. */
  keep(text: string, entry: Omit<FrozenEntry, 'id' | 'hash'>): Promise<FrozenEntry>;
  /** Newest first. */
  list(): Promise<FrozenEntry[]>;
  /** @throws CodedError UNKNOWN_FROZEN, FROZEN_BROKEN where the text is not the one that was kept */
  open(id: string): Promise<FrozenEntry & { readonly text: string }>;
}

interface Row {
  id: string;
  frozen_at: string;
  frozen_by: string;
  title: string;
  hash: string;
  content: string;
}

export function frozenBook(database: Knex): FrozenBook {
  return {
    async keep(text, { at, by, title }) {
      const hash = hashOf(text);
      const id = hash.slice(0, 12);
      const known = await database<Row>(tables.frozen).where({ id }).first('id');
      const row = { id, frozen_at: at, frozen_by: by, title, hash, content: text };
      if (known === undefined) await database(tables.frozen).insert(row);
      return { id, at, by, title, hash };
    },
    async list() {
      const columns = ['id', 'frozen_at', 'frozen_by', 'title', 'hash'] as const;
      const rows = await database<Row>(tables.frozen)
        .select(...columns)
        .orderBy('frozen_at', 'desc');
      return rows.map(entryOf);
    },
    async open(id) {
      const row = await database<Row>(tables.frozen).where({ id }).first();
      if (row === undefined) {
        throw callerError('UNKNOWN_FROZEN', {
          expected: 'the id of frozen figures',
          got: JSON.stringify(id),
          todo: 'look it up with countygraph figures list',
        });
      }
      if (hashOf(row.content) !== row.hash) {
        throw operatorError('FROZEN_BROKEN', {
          expected: 'frozen figures as they were kept',
          got: 'a text with another hash',
          todo: 'find out who changed the store; nothing of it can be relied on',
        });
      }
      return { ...entryOf(row), text: row.content };
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function entryOf({ id, frozen_at, frozen_by, title, hash }: Omit<Row, 'content'>): FrozenEntry {
  return { id, at: frozen_at, by: frozen_by, title, hash };
}
