import { badMapping } from '../bind/fault.ts';
import type { Rows } from '../bind/rows.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { columnsOf, keyOf, personalMappings, type PersonalMapping, type TypeMapping } from '../mapping/mapping.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import type { RecordType } from '../record-type.ts';
import { PersonalColumn } from './personal-column.ts';

/** Every place of a type's mapping that reads a column, with the columns. */
function readers(mapping: TypeMapping): { readonly path: readonly string[]; readonly columns: readonly string[] }[] {
  const key = mapping.key === undefined ? {} : keyOf(mapping.key);
  const references = Object.entries(mapping.join ?? {}).map(([side, { on }]) => ({
    path: ['join', side],
    columns: Object.values(on),
  }));
  const fields = Object.entries(mapping.fields).flatMap(([field, m]) => {
    const path = ['fields', field];
    const beside = m.beside ? columnsOf(m.beside) : [];
    const own = [...columnsOf(m), ...Object.keys(m.when ?? {}), ...(m.label === undefined ? [] : [m.label]), ...beside];
    return [{ path, columns: [...own, ...Object.values(m.through?.on ?? {})] }];
  });
  return [
    { path: ['key'], columns: columnsOf(key) },
    { path: ['only'], columns: Object.keys(mapping.only ?? {}) },
    { path: ['except'], columns: Object.keys(mapping.except ?? {}) },
    { path: ['rows'], columns: Object.values(mapping.rows?.columns ?? {}) },
    ...references,
    ...fields,
  ];
}

function tablesOf({ from, join }: TypeMapping): string[] {
  return [...[from].flat(), ...Object.values(join ?? {}).map(({ table }) => table)];
}

/** The column without its side table. */
function bare(column: string): string {
  return column.split('.').at(-1) ?? column;
}

/**
 * A column with a person's number is read as a pseudonym or not at all: nothing else of the mapping may name it, in no type of the same
 * table and in no query.
 */
function refuseOtherReaders(read: ReadMapping, mapping: TypeMapping, { column }: PersonalMapping): void {
  const name = bare(column);
  const refuse = (path: readonly string[]): Error =>
    badMapping(
      read,
      path,
      `${column}, which holds persons' numbers, under personal alone`,
      `it at ${path.join('.')} too`,
    );
  const tables = new Set(tablesOf(mapping));
  for (const [type, other] of Object.entries(read.mapping.types)) {
    if ('absent' in other || !tablesOf(other).some(table => tables.has(table))) continue;
    const reader = readers(other).find(({ columns }) => columns.some(each => bare(each) === name));
    if (reader) throw refuse(['types', type, ...reader.path]);
  }
  for (const [query, text] of Object.entries(read.mapping.queries ?? {}))
    if (!tables.has(query) && text.split(/[^\p{L}\p{N}_]+/u).includes(name)) throw refuse(['queries', query]);
}

/**
 * Ties the `personal` entries of a type that give pseudonyms to the database. Faults: BAD_MAPPING, also where the schema asks for
 * one that the mapping lacks, or another entry reads the column.
 */
export function bindPersonal(
  d: Dialect,
  read: ReadMapping,
  type: RecordType,
  mapping: TypeMapping,
  rows: Rows,
): ReadonlyMap<string, PersonalColumn> {
  const bound = new Map<string, PersonalColumn>();
  for (const [name, personal] of personalMappings(mapping)) {
    refuseOtherReaders(read, mapping, personal);
    const { sql } = rows.columnOf(personal.column, ['types', type.name, 'personal', name]);
    bound.set(name, new PersonalColumn(d, personal.charset === 'gbk' ? d.gbk(sql) : d.text(sql)));
  }
  const missing = type.persons?.find(name => !bound.has(name));
  if (missing !== undefined)
    throw badMapping(
      read,
      ['types', type.name],
      `${missing} under personal of ${type.name}, with a column and pseudonym: identity-number`,
      'none',
    );
  return bound;
}
