import type { ReferralNarrow } from '../column.ts';
import type { ColumnReference } from '../convert/reference.ts';
import { sameValue } from '../convert/same-value.ts';
import { rowsWith } from '../convert/steps.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { ColumnShape, TableShape } from '../inspect/table-shape.ts';
import type { Reference, TypeMapping } from '../mapping/mapping.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import { badMapping } from './fault.ts';

type Tables = ReadonlyMap<string, TableShape>;
type Columns = ReadonlyMap<string, ColumnShape>;

/** The rows of a type: where its statements read from, and what their columns are called there. */
export interface Rows {
  /** Finds a column that the mapping names at `path`; one that is not there is BAD_MAPPING. */
  columnOf(name: string, path: readonly string[]): ColumnReference;
  /** The referral table of a link, with its column of that name. */
  referral(reference: Reference & { readonly column: string }, path: readonly string[]): Referral;
  /** The FROM clause, of the columns found so far. */
  from(): string;
}

export interface Referral {
  /** The link of a row, the least where there are several. */
  readonly value: string;
  readonly narrow?: ReferralNarrow;
}

function referenceTo(sql: string, d: Dialect, { type, kind, collation }: ColumnShape): ColumnReference {
  // MySQL's bits print as bytes.
  if (d.name === 'mysql' && type.startsWith('bit')) return { sql: `(${sql} + 0)`, kind: 'integer' };
  const float = /real|float|double/i.test(type);
  return { sql, kind, ...(float ? { float } : {}), ...(collation === undefined ? {} : { collation }) };
}

/** The drivers take a question mark for a bound value, in names too. */
function refuseQuestionMark(read: ReadMapping, name: string, path: readonly string[]): void {
  if (name.includes('?'))
    throw badMapping(read, path, 'a name without a question mark, as a view or a declared query can give it', name);
}

function columnsOf(tables: Tables, read: ReadMapping, table: string, path: readonly string[]): Columns {
  const shape = tables.get(table);
  if (!shape)
    throw badMapping(
      read,
      path,
      `a table or view ${table} that the account may read`,
      'none of that name in the database',
    );
  refuseQuestionMark(read, table, path);
  return shape.columns;
}

function found(read: ReadMapping, table: string, columns: Columns, name: string, path: readonly string[]): ColumnShape {
  const column = columns.get(name);
  if (!column)
    throw badMapping(read, path, `a column ${name} in ${table}`, `the columns ${[...columns.keys()].join(', ')}`);
  refuseQuestionMark(read, name, path);
  return column;
}

/** A declared query whose texts hold no question mark, which would be taken for a bound value. */
function plainQuery(d: Dialect, query: string): string {
  return query.replaceAll(/'(?:[^']|'')*'/g, text =>
    text.includes('?') ? d.literal(text.slice(1, -1).replaceAll("''", "'")) : text,
  );
}

/** Tables with the same columns become one: `t`. A column that they keep differently is read as text. */
class Union {
  readonly #parts: readonly { readonly name: string; readonly sql: string; readonly columns: Columns | undefined }[];
  /** Columns asked for, and whether all tables keep them alike. */
  readonly #used = new Map<string, boolean>();
  readonly #dialect: Dialect;
  readonly #read: ReadMapping;

  constructor(d: Dialect, read: ReadMapping, tables: Tables, type: string, names: readonly string[]) {
    this.#dialect = d;
    this.#read = read;
    const queries = read.mapping.queries ?? {};
    this.#parts = names.map(name => {
      const query = queries[name];
      if (query !== undefined) return { name, sql: `(${plainQuery(d, query)})`, columns: undefined };
      return { name, sql: d.identifier(name), columns: columnsOf(tables, read, name, ['types', type, 'from']) };
    });
  }

  column(name: string, path: readonly string[]): ColumnReference {
    const shapes = this.#parts.map(part => part.columns && found(this.#read, part.name, part.columns, name, path));
    const [first] = shapes;
    const texts = shapes.every(shape => shape?.kind === 'text');
    const same = shapes.every(
      shape => shape && (texts || shape.type === first?.type) && shape.collation === first?.collation,
    );
    this.#used.set(name, same || shapes.length === 1);
    const sql = `t.${this.#dialect.identifier(name)}`;
    if (first && same) return referenceTo(sql, this.#dialect, first);
    return { sql, kind: texts ? 'text' : undefined };
  }

  from(): string {
    const [only] = this.#parts;
    if (this.#parts.length === 1 && only) return only.sql;
    const d = this.#dialect;
    const selects = this.#parts.map(({ sql }) => {
      const columns = [...this.#used].map(([name, same]) => {
        const column = d.identifier(name);
        return same ? column : `${d.text(column)} AS ${column}`;
      });
      return `SELECT ${columns.join(', ') || '1 AS one'} FROM ${sql} u`;
    });
    return `(${selects.join(' UNION ALL ')})`;
  }
}

/** Ties a type's `from`, `join` and `rows` to the database. */
class TypeRows implements Rows {
  readonly #dialect: Dialect;
  readonly #read: ReadMapping;
  readonly #tables: Tables;
  readonly #type: string;
  readonly #mapping: TypeMapping;
  readonly #union: Union;
  readonly #joined = new Map<string, string>();
  /** Side tables that are being tied: one that is met again leads to itself. */
  readonly #open: string[] = [];

  constructor(d: Dialect, read: ReadMapping, tables: Tables, type: string, mapping: TypeMapping) {
    this.#dialect = d;
    this.#read = read;
    this.#tables = tables;
    this.#type = type;
    this.#mapping = mapping;
    this.#union = new Union(d, read, tables, type, [mapping.from].flat());
    // The columns that become rows must be known before the union is written.
    for (const name of Object.values(mapping.rows?.columns ?? {})) this.#wideColumn(name);
    // Side tables must be right although no field may ask for them, and are read only where one does.
    for (const [side, reference] of Object.entries(mapping.join ?? {})) this.#tie(side, reference);
    this.#joined.clear();
  }

  #wideColumn(name: string): ColumnReference {
    return this.#union.column(name, ['types', this.#type, 'rows', 'columns', name]);
  }

  columnOf(name: string, path: readonly string[]): ColumnReference {
    const [side = '', ...rest] = name.split('.');
    const reference = rest.length > 0 ? this.#mapping.join?.[side] : undefined;
    const d = this.#dialect;
    if (reference) {
      this.#tie(side, reference);
      const columns = columnsOf(this.#tables, this.#read, reference.table, ['types', this.#type, 'join', side]);
      const shape = found(this.#read, reference.table, columns, rest.join('.'), path);
      return referenceTo(`${d.identifier(side)}.${d.identifier(rest.join('.'))}`, d, shape);
    }
    const wide = this.#mapping.rows;
    if (name === wide?.name || name === wide?.value) return { sql: `t.${d.identifier(name)}`, kind: undefined };
    return this.#union.column(name, path);
  }

  #tie(side: string, reference: Reference): void {
    if (this.#joined.has(side)) return;
    const d = this.#dialect;
    const path = ['types', this.#type, 'join', side];
    if (this.#open.includes(side)) {
      const circle = [...this.#open, side].join(' -> ');
      throw badMapping(this.#read, path, 'side tables that lead back to the rows of the type', `${circle}, a circle`);
    }
    this.#open.push(side);
    const columns = columnsOf(this.#tables, this.#read, reference.table, path);
    const on = Object.entries(reference.on).map(([there, here]) => {
      const shape = found(this.#read, reference.table, columns, there, [...path, 'on']);
      const far = referenceTo(`${d.identifier(side)}.${d.identifier(there)}`, d, shape);
      return sameValue(d, far, this.columnOf(here, [...path, 'on']));
    });
    const table = once(d, this.#tables, reference);
    this.#joined.set(side, ` LEFT JOIN ${table} ${d.identifier(side)} ON ${on.join(' AND ')}`);
    this.#open.pop();
  }

  referral(reference: Reference & { readonly column: string }, path: readonly string[]): Referral {
    const d = this.#dialect;
    const columns = columnsOf(this.#tables, this.#read, reference.table, path);
    const there = (name: string): ColumnReference =>
      referenceTo(`r.${d.identifier(name)}`, d, found(this.#read, reference.table, columns, name, path));
    const pairs = Object.entries(reference.on).map(([far, near]) => ({
      far: there(far),
      near: this.columnOf(near, path),
    }));
    const table = `${d.identifier(reference.table)} r`;
    const link = there(reference.column);
    const text = d.text(link.sql);
    const met = pairs.map(({ far, near }) => sameValue(d, far, near)).join(' AND ');
    const [pair] = pairs;
    const alike = pair?.near.kind === pair?.far.kind && pair?.near.collation === pair?.far.collation;
    const side = (column: ColumnReference): string => (alike ? column.sql : d.text(column.sql));
    return {
      value: `(SELECT MIN(${text}) FROM ${table} WHERE ${met} AND ${text} <> '')`,
      ...(pair ? { narrow: { near: side(pair.near), far: side(pair.far), table, link } } : {}),
    };
  }

  from(): string {
    const { rows } = this.#mapping;
    const table = this.#union.from();
    const wide = rows && wideRows(this.#dialect, rows, name => this.#wideColumn(name), table);
    return `${wide === undefined ? table : `(${wide})`} t${[...this.#joined.values()].join('')}`;
  }
}

export function rowsOf(d: Dialect, read: ReadMapping, tables: Tables, type: string, mapping: TypeMapping): Rows {
  return new TypeRows(d, read, tables, type, mapping);
}

/** A side table with at most one row to a row: where nothing keeps it unique, the first by its columns counts. */
function once(d: Dialect, tables: Tables, reference: Reference): string {
  const shape = tables.get(reference.table);
  const on = Object.keys(reference.on);
  const unique = shape?.indexes.some(index => index.unique && index.columns.every(column => on.includes(column)));
  const table = d.identifier(reference.table);
  if (unique || !shape) return table;
  const columns = [...shape.columns.keys()].map(name => d.identifier(name)).join(', ');
  const by = on.map(name => d.identifier(name)).join(', ');
  return `(SELECT * FROM (SELECT ${columns}, ROW_NUMBER() OVER (PARTITION BY ${by} ORDER BY ${columns}) AS countygraph_row FROM ${table}) o WHERE o.countygraph_row = 1)`;
}

/** Each row once for each of the wide columns, with that column's label and value as text. */
function wideRows(
  d: Dialect,
  { name, value, columns }: NonNullable<TypeMapping['rows']>,
  columnOf: (name: string) => ColumnReference,
  table: string,
): string {
  const selects = Object.entries(columns).map(([label, column]) => {
    const [which, what] = [d.text(d.literal(label)), d.text(columnOf(column).sql)];
    return `SELECT t.*, ${which} AS ${d.identifier(name)}, ${what} AS ${d.identifier(value)} FROM ${table} t`;
  });
  return selects.join(' UNION ALL ');
}

/** Rows that count: those that have what `only` says and not what `except` says. NULL is not what `except` says. */
export function conditionsOf(d: Dialect, type: string, mapping: TypeMapping, rows: Rows): string[] {
  const only = Object.entries(mapping.only ?? {}).map(([name, values]) =>
    rowsWith(d, rows.columnOf(name, ['types', type, 'only', name]), values),
  );
  const except = Object.entries(mapping.except ?? {}).map(([name, values]) => {
    const { sql } = rows.columnOf(name, ['types', type, 'except', name]);
    return `(${sql} IS NULL OR NOT ${rowsWith(d, { sql, kind: undefined }, values)})`;
  });
  return [...only, ...except];
}
