import { CodedError } from '../kernel/coded-error.ts';
import type { Connection } from '../source/index.ts';
import { present, type ColumnSample, type TableSample } from './table-sample.ts';

/** The key of a table, to look values up in. */
export interface KeyValues {
  readonly table: TableSample;
  readonly column: ColumnSample;
  /** All of them, where they are few enough to be held in memory; never kept beyond the search for joins. */
  readonly all: ReadonlySet<string> | undefined;
}

/** Keys of larger tables are looked up in the database. */
const held = 20_000;

/** Reads a table's key. */
export async function readKeyValues(
  connection: Connection,
  table: TableSample,
  column: ColumnSample,
): Promise<KeyValues> {
  if (table.sampled === table.rows) return { table, column, all: new Set(present(column)) };
  if (table.rows === undefined || table.rows > held) return { table, column, all: undefined };
  const { dialect } = connection;
  const name = dialect.text(dialect.identifier(column.shape.name));
  const lines = await connection.select(`SELECT ${name} AS k FROM ${dialect.identifier(table.shape.name)}`, []);
  return { table, column, all: new Set(lines.map(line => String(line['k']))) };
}

/** The share of the values that are keys. */
export async function overlapWith(connection: Connection, looked: readonly string[], key: KeyValues): Promise<number> {
  if (looked.length === 0) return 0;
  const { all } = key;
  if (all) return looked.filter(value => all.has(value)).length / looked.length;
  const { dialect } = connection;
  const column = dialect.text(dialect.identifier(key.column.shape.name));
  const sql = `SELECT COUNT(DISTINCT ${column}) AS n FROM ${dialect.identifier(key.table.shape.name)} WHERE ${column} IN (${looked.map(() => '?').join(', ')})`;
  try {
    const [line] = await connection.select(sql, looked);
    return Number(line?.['n']) / looked.length;
  } catch (error) {
    if (error instanceof CodedError && error.code.startsWith('QUERY_')) return 0;
    throw error;
  }
}

/**
 * How likely whole numbers would all be keys by chance: the keys' density in the numbers' range, to the power of how many
 * numbers there are. Numbers counted from 1 are in every table counted from 1; scattered ones are not.
 */
export function chanceOfOverlap(looked: readonly string[], { all }: KeyValues): number {
  const numbers = looked.map(Number);
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const within = [...(all ?? [])].filter(value => Number(value) >= from && Number(value) <= to).length;
  return all ? Math.min(1, within / (to - from + 1)) ** looked.length : 1;
}
