import type { Connection } from '../connect.ts';
import type { TableShape } from '../inspect/table-shape.ts';
import type { CodeList } from '../mapping/mapping.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import { badMapping } from './fault.ts';

/** A dictionary table longer than this is no code list. */
const longest = 20_000;

/** A code list as it stands in a database's dictionary table. */
export interface Entry {
  readonly code: string;
  readonly label: string | null;
  readonly parent: string | null;
}

/** Reads the entries of a dictionary table, in the order of their codes. */
export async function readEntries(
  connection: Connection,
  read: ReadMapping,
  tables: ReadonlyMap<string, TableShape>,
  name: string,
): Promise<Entry[]> {
  const { table = '', where = {}, code = '', label, parent } = read.mapping.codes?.[name] ?? {};
  const path = ['codes', name];
  const shape = tables.get(table);
  if (!shape)
    throw badMapping(read, [...path, 'table'], `a table ${table} that the account may read`, 'none of that name');
  const d = connection.dialect;
  const text = (column: string): string => {
    if (!shape.columns.has(column))
      throw badMapping(
        read,
        path,
        `a column ${column} in ${table}`,
        `the columns ${[...shape.columns.keys()].join(', ')}`,
      );
    return d.text(d.identifier(column));
  };
  const conditions = Object.entries(where).map(([column, value]) => `${text(column)} = ${d.literal(value)}`);
  const rows = await connection.select(
    `SELECT ${text(code)} AS c, ${label === undefined ? 'NULL' : text(label)} AS l, ${parent === undefined ? 'NULL' : text(parent)} AS p FROM ${d.identifier(table)} WHERE ${conditions.join(' AND ') || '1 = 1'} ORDER BY ${text(code)} LIMIT ${longest + 1}`,
    [],
  );
  if (rows.length > longest) throw badMapping(read, path, `at most ${longest} codes in ${table}`, 'more');
  return rows.flatMap(row =>
    row['c'] === null
      ? []
      : [{ code: String(row['c']), label: row['l'] as string | null, parent: row['p'] as string | null }],
  );
}

/** The value of an entry: its own, its label's, or that of the nearest entry above it. */
function valueOf(list: CodeList, byCode: ReadonlyMap<string, Entry>, entry: Entry): string | undefined {
  const met = new Set<string>();
  for (let at: Entry | undefined = entry; at && !met.has(at.code); at = byCode.get(at.parent ?? '')) {
    met.add(at.code);
    const value = list.map?.[at.code] ?? (at.label === null ? undefined : list.labels?.[at.label]);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The codes of a list with their values. A list that only has a `map` asks no question. */
export async function codesOf(
  connection: Connection,
  read: ReadMapping,
  tables: ReadonlyMap<string, TableShape>,
  name: string,
): Promise<Map<string, string>> {
  const list = read.mapping.codes?.[name] ?? {};
  const codes = new Map(Object.entries(list.map ?? {}));
  if (list.labels === undefined && list.parent === undefined) return codes;
  const entries = await readEntries(connection, read, tables, name);
  const byCode = new Map(entries.map(entry => [entry.code, entry]));
  const known = new Set(entries.map(entry => entry.label));
  const unknown = Object.keys(list.labels ?? {}).find(label => !known.has(label));
  if (unknown !== undefined)
    throw badMapping(read, ['codes', name, 'labels', unknown], `a label ${unknown} in ${list.table ?? ''}`, 'none');
  for (const entry of entries) {
    const value = valueOf(list, byCode, entry);
    const other = codes.get(entry.code);
    if (value === undefined) continue;
    if (other !== undefined && other !== value)
      throw badMapping(
        read,
        ['codes', name],
        `one value for the code ${entry.code}`,
        `two labels of it, ${other} and ${value}`,
      );
    codes.set(entry.code, value);
  }
  return codes;
}
