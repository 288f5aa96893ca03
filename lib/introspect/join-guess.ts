import type { Connection } from '../source/index.ts';
import { guessDate } from './date-guess.ts';
import type { KeyGuess } from './key-guess.ts';
import { chanceOfOverlap, overlapWith, readKeyValues, type KeyValues } from './key-values.ts';
import { partsOf } from './reading.ts';
import { percent, present, type ColumnSample, type TableSample } from './table-sample.ts';

/** A column whose values are the key of another table. */
export interface JoinGuess {
  readonly from: { readonly table: string; readonly column: string };
  readonly to: { readonly table: string; readonly column: string };
  /** Share of the different values looked at that are found there. */
  readonly overlap: number;
  readonly why: string;
}

/** Different values that are looked for in the other table. */
const probes = 200;

/** The shape of a value: JF2023000413 is A9, 91330199MA00000B0X is 9A9A9A. */
function shapeOf(value: string): string {
  return value
    .replaceAll(/\d+/g, '9')
    .replaceAll(/[A-Za-z]+/g, 'A')
    .replaceAll(/\p{Script=Han}+/gu, '汉');
}

function shapesOf(column: ColumnSample): Set<string> {
  return new Set(present(column).slice(0, 200).map(shapeOf));
}

function plainNumbers(column: ColumnSample): boolean {
  return present(column).every(value => /^\d{1,7}$/.test(value));
}

function stem(name: string): string {
  return partsOf(name)
    .join('')
    .replace(/(?:id|no|code|key|bh|bm|dm|hm)$/, '');
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}

/** A key that is named after no table is its own table's number. */
const ownNumber = /^(?:id|oid|code|bh|dm|bm|xh|no|uuid|name)$/i;

/** A first part of the name that most tables have: wg_, T_, pg_. */
function commonPrefix(tables: readonly TableSample[]): string | undefined {
  const firsts = tables.map(table => partsOf(table.shape.name)).filter(parts => parts.length > 1);
  const [first, of] =
    [...Map.groupBy(firsts, parts => parts[0])].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
  return of && of.length >= tables.length * 0.6 ? first : undefined;
}

/** The name says the other table: by the same name, by the table's name, before id or no or at the end, or by ending in the key's name. */
function named(from: ColumnSample, to: KeyValues, prefix: string | undefined): boolean {
  const [here, there] = [from.shape.name.toLowerCase(), to.column.shape.name.toLowerCase()];
  const trivial = ownNumber.test(there);
  if (here === there) return !trivial;
  const parts = partsOf(to.table.shape.name);
  const table = singular((parts[0] === prefix ? parts.slice(1) : parts).join(''));
  const own = singular(stem(here));
  if (own === table && own.length > 1) return true;
  // JFBH or jfid, and the table is t_mdjf.
  if (own !== here && own.length > 1 && table.endsWith(own)) return true;
  return (table.length > 3 && own.endsWith(table)) || (!trivial && there.length >= 4 && here.endsWith(there));
}

function possible(from: ColumnSample, table: TableSample, to: KeyValues, byName: boolean): boolean {
  if (from.personal || from.distinct === 0 || to.table === table) return false;
  if (from.meaning.roles.has('deleted') || from.meaning.roles.has('geometry') || guessDate(from)) return false;
  if (byName) return true;
  if (from.distinct < 5 || ownNumber.test(from.shape.name)) return false;
  if (plainNumbers(from)) return to.all !== undefined && plainNumbers(to.column);
  const shapes = shapesOf(to.column);
  return [...shapesOf(from)].some(shape => shape.length > 1 && shapes.has(shape));
}

interface Proof {
  readonly join: JoinGuess;
  readonly strength: number;
  /** Of two tables that hold all values, the one with fewer keys beside them fits closer. */
  readonly keys: number;
}

async function prove(
  connection: Connection,
  table: TableSample,
  from: ColumnSample,
  to: KeyValues,
  byName: boolean,
): Promise<Proof | undefined> {
  if (!possible(from, table, to, byName)) return undefined;
  const numbers = plainNumbers(from);
  const looked = [...new Set(present(from))].filter(value => !(numbers && value === '0')).slice(0, probes);
  const overlap = await overlapWith(connection, looked, to);
  if (overlap < (byName ? 0.5 : numbers ? 0.98 : 0.7)) return undefined;
  // Small numbers are in every table; only scattered ones say something without a name.
  if (!byName && numbers && chanceOfOverlap(looked, to) > 1e-4) return undefined;
  const target = `${to.table.shape.name}.${to.column.shape.name}`;
  return {
    strength: overlap + (byName ? 1 : 0),
    keys: to.table.rows ?? Number.MAX_SAFE_INTEGER,
    join: {
      from: { table: table.shape.name, column: from.shape.name },
      to: { table: to.table.shape.name, column: to.column.shape.name },
      overlap,
      why: `${percent(overlap)} of its values are in ${target}${byName ? ', and the name says so' : ''}`,
    },
  };
}

/** The joins that no foreign key declares: by name, by the look of the values, and proved by values found on the other side. */
export async function guessJoins(
  connection: Connection,
  tables: readonly TableSample[],
  keys: ReadonlyMap<string, KeyGuess>,
): Promise<JoinGuess[]> {
  const prefix = commonPrefix(tables);
  const keyed: KeyValues[] = [];
  for (const table of tables) {
    const key = keys.get(table.shape.name);
    const column = key?.columns.length === 1 ? table.columns.get(key.columns[0] ?? '') : undefined;
    if (column && !table.shape.view && !column.personal) keyed.push(await readKeyValues(connection, table, column));
  }
  const found: JoinGuess[] = [];
  for (const table of tables.filter(t => !t.shape.view))
    for (const column of table.columns.values()) {
      const proofs: Proof[] = [];
      for (const to of keyed) {
        const proof = await prove(connection, table, column, to, named(column, to, prefix));
        if (proof) proofs.push(proof);
      }
      const [best] = proofs.toSorted((a, b) => b.strength - a.strength || a.keys - b.keys);
      if (best) found.push(best.join);
    }
  return mutual(found, tables);
}

/** Two keys that hold the same values point at each other: the table of fewer rows, that is contained, leads to the other. */
function mutual(joins: readonly JoinGuess[], tables: readonly TableSample[]): JoinGuess[] {
  const rows = new Map(tables.map(table => [table.shape.name, table.rows ?? Number.MAX_SAFE_INTEGER]));
  return joins.filter(join => {
    const back = joins.find(
      other =>
        other.from.table === join.to.table &&
        other.from.column === join.to.column &&
        other.to.table === join.from.table &&
        other.to.column === join.from.column,
    );
    return !back || (rows.get(join.from.table) ?? 0) <= (rows.get(join.to.table) ?? 0);
  });
}
