import { dirname, resolve } from 'node:path';
import { absentColumn, column, keyColumn, type Column, type Surroundings } from '../column.ts';
import type { Connection } from '../connect.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { TableShape } from '../inspect/table-shape.ts';
import { namedFormats, parseFormat } from '../mapping/date-format.ts';
import { columnsOf, keyOf, type FieldMapping, type TypeMapping } from '../mapping/mapping.ts';
import { readOutlines, type Outline } from '../mapping/outlines.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import { parsePattern } from '../mapping/text-steps.ts';
import { minutesOf } from '../mapping/zone.ts';
import { bindPersonal } from '../persons/bind-personal.ts';
import type { PersonalColumn } from '../persons/personal-column.ts';
import { keyReader, readerOf, type Reader } from '../read/reader.ts';
import type { FieldKind, RecordType } from '../record-type.ts';
import { codesOf } from './code-list.ts';
import { badMapping } from './fault.ts';
import { conditionsOf, rowsOf, type Rows } from './rows.ts';

/** A record type tied to its place in the database. */
export interface Bound {
  readonly type: RecordType;
  readonly dialect: Dialect;
  /** `"T_AJ_JBXX" t` or `(SELECT …) t`, with side tables. */
  readonly from: string;
  /** Conditions of the rows that count. */
  readonly only: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Columns with persons' numbers, by their names under `personal`. Nothing but lib/source/persons reads them. */
  readonly personal: ReadonlyMap<string, PersonalColumn>;
  /** Whether the database itself sees to it that each row has a key of its own. */
  readonly keyIsUnique: boolean;
  /** Whether pages count rows: there is no key to go on from, or one that may repeat or be missing. */
  readonly pagesCountRows: boolean;
  /** Why the source does not keep the type at all. */
  readonly absent?: string;
  /** Columns that should say the same as a field. They are not among those of `from`. */
  readonly beside: ReadonlyMap<string, Column>;
  /** The rows, to ask for further columns; `rows.from()` has these too. Undefined for a type that is not kept. */
  readonly rows?: Rows;
}

/** What binding needs to know of the database, read once. */
export interface Live {
  readonly connection: Connection;
  readonly read: ReadMapping;
  readonly tables: ReadonlyMap<string, TableShape>;
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

/** Words that turn a text into something else: a field has the one of its kind, or none. */
const converters = ['date', 'datetime', 'integer', 'decimal', 'boolean', 'codes', 'area'] as const;

function checkWords(read: ReadMapping, path: readonly string[], field: string, kind: FieldKind, m: FieldMapping): void {
  const word = wordFor[kind];
  const given = converters.filter(w => m[w] !== undefined && !(w === 'codes' && (kind === 'place' || kind === 'text')));
  if (word ? m[word] === undefined : given.length > 0) {
    const expected = word ? `the word ${word}` : 'no word that converts';
    throw badMapping(read, path, `${expected} for ${field}, which is ${kind} in the schema`, Object.keys(m).join(', '));
  }
  const other = given.find(w => w !== word);
  if (other !== undefined)
    throw badMapping(
      read,
      [...path, other],
      `one word that converts for ${field}, ${String(word)}`,
      `${other} as well`,
    );
  const format = m.date ?? m.datetime;
  if (format !== undefined && !namedFormats.has(format) && !parseFormat(format)) {
    const expected =
      'a date format of yyyy MM M dd d HH H hh h mm ss a X and marks, or native, epoch-seconds, epoch-milliseconds';
    throw badMapping(read, [...path, m.date === undefined ? 'datetime' : 'date'], expected, format);
  }
  if (m.datetime !== undefined && parseFormat(m.datetime)?.hasTime === false)
    throw badMapping(read, [...path, 'datetime'], `a format with hours for ${field}, which is a moment`, m.datetime);
  const both = m.boolean?.true.find(code => m.boolean?.false.includes(code));
  if (both !== undefined)
    throw badMapping(read, [...path, 'boolean'], 'each code to be true or false', `${both} as both`);
  if (m.zone !== undefined && minutesOf(m.zone) === undefined)
    throw badMapping(read, [...path, 'zone'], 'a zone as UTC, +08:00 or -05:00', m.zone);
  if (m.take && 'pattern' in m.take && !parsePattern(m.take.pattern))
    throw badMapping(
      read,
      [...path, 'take'],
      'a pattern with one group in parentheses, of marks, . \\d […] * + ? {n} ^ $',
      m.take.pattern,
    );
}

async function surroundingsOf(
  live: Live,
  rows: Rows,
  mapping: TypeMapping,
  path: readonly string[],
  m: FieldMapping,
): Promise<Surroundings> {
  const { connection, read } = live;
  const list = m.codes === undefined ? undefined : read.mapping.codes?.[m.codes];
  if (m.codes !== undefined && !list)
    throw badMapping(
      read,
      [...path, 'codes'],
      `a code list ${m.codes} under codes`,
      Object.keys(read.mapping.codes ?? {}).join(', ') || 'none',
    );
  return {
    dialect: connection.dialect,
    columnOf: name => rows.columnOf(name, path),
    missing: mapping.missing ?? [],
    codes:
      m.codes === undefined
        ? undefined
        : await meantCodes(live, m.codes, [...(mapping.missing ?? []), ...(m.missing ?? [])]),
    others: list?.others,
    outlines: m.area && 'outlines' in m.area ? outlinesOf(read, path, m.area) : [],
  };
}

/** A spelling of nothing is no code. */
async function meantCodes(
  { connection, read, tables }: Live,
  name: string,
  missing: readonly string[],
): Promise<Map<string, string>> {
  const codes = await codesOf(connection, read, tables, name);
  for (const word of ['', ...missing]) codes.delete(word);
  return codes;
}

function outlinesOf(
  read: ReadMapping,
  path: readonly string[],
  { outlines, property }: { readonly outlines: string; readonly property: string },
): readonly Outline[] {
  const found = readOutlines(resolve(dirname(read.file), outlines), property);
  if (typeof found === 'string')
    throw badMapping(read, [...path, 'area'], `polygons with ${property} in ${outlines}`, found);
  return found;
}

/** Values that the schema's enum does not have would be refused at each answer: better now. */
function checkValues(
  read: ReadMapping,
  path: readonly string[],
  type: RecordType,
  field: string,
  m: FieldMapping,
  codes: Iterable<string>,
): void {
  const known = type.values?.get(field);
  const unknown = known && [...codes].find(value => !known.includes(value));
  if (unknown === undefined) return;
  const todo = m.codes === undefined ? path : ['codes', m.codes];
  throw badMapping(read, todo, `values of ${type.name}.${field} in the schema (${known?.join(', ')})`, unknown);
}

function withReader(found: Column, reader: Reader | undefined): Column {
  return reader ? { ...found, reader } : found;
}

async function bindField(
  live: Live,
  rows: Rows,
  mapping: TypeMapping,
  type: RecordType,
  field: string,
  kind: FieldKind,
): Promise<Column> {
  const { connection, read } = live;
  const d = connection.dialect;
  const path = ['types', type.name, 'fields', field];
  const m = mapping.fields[field];
  if (!m) throw badMapping(read, path, `a mapping of ${type.name}.${field}`, 'none');
  if (m.absent !== undefined) return absentColumn(d, kind, m.absent);
  if (m.through) {
    if (kind !== 'link') throw badMapping(read, path, `${field} to be a link in the schema for the word through`, kind);
    const { value, narrow } = rows.referral(m.through, [...path, 'through']);
    return { kind, value, ...(narrow ? { bare: { through: narrow } } : {}) };
  }
  checkWords(read, path, `${type.name}.${field}`, kind, m);
  const surroundings = await surroundingsOf(live, rows, mapping, path, m);
  const { codes = new Map<string, string>(), others } = surroundings;
  if (kind === 'enum') checkValues(read, path, type, field, m, [...codes.values(), ...(others ? [others] : [])]);
  const found = column(kind, m, surroundings);
  const sources = columnsOf(m).map(name => surroundings.columnOf(name).sql);
  return withReader(sources.length > 0 ? { ...found, sources } : found, readerOf(kind, m, surroundings));
}

async function bindKey(live: Live, rows: Rows, mapping: TypeMapping, type: string, field: string): Promise<Column> {
  const { read } = live;
  const path = ['types', type, 'key'];
  if (mapping.key === undefined)
    throw badMapping(read, ['types', type], `a key of ${type}, which the schema identifies by ${field}`, 'none');
  const key = keyOf(mapping.key);
  const surroundings = await surroundingsOf(live, rows, mapping, path, {});
  return withReader(keyColumn('id', surroundings, key), keyReader(key, surroundings));
}

async function bindBeside(
  live: Live,
  rows: Rows,
  mapping: TypeMapping,
  type: RecordType,
): Promise<Map<string, Column>> {
  const found = new Map<string, Column>();
  for (const [field, { beside }] of Object.entries(mapping.fields)) {
    const kind = type.fields.get(field);
    if (!beside || !kind) continue;
    found.set(field, await bindField(live, rows, { ...mapping, fields: { [field]: beside } }, type, field, kind));
  }
  return found;
}

/** Whether the database itself sees to it that each row has a key of its own: nothing else would keep a page from losing rows. */
function isUnique(live: Live, mapping: TypeMapping): boolean {
  if (mapping.key === undefined) return false;
  const key = keyOf(mapping.key);
  const [table, ...more] = [mapping.from].flat();
  if (key.repeats || more.length > 0 || mapping.rows || key.fold || key.take || key.charset) return false;
  const columns = key.columns ?? [key.column ?? ''];
  const shape = live.tables.get(table ?? '');
  const kept = columns.map(name => shape?.columns.get(name));
  if (!kept.every(column => column && !column.nullable)) return false;
  // Joined by a hyphen, texts that hold one may look alike.
  if (kept.length > 1 && kept.some(column => column?.kind === 'text')) return false;
  const indexes = shape?.indexes ?? [];
  return indexes.some(index => index.unique && index.columns.every(name => columns.includes(name)));
}

/** Ties a type to the database by its mapping; faults are BAD_MAPPING with file and line. */
export async function bind(live: Live, type: RecordType): Promise<Bound> {
  const { connection, read, tables } = live;
  const d = connection.dialect;
  const mapping = read.mapping.types[type.name];
  if (!mapping)
    throw badMapping(read, ['types'], `a mapping of the type ${type.name}, which the schema declares`, 'none');
  if ('absent' in mapping) {
    const columns = [...type.fields].map(([field, kind]) => [field, absentColumn(d, kind, mapping.absent)] as const);
    const none = {
      from: '(SELECT 1 AS one) t',
      only: ['1 = 0'],
      keyIsUnique: false,
      pagesCountRows: true,
      beside: new Map(),
      personal: new Map(),
    };
    return { type, dialect: d, ...none, columns: new Map(columns), absent: mapping.absent };
  }
  const rows = rowsOf(d, read, tables, type.name, mapping);
  const columns = new Map<string, Column>();
  for (const [field, kind] of type.fields) {
    const isKey = field === type.key && kind === 'id';
    columns.set(
      field,
      isKey
        ? await bindKey(live, rows, mapping, type.name, field)
        : await bindField(live, rows, mapping, type, field, kind),
    );
  }
  const unknown = Object.keys(mapping.fields).find(field => !type.fields.has(field));
  if (unknown !== undefined)
    throw badMapping(
      read,
      ['types', type.name, 'fields', unknown],
      `only fields of ${type.name} in the schema`,
      unknown,
    );
  const only = conditionsOf(d, type.name, mapping, rows);
  const keyIsUnique = isUnique(live, mapping);
  const personal = bindPersonal(d, read, type, mapping, rows);
  // Before further columns are asked for, which the graph does not read.
  const from = rows.from();
  return {
    type,
    dialect: d,
    from,
    only,
    columns,
    personal,
    beside: await bindBeside(live, rows, mapping, type),
    rows,
    keyIsUnique,
    pagesCountRows: type.key === undefined || !keyIsUnique,
  };
}
