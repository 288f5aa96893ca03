import { CodedError } from '../kernel/coded-error.ts';
import type { ColumnShape, Connection, TableShape } from '../source/index.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { personalByName, personalByShape } from './personal.ts';
import type { ColumnSample, Personal, TableSample } from './table-sample.ts';

/** Rows of each table that are looked at, at most. */
const sampleRows = 2000;
/** Rows over which values of columns of few values are counted. */
const countedRows = 50_000;
/** Columns of at most so many values in the sample have them counted. */
const fewValues = 60;
/** Characters of a value: an outline is known by its beginning. */
const valueLength = 80;

/** Takes a statement that was refused or took too long as no answer: the rest can still be said. */
async function attempt<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof CodedError && error.code.startsWith('QUERY_')) return undefined;
    throw error;
  }
}

async function countRows(connection: Connection, table: string): Promise<number | undefined> {
  const { dialect } = connection;
  const lines = await attempt(connection.select(`SELECT COUNT(*) AS n FROM ${dialect.identifier(table)}`, []));
  return lines && Number(lines[0]?.['n']);
}

function textOf(connection: Connection, column: ColumnShape): string {
  const { dialect } = connection;
  return `SUBSTR(${dialect.text(dialect.identifier(column.name))}, 1, ${valueLength})`;
}

async function readValues(connection: Connection, table: string, columns: readonly ColumnShape[]) {
  if (columns.length === 0) return [];
  const { dialect } = connection;
  const list = columns.map((column, i) => `${textOf(connection, column)} AS c${i}`).join(', ');
  const sql = `SELECT ${list} FROM ${dialect.identifier(table)} LIMIT ${sampleRows}`;
  return (await attempt(connection.select(sql, []))) ?? [];
}

async function countValues(connection: Connection, table: string, column: ColumnShape) {
  const { dialect } = connection;
  const first = `SELECT ${textOf(connection, column)} AS v FROM ${dialect.identifier(table)} LIMIT ${countedRows}`;
  const sql = `SELECT v, COUNT(*) AS n FROM (${first}) s WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT ${fewValues + 1}`;
  const lines = await attempt(connection.select(sql, []));
  return lines && new Map(lines.map(line => [String(line['v']), Number(line['n'])]));
}

function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value).trim();
}

interface Known {
  readonly shape: ColumnShape;
  readonly meaning: Meaning;
  readonly personal: Personal | undefined;
}

async function sampleColumn(
  connection: Connection,
  table: string,
  known: Known,
  values: readonly (string | null)[],
): Promise<ColumnSample> {
  const there = values.filter(value => value !== null && value !== '') as string[];
  const distinct = new Set(there).size;
  const personal = known.personal ?? personalByShape(there, distinct);
  if (personal) return { ...known, personal, values: [], filled: there.length, distinct, frequencies: undefined };
  const few = distinct > 0 && distinct <= fewValues && (distinct <= 12 || distinct < there.length / 5);
  const frequencies = few ? await countValues(connection, table, known.shape) : undefined;
  return { ...known, values, filled: there.length, distinct, frequencies };
}

/** Looks at a table: its size, and the first values of all columns but those that hold persons or bytes. */
export async function readSample(connection: Connection, shape: TableShape): Promise<TableSample> {
  const known = [...shape.columns.values()].map((column): Known => {
    const meaning = meaningOf(column.name, column.comment);
    return { shape: column, meaning, personal: personalByName(meaning) };
  });
  const open = known.filter(column => !column.personal && column.shape.kind !== 'binary');
  const lines = await readValues(
    connection,
    shape.name,
    open.map(column => column.shape),
  );
  const columns = new Map<string, ColumnSample>();
  for (const column of known) {
    const place = open.indexOf(column);
    const values = place < 0 ? [] : lines.map(line => asText(line[`c${place}`]));
    columns.set(column.shape.name, await sampleColumn(connection, shape.name, column, values));
  }
  return {
    shape,
    meaning: meaningOf(shape.name, shape.comment),
    rows: await countRows(connection, shape.name),
    sampled: lines.length,
    columns,
  };
}
