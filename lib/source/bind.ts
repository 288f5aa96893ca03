import { operatorError } from '../kernel/coded-error.ts';
import { column, type Column } from './column.ts';
import type { Connection } from './connect.ts';
import { list, type Dialect } from './dialect/dialect.ts';
import type { CodeList, FieldMapping, TypeMapping } from './mapping/mapping.ts';
import type { ReadMapping } from './mapping/read-mapping.ts';
import type { FieldKind, RecordType } from './record-type.ts';

/** A record type tied to its place in the database. */
export interface Bound {
  readonly type: RecordType;
  readonly dialect: Dialect;
  /** `"T_AJ_JBXX" t` or `(SELECT …) t`. */
  readonly from: string;
  /** Conditions of the rows that count. */
  readonly only: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Bare columns that hold numbers, so that keys are compared as such and not as text or floats. */
  readonly numeric: ReadonlySet<string>;
}

type Live = ReadonlyMap<string, string> | undefined;

function fail(read: ReadMapping, path: readonly string[], expected: string, got: string): never {
  throw operatorError('BAD_MAPPING', { expected, got, todo: `correct ${read.where(...path)}` });
}

function columnsNamed(mapping: TypeMapping): [string[], string[]][] {
  const named: [string[], string[]][] = [];
  for (const name of Object.keys(mapping.only ?? {})) named.push([['only', name], [name]]);
  if (mapping.key !== undefined) named.push([['key'], [mapping.key].flat()]);
  for (const [field, m] of Object.entries(mapping.fields)) {
    named.push([
      ['fields', field],
      [...(m.column === undefined ? [] : [m.column]), ...(m.area ?? [])],
    ]);
  }
  return named;
}

/** Every column that the mapping names must be there: found at start, named with file and line. */
function checkColumns(read: ReadMapping, type: string, mapping: TypeMapping, live: Live): void {
  if (!live)
    fail(read, ['types', type, 'from'], `a table or view ${mapping.from} in the database`, 'none of that name');
  for (const [path, names] of columnsNamed(mapping)) {
    for (const name of names) {
      if (!live.has(name))
        fail(
          read,
          ['types', type, ...path],
          `a column ${name} in ${mapping.from}`,
          `the columns ${[...live.keys()].join(', ')}`,
        );
    }
  }
}

const wordFor: Partial<Record<FieldKind, keyof FieldMapping>> = {
  date: 'date',
  datetime: 'datetime',
  integer: 'integer',
  decimal: 'decimal',
  boolean: 'boolean',
  enum: 'codes',
  place: 'area',
};

function bindField(
  read: ReadMapping,
  d: Dialect,
  type: string,
  field: string,
  kind: FieldKind,
  mapping: FieldMapping,
): Column {
  const word = wordFor[kind];
  if (word && mapping[word] === undefined) {
    fail(
      read,
      ['types', type, 'fields', field],
      `the word ${word} for ${type}.${field}, which is ${kind} in the schema`,
      Object.keys(mapping).join(', '),
    );
  }
  let codes: CodeList | undefined;
  if (mapping.codes !== undefined) {
    codes = read.mapping.codes?.[mapping.codes];
    if (!codes)
      fail(read, ['types', type, 'fields', field, 'codes'], `a code list ${mapping.codes} under codes`, 'none');
  }
  return column(d, kind, mapping, codes?.map);
}

function keyColumn(d: Dialect, key: string | readonly string[]): Column {
  const names = [key].flat();
  const single = names[0];
  if (names.length === 1 && single !== undefined) return column(d, 'id', { column: single }, undefined);
  return {
    kind: 'id',
    value: d.concat(names.flatMap((name, i) => [...(i ? ["'-'"] : []), d.text(`t.${d.identifier(name)}`)])),
  };
}

/** A declared query whose texts hold no question mark, which would be taken for a bound value. */
function plainQuery(d: Dialect, query: string): string {
  return query.replaceAll(/'(?:[^']|'')*'/g, text =>
    text.includes('?') ? d.literal(text.slice(1, -1).replaceAll("''", "'")) : text,
  );
}

/** Ties a type to the database by its mapping; faults are BAD_MAPPING with file and line. */
export async function bind(connection: Connection, read: ReadMapping, type: RecordType): Promise<Bound> {
  const d = connection.dialect;
  const mapping = read.mapping.types[type.name];
  if (!mapping) fail(read, ['types'], `a mapping of the type ${type.name}, which the schema declares`, 'none');
  const query = read.mapping.queries?.[mapping.from];
  const live = query === undefined ? await connection.columns(mapping.from) : undefined;
  if (query === undefined) checkColumns(read, type.name, mapping, live);
  const columns = new Map<string, Column>();
  for (const [field, kind] of type.fields) {
    if (field === type.key && kind === 'id') {
      if (mapping.key === undefined)
        fail(read, ['types', type.name], `a key of ${type.name}, which the schema identifies by ${field}`, 'none');
      columns.set(field, keyColumn(d, mapping.key));
      continue;
    }
    const m = mapping.fields[field];
    if (!m) fail(read, ['types', type.name, 'fields'], `a mapping of ${type.name}.${field}`, 'none');
    columns.set(field, bindField(read, d, type.name, field, kind, m));
  }
  const unknown = Object.keys(mapping.fields).find(field => !type.fields.has(field));
  if (unknown !== undefined)
    fail(read, ['types', type.name, 'fields', unknown], `only fields of ${type.name} in the schema`, unknown);
  return {
    type,
    dialect: d,
    from: query === undefined ? `${d.identifier(mapping.from)} t` : `(${plainQuery(d, query)}) t`,
    only: Object.entries(mapping.only ?? {}).map(([name, values]) => {
      const texts = [values].flat();
      const raw = d.text(`t.${d.identifier(name)}`);
      return texts.length === 1 ? `${raw} = ${d.literal(texts[0] ?? '')}` : `${raw} IN ${list(d, texts)}`;
    }),
    columns,
    numeric: new Set(
      [...(live ?? [])]
        .filter(([, t]) => /int|dec|num|real|float|double/i.test(t))
        .map(([name]) => `t.${d.identifier(name)}`),
    ),
  };
}
