import { invariant } from '../../kernel/coded-error.ts';
import type { CasePass, Obligation, Pseudonym, Pseudonymiser } from '../../trust/index.ts';
import { epochsAt, PseudonymIndex } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import { byKeys } from '../query/by-keys.ts';
import type { Row } from '../query/select.ts';
import { narrowToValues } from '../query/narrow.ts';
import { valuesIn } from '../query/where.ts';
import { PersonalColumn } from './personal-column.ts';
import { personalOf, textOf } from './read-person.ts';

/** How long an index serves although the table has as many rows as before: a corrected number is met after that. */
const longestAge = 300_000;

/** Why an index may no longer be right: other keys, another epoch, more or fewer rows. */
interface State {
  readonly keys: object;
  readonly epochs: string;
  readonly rows: string;
  readonly built: number;
}

interface Built extends State {
  readonly index: PseudonymIndex;
}

function keyOf({ type, columns }: Bound): string {
  const key = type.key === undefined ? undefined : columns.get(type.key);
  invariant(key, `a key of ${type.name}, whose records are met by their persons`);
  return key.value;
}

function counting({ only }: Bound): string {
  return only.join(' AND ') || '1 = 1';
}

async function stateOf(connection: Connection, bound: Bound, by: Pseudonymiser, now: Date): Promise<State> {
  const [line] = await connection.select(
    `SELECT COUNT(*) AS n, MAX(${keyOf(bound)}) AS k FROM ${bound.from} WHERE ${counting(bound)}`,
    [],
  );
  const epochs = epochsAt(by.keys, now).map(({ epoch }) => epoch);
  return {
    keys: by.keys,
    epochs: epochs.join(' '),
    rows: `${String(line?.['n'])} ${String(line?.['k'])}`,
    built: now.getTime(),
  };
}

function serves(known: State, now: State): boolean {
  return (
    known.keys === now.keys &&
    known.epochs === now.epochs &&
    known.rows === now.rows &&
    now.built - known.built < longestAge
  );
}

/**
 * Records by the pseudonym of their person. The pseudonyms of a whole column are computed in the department, row by row as the
 * database gives them, and kept in memory alone; they are computed anew when rows came or went, and every five minutes.
 */
export class Holders {
  readonly #built = new Map<string, Promise<Built>>();

  /** Records of the person, with their fields. Each is looked at once more: its number must be the person's now. */
  async recordsOf(
    connection: Connection,
    bound: Bound,
    obligation: Obligation,
    _pass: CasePass,
    name: string,
    pseudonym: Pseudonym,
    by: Pseudonymiser,
    fields: readonly string[],
  ): Promise<Row[]> {
    const { index } = await this.#indexOf(connection, bound, name, by);
    const found = index.find(pseudonym);
    if (found.length === 0) return [];
    const still = await this.#checked(connection, bound, name, pseudonym, by, found);
    const rows = await byKeys(connection, bound, obligation, bound.type.key ?? '', still, fields);
    return rows.filter(row => row !== undefined);
  }

  async #indexOf(connection: Connection, bound: Bound, name: string, by: Pseudonymiser): Promise<Built> {
    const now = await stateOf(connection, bound, by, new Date());
    const at = `${bound.type.name}.${name} ${by.keys.purpose}`;
    const known = await this.#built.get(at)?.catch(() => undefined);
    if (known && serves(known, now)) return known;
    const building = build(connection, bound, name, by, now);
    this.#built.set(at, building);
    return building;
  }

  async #checked(
    connection: Connection,
    bound: Bound,
    name: string,
    pseudonym: Pseudonym,
    by: Pseudonymiser,
    keys: readonly string[],
  ): Promise<string[]> {
    const key = bound.columns.get(bound.type.key ?? '');
    invariant(key, `a key of ${bound.type.name}`);
    const some = narrowToValues(bound.dialect, key, keys)?.condition ?? valuesIn(bound, key, keys);
    const lines = await connection.select(
      `SELECT ${key.value} AS k, ${PersonalColumn.select(personalOf(bound, name), 'n')} FROM ${bound.from} WHERE ${counting(bound)} AND ${some.text}`,
      some.values,
    );
    const now = new Date();
    return lines.filter(({ n }) => by.matches(pseudonym, textOf(n), now)).map(({ k }) => String(k));
  }
}

async function build(
  connection: Connection,
  bound: Bound,
  name: string,
  by: Pseudonymiser,
  state: State,
): Promise<Built> {
  const index = new PseudonymIndex(by, new Date(state.built));
  const lines = connection.stream(
    `SELECT ${keyOf(bound)} AS k, ${PersonalColumn.select(personalOf(bound, name), 'n')} FROM ${bound.from} WHERE ${counting(bound)}`,
    [],
  );
  for await (const batch of lines) for (const { k, n } of batch) if (k !== null) index.add(String(k), textOf(n));
  return { ...state, index };
}
