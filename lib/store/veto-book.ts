import type { Knex } from 'knex';
import { operatorError } from '../kernel/coded-error.ts';
import { tables } from './tables.ts';

/** A signed record on a scorecard, as lib/trust makes and verifies it. */
export interface KeptVeto {
  readonly number: number;
  readonly action: 'record' | 'withdraw';
  readonly card: string;
  readonly area: string;
  readonly period: string;
  readonly ground: string;
  readonly by: string;
  readonly reason: string;
  readonly basis: string;
  readonly at: string;
  readonly withdraws: number | null;
  readonly key: string;
  readonly previous: string;
  readonly signature: string;
}

/** Signed records: they are added, never changed and never deleted. */
export interface VetoBook {
  /** Adds what `sign` makes of the last record. Where two add at the same time, the later one signs again. */
  add(sign: (last: KeptVeto | undefined) => KeptVeto): Promise<KeptVeto>;
  /** In their order. */
  all(): Promise<KeptVeto[]>;
}

interface Row {
  number: number;
  action: 'record' | 'withdraw';
  card: string;
  area: string;
  period: string;
  ground: string;
  said_by: string;
  reason: string;
  basis: string;
  said_at: string;
  withdraws: number | null;
  key_id: string;
  previous: string;
  signature: string;
}

const attempts = 20;

export function vetoBook(database: Knex): VetoBook {
  return {
    async add(sign) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const last = await database<Row>(tables.vetoes).orderBy('number', 'desc').first();
        const record = sign(last && recordOf(last));
        try {
          await database(tables.vetoes).insert(rowOf(record));
          return record;
        } catch (error) {
          // The number is the key of the table: somebody else has taken it.
          const taken = await database<Row>(tables.vetoes).where({ number: record.number }).first('number');
          if (taken === undefined) throw error;
        }
      }
      throw operatorError('STORE_BUSY', {
        expected: 'a moment in which nobody else adds a record',
        got: `${attempts} others that came first`,
        todo: 'try again',
      });
    },
    async all() {
      return (await database<Row>(tables.vetoes).orderBy('number')).map(recordOf);
    },
  };
}

function rowOf({ by, at, key, ...same }: KeptVeto): Row {
  return { ...same, said_by: by, said_at: at, key_id: key };
}

function recordOf({ said_by, said_at, key_id, ...same }: Row): KeptVeto {
  return { ...same, by: said_by, at: said_at, key: key_id };
}
