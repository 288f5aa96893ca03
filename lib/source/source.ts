import DataLoader from 'dataloader';
import type { CasePass, Obligation, Pseudonym, Pseudonymiser } from '../trust/index.ts';
import { bind, type Bound } from './bind/bind.ts';
import { probe } from './bind/probe.ts';
import { refuseSharedKeys } from './bind/shared-keys.ts';
import { invariant } from '../kernel/coded-error.ts';
import type { Work } from '../observe/index.ts';
import { connect, type ConnectOptions, type Connection } from './connect.ts';
import type { ReadMapping } from './mapping/read-mapping.ts';
import { operatorNotice, type Watched } from './operator-notice.ts';
import { recordQuality, type RecordQuality } from './quality/record-quality.ts';
import { Holders } from './persons/holders.ts';
import { personOf } from './persons/read-person.ts';
import { byKeys } from './query/by-keys.ts';
import type { Asking } from './query/exact-statistics.ts';
import { children, list, type ListQuery, type Page } from './query/list.ts';
import type { Row } from './query/select.ts';
import {
  statistics,
  statisticsOf,
  type Register,
  type Statistics,
  type StatisticsPlaces,
  type StatisticsQuery,
  type StatisticsQuestion,
} from './query/statistics.ts';
import type { RecordType } from './record-type.ts';
import { rightKey } from './right-key.ts';

/** Questions of one request: equal questions of one tick become one statement. */
export interface Session {
  /** The record whose field `by` is `value`. */
  one(obligation: Obligation, by: string, value: string, fields: readonly string[]): Promise<Row | undefined>;
  children(obligation: Obligation, via: string, parent: string, query: ListQuery): Promise<Page>;
  list(obligation: Obligation, query: ListQuery): Promise<Page>;
  statistics(obligation: Obligation, query: StatisticsQuery): Promise<Statistics>;
  /** How many rows there are and how many of them can be read, field by field. */
  quality(obligation: Obligation): Promise<RecordQuality>;
  /**
   * The pseudonym of the person of a pass's record, under that name of the mapping's `personal`. Undefined: no readable number;
   * `absent`: no such record for this reader.
   */
  personOf(
    obligation: Obligation,
    pass: CasePass,
    name: string,
    by: Pseudonymiser,
  ): Promise<Pseudonym | undefined | 'absent'>;
  /** Records of the obligation's type whose person has a pseudonym. */
  recordsOf(
    obligation: Obligation,
    pass: CasePass,
    name: string,
    pseudonym: Pseudonym,
    by: Pseudonymiser,
    fields: readonly string[],
  ): Promise<Row[]>;
  /** Statistics of one place among many asked for at once. */
  placeStatistics(obligation: Obligation, code: string, query: StatisticsQuery): Promise<Statistics>;
}

export interface SourceOptions extends ConnectOptions {
  /** Tells the operator, in a sentence with file and line of the mapping, what the database refuses while it runs. Default: nobody. */
  readonly tell?: (sentence: string) => void;
}

/** A department's database behind its mapping. */
export interface Source {
  /** `signal`: ends its statements when nobody waits for the answer any more. `work`: what they belong to, where somebody sees it. */
  session(signal?: AbortSignal, work?: Work): Session;
  /** SQL statements run so far. */
  readonly statements: number;
  close(): Promise<void>;
}

const batch = { maxBatchSize: 500 };

/** Statistics are large, and a session that asks many would keep them all. */
const unkept = { ...batch, cache: false };

/** Opens a database and holds the mapping against it: every column that is named must be there. */
export async function openSource(
  url: string,
  read: ReadMapping,
  types: readonly RecordType[],
  register: Register,
  options?: SourceOptions,
): Promise<Source> {
  const connection = connect(url, options);
  const bounds = new Map<string, Bound>();
  try {
    const live = { connection, read, tables: await connection.tables() };
    refuseSharedKeys(read);
    for (const type of types) {
      const bound = await bind(live, type);
      await probe(connection, read, bound);
      bounds.set(type.name, bound);
    }
  } catch (error) {
    await connection.close();
    throw error;
  }
  const boundOf = (obligation: Obligation): Bound => {
    const bound = bounds.get(obligation.type);
    invariant(bound, `a mapped type ${obligation.type}`);
    return bound;
  };
  const holders = new Holders();
  const watched = operatorNotice(read, options?.tell ?? (() => undefined));
  return {
    get statements() {
      return connection.statements;
    },
    close: () => connection.close(),
    session: (signal, work) =>
      makeSession(boundOf, register, signal || work ? connection.until(signal, work) : connection, watched, holders),
  };
}

/** Digits of a place that is a parent; 0 for other parents, which all share a batch. */
function placeLength(bound: Bound, via: string, parent: string): number {
  return bound.columns.get(via)?.kind === 'place' ? parent.length : 0;
}

/** Statistics for several choices of places, each written as JSON; refusals are told to the operator one by one. */
async function statisticsFor(
  asking: Asking,
  question: StatisticsQuestion,
  choices: readonly string[],
  watched: Watched,
): Promise<(Statistics | Error)[]> {
  const answers = await statisticsOf(
    asking,
    question,
    choices.map(choice => JSON.parse(choice) as StatisticsPlaces),
  );
  const told = answers.map(answer => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  return Promise.all(told.map(answer => watched(asking.obligation.type, answer).catch((error: Error) => error)));
}

function makeSession(
  boundOf: (o: Obligation) => Bound,
  register: Register,
  connection: Connection,
  watched: Watched,
  holders: Holders,
): Session {
  const loaders = new Map<string, DataLoader<string, unknown>>();
  /** One loader per different question; its batches are one statement each. */
  function load<T>(
    id: string,
    key: string,
    ask: (keys: readonly string[]) => Promise<readonly (T | Error)[]>,
    how: DataLoader.Options<string, T> = batch,
  ): Promise<T> {
    let loader = loaders.get(id) as DataLoader<string, T> | undefined;
    if (!loader) {
      loader = new DataLoader<string, T>(ask, how);
      loaders.set(id, loader as DataLoader<string, unknown>);
    }
    return loader.load(key);
  }
  const asking = (obligation: Obligation): Asking => ({ connection, bound: boundOf(obligation), obligation, register });
  return {
    one: (obligation, by, value, fields) =>
      load(`one ${rightKey(obligation)} ${by} ${fields.join(' ')}`, value, keys =>
        watched(obligation.type, byKeys(connection, boundOf(obligation), obligation, by, keys, fields)),
      ),
    // Places of different levels cannot share a batch: their codes are prefixes of different length.
    children: (obligation, via, parent, query) =>
      load(
        `children ${rightKey(obligation)} ${via} ${placeLength(boundOf(obligation), via, parent)} ${JSON.stringify(query)}`,
        parent,
        keys => watched(obligation.type, children(connection, boundOf(obligation), obligation, { via, keys }, query)),
      ),
    list: (obligation, query) => watched(obligation.type, list(connection, boundOf(obligation), obligation, query)),
    statistics: (obligation, { level, within, ...question }) =>
      load(
        `statistics ${rightKey(obligation)} ${JSON.stringify(question)}`,
        JSON.stringify({ level, within }),
        keys => statisticsFor(asking(obligation), question, keys, watched),
        unkept,
      ),
    quality: obligation =>
      watched(obligation.type, recordQuality(connection, boundOf(obligation), obligation, register)),
    personOf: (obligation, pass, name, by) =>
      watched(obligation.type, personOf(connection, boundOf(obligation), obligation, pass, name, by)),
    recordsOf: (obligation, ...asked) =>
      watched(obligation.type, holders.recordsOf(connection, boundOf(obligation), obligation, ...asked)),
    placeStatistics: (obligation, code, query) =>
      load(`statistics ${rightKey(obligation)} ${code.length} ${JSON.stringify(query)}`, code, async codes => {
        const asked = { ...query, within: codes };
        const all = await watched(obligation.type, statistics(asking(obligation), asked));
        return codes.map(c => ({
          ...all,
          rows: all.rows.filter(r => r.area === c),
          leftOut: all.leftOut.filter(l => l.area === c),
        }));
      }),
  };
}
