import { CodedError } from '../kernel/coded-error.ts';
import type { Connection } from '../source/index.ts';
import { guessDate } from './date-guess.ts';
import type { KeyGuess } from './key-guess.ts';
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

interface Keyed {
  readonly table: TableSample;
  readonly column: ColumnSample;
}

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

/** The name says the other table: by the same name, by the table's name before id or no, or by ending in the key's name. */
function named(from: ColumnSample, to: Keyed): boolean {
  const [here, there] = [from.shape.name.toLowerCase(), to.column.shape.name.toLowerCase()];
  const trivial = /^(?:id|code|bh|dm|bm|xh|no|uuid)$/.test(there);
  if (here === there) return !trivial;
  const [own, table] = [stem(here), singular(partsOf(to.table.shape.name).join(''))];
  if (
    own.length > 1 &&
    /(?:id|no|code|key|bh|bm|dm)$/.test(here) &&
    (singular(own) === table || (table.length > 3 && own.endsWith(table)))
  )
    return true;
  return !trivial && there.length >= 4 && here.endsWith(there);
}

function possible(from: ColumnSample, table: TableSample, to: Keyed, byName: boolean): boolean {
  if (from.personal || from.distinct === 0 || to.table === table) return false;
  if (from.meaning.roles.has('deleted') || from.meaning.roles.has('geometry')) return false;
  if (byName) return true;
  // Small numbers are in every table; without a name they say nothing.
  if (plainNumbers(from) || from.distinct < 5 || guessDate(from)) return false;
  const shapes = shapesOf(to.column);
  return [...shapesOf(from)].some(shape => shape.length > 1 && shapes.has(shape));
}

async function overlapOf(connection: Connection, from: ColumnSample, to: Keyed): Promise<number> {
  const looked = [...new Set(present(from))].slice(0, probes);
  if (looked.length === 0) return 0;
  const here = new Set(present(to.column));
  if (to.table.sampled === to.table.rows) return looked.filter(value => here.has(value)).length / looked.length;
  const { dialect } = connection;
  const column = dialect.text(dialect.identifier(to.column.shape.name));
  const sql = `SELECT COUNT(DISTINCT ${column}) AS n FROM ${dialect.identifier(to.table.shape.name)} WHERE ${column} IN (${looked.map(() => '?').join(', ')})`;
  try {
    const [line] = await connection.select(sql, looked);
    return Number(line?.['n']) / looked.length;
  } catch (error) {
    if (error instanceof CodedError && /^QUERY_/.test(error.code)) return 0;
    throw error;
  }
}

/** The joins that no foreign key declares: by name, by the look of the values, and proved by values found on the other side. */
export async function guessJoins(
  connection: Connection,
  tables: readonly TableSample[],
  keys: ReadonlyMap<string, KeyGuess>,
): Promise<JoinGuess[]> {
  const keyed = tables.flatMap((table): Keyed[] => {
    const key = keys.get(table.shape.name);
    const column = key?.columns.length === 1 ? table.columns.get(key.columns[0] ?? '') : undefined;
    return column && !table.shape.view && !column.personal ? [{ table, column }] : [];
  });
  const found: JoinGuess[] = [];
  for (const table of tables.filter(t => !t.shape.view))
    for (const column of table.columns.values()) {
      const candidates: JoinGuess[] = [];
      for (const to of keyed) {
        const byName = named(column, to);
        if (!possible(column, table, to, byName)) continue;
        const overlap = await overlapOf(connection, column, to);
        if (overlap < (byName ? 0.5 : 0.7)) continue;
        const why = `${percent(overlap)} of its values are in ${to.table.shape.name}.${to.column.shape.name}${byName ? ', and the name says so' : ''}`;
        candidates.push({
          from: { table: table.shape.name, column: column.shape.name },
          to: { table: to.table.shape.name, column: to.column.shape.name },
          overlap: overlap + (byName ? 1 : 0),
          why,
        });
      }
      const [best] = candidates.toSorted((a, b) => b.overlap - a.overlap);
      if (best) found.push({ ...best, overlap: best.overlap > 1 ? best.overlap - 1 : best.overlap });
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
