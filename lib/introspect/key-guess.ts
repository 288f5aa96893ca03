import { CodedError } from '../kernel/coded-error.ts';
import type { Connection } from '../source/index.ts';
import { guessDate } from './date-guess.ts';
import { present, type ColumnSample, type TableSample } from './table-sample.ts';

export interface KeyGuess {
  readonly columns: readonly string[];
  /** A natural key that nearly always is unique. */
  readonly repeats: boolean;
  readonly why: string;
}

/** Tables of more rows are not counted over for a proof. */
const provable = 3_000_000;

function full(column: ColumnSample): boolean {
  return !column.personal && column.values.length > 0 && present(column).length === column.values.length;
}

/** How much a column's name, place and values speak for a key; undefined when it cannot be one. */
function standing(
  table: TableSample,
  column: ColumnSample,
  at: number,
  elsewhere: ReadonlySet<string>,
): number | undefined {
  const { kind, name } = column.shape;
  // SQLite keeps dates in columns of any declared type.
  if ((kind === 'decimal' && !guessDate(column)) || kind === 'boolean' || kind === 'binary' || kind === 'other')
    return undefined;
  const values = present(column);
  if (values.some(value => value.length > 64) || values.some(value => /[.\n{]/.test(value))) return undefined;
  let points = at === 0 ? 2 : at === 1 ? 0.5 : 0;
  if (column.meaning.roles.has('key')) points += 2;
  if (/^(?:.*[_a-z])?id$/i.test(name)) points += 1;
  if (column.meaning.roles.has('label') || column.meaning.roles.has('note')) points -= 2;
  if (column.meaning.roles.has('date') || column.meaning.roles.has('count') || column.meaning.roles.has('amount'))
    points -= 3;
  if (elsewhere.has(name.toLowerCase())) points += 0.5;
  if (table.shape.name.toLowerCase().replace(/s$/, '') === name.toLowerCase().replace(/_?(?:id|no|code)$/, ''))
    points += 1;
  return points;
}

interface Candidate {
  readonly column: ColumnSample;
  readonly points: number;
  readonly at: number;
}

function candidates(table: TableSample, elsewhere: ReadonlySet<string>): Candidate[] {
  return [...table.columns.values()]
    .flatMap((column, at) => {
      const points = full(column) ? standing(table, column, at, elsewhere) : undefined;
      return points === undefined ? [] : [{ column, points, at }];
    })
    .toSorted((a, b) => b.points - a.points || a.at - b.at);
}

function distinctRows(columns: readonly ColumnSample[]): number {
  const [first] = columns;
  return new Set(first?.values.map((_, row) => columns.map(column => column.values[row]).join('\u0000'))).size;
}

/** Rows and different keys over the whole table; undefined where that would take too long. */
async function differentKeys(connection: Connection, table: TableSample, columns: readonly string[]) {
  if (table.rows === undefined || table.rows > provable) return undefined;
  const { dialect } = connection;
  const list = columns.map(column => dialect.identifier(column));
  const there = list.map(column => `${column} IS NOT NULL`).join(' AND ');
  const sql = `SELECT COUNT(*) AS n FROM (SELECT DISTINCT ${list.join(', ')} FROM ${dialect.identifier(table.shape.name)} WHERE ${there}) s`;
  try {
    const [line] = await connection.select(sql, []);
    return Number(line?.['n']);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'QUERY_TIMEOUT') return undefined;
    throw error;
  }
}

async function accept(
  connection: Connection,
  table: TableSample,
  columns: readonly string[],
): Promise<KeyGuess | undefined> {
  const different = await differentKeys(connection, table, columns);
  if (different === undefined)
    return {
      columns,
      repeats: false,
      why: `unique in the first ${table.sampled} rows; the whole table was not counted`,
    };
  if (different !== table.rows) return undefined;
  return { columns, repeats: false, why: `unique and never empty in ${table.rows} rows` };
}

/** Columns that together can be a key: numbers, years, links and the like, and dates where nothing else helps. */
function partsFor(ranked: readonly Candidate[]): Candidate[] {
  const usable = ranked.filter(
    ({ column }) => !column.meaning.roles.has('note') && !column.meaning.roles.has('geometry') && column.distinct > 1,
  );
  const cost = ({ column, points, at }: Candidate): number =>
    at - points - (column.meaning.roles.has('key') ? 2 : 0) + (guessDate(column) ? 2 : 0);
  return usable.toSorted((a, b) => cost(a) - cost(b)).slice(0, 7);
}

function* combinations(parts: readonly Candidate[], size: number, from = 0): Generator<Candidate[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i < parts.length; i += 1)
    for (const rest of combinations(parts, size - 1, i + 1)) yield [parts[i] as Candidate, ...rest];
}

async function composite(connection: Connection, table: TableSample, ranked: readonly Candidate[]) {
  const parts = partsFor(ranked);
  for (const size of [2, 3]) {
    const found = [...combinations(parts, size)]
      .filter(each => distinctRows(each.map(c => c.column)) === table.sampled)
      .toSorted((a, b) => b.reduce((s, c) => s + c.points, 0) - a.reduce((s, c) => s + c.points, 0));
    for (const each of found.slice(0, 4)) {
      const columns = each.toSorted((a, b) => a.at - b.at).map(c => c.column.shape.name);
      const key = await accept(connection, table, columns);
      if (key) return { ...key, why: `together ${key.why}` };
    }
  }
  return undefined;
}

/** The columns that identify a row: declared, or unique and never empty over the whole table. */
export async function guessKey(
  connection: Connection,
  table: TableSample,
  elsewhere: ReadonlySet<string>,
): Promise<KeyGuess | undefined> {
  const { key } = table.shape;
  if (key.length > 0) return { columns: key, repeats: false, why: 'the declared primary key' };
  const ranked = candidates(table, elsewhere);
  // In a table of a few rows much is unique by chance: then the name must say it, too.
  const needed = table.sampled < 30 ? 2 : 0;
  for (const { column, points } of ranked) {
    if (column.distinct !== table.sampled || points < needed) continue;
    const found = await accept(connection, table, [column.shape.name]);
    if (found) return found;
  }
  const together = table.sampled >= 10 ? await composite(connection, table, ranked) : undefined;
  if (together) return together;
  const nearly = ranked.find(c => c.points >= 2 && c.column.distinct / table.sampled >= 0.95 && table.sampled >= 30);
  if (!nearly) return undefined;
  const { name } = nearly.column.shape;
  return { columns: [name], repeats: true, why: `the number by its name, but it repeats` };
}
