import type { Made } from './by-hand/made.ts';

/** How the figures are asked for. */
export const ways = ['by hand', 'countygraph', 'in one process', 'one by one', 'four at a time'] as const;
export type Way = (typeof ways)[number];

export function isWay(text: string): text is Way {
  return ways.some(way => way === text);
}

/** Where a synthetic county is. */
export interface Place {
  readonly scale: number;
  /** The county's folder. */
  readonly county: string;
  /** Folder of truth.json and, for SQLite, of the databases. */
  readonly data: string;
  /** Template of the databases' addresses. */
  readonly databases: string;
  /** A MariaDB that holds them; null: SQLite. */
  readonly server: string | null;
  /** Whether each process has answered the same once before it is measured. */
  readonly again: boolean;
}

/** What a run cost. */
export interface Cost {
  readonly seconds: number;
  /** Seconds of CPU of all processes but the database server's. */
  readonly cpu: number;
  /** Seconds of CPU of the database server; null where the database works in the processes. */
  readonly databaseCpu: number | null;
  /** SELECTs, counted by the server; on SQLite by the drivers, null where these are in processes of their own. */
  readonly statements: number | null;
  /** GraphQL requests to the gateway. */
  readonly requests: number;
}

/** One measured run of a way in a process of its own. */
export interface Run extends Cost {
  readonly figures: ReadonlyMap<string, Made>;
}

/** A run as it travels between processes. */
export interface SentRun extends Cost {
  readonly figures: readonly (readonly [string, Made])[];
}
