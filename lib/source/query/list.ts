import { callerError } from '../../kernel/coded-error.ts';
import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import type { Column } from '../column.ts';
import type { ColumnReference } from '../convert/reference.ts';
import { badCursor, readCursor, writeCursor } from './cursor.ts';
import { masked } from './mask.ts';
import { select, type Row, type Selection } from './select.ts';
import { join, sql, type Sql } from './sql.ts';
import { comparable, uuidForm } from './narrow.ts';
import { allowed, insideAny, valuesIn, where, type Filter } from './where.ts';

/** What a list asks for. */
export interface ListQuery {
  readonly fields: readonly string[];
  /** 0 to 1,000. */
  readonly first: number;
  readonly after?: string | undefined;
  readonly filter?: Filter | undefined;
  readonly within?: readonly string[] | undefined;
  readonly order?: { readonly field: string; readonly descending: boolean } | undefined;
  /** Whether the number of all rows is wanted: one more statement. */
  readonly count: boolean;
}

export interface Page {
  readonly rows: readonly Row[];
  /** The cursor of a row by its place on the page: work that is done only where it is asked for. */
  cursor(index: number): string;
  readonly hasNextPage: boolean;
  readonly totalCount: number | undefined;
}

/** Children of many parents: those whose field `via` is the parent's key, or that lie in the parent place. */
export interface Parents {
  readonly via: string;
  readonly keys: readonly string[];
}

const largest = 1000;

interface Ordering {
  readonly value: string;
  readonly key: string;
  /** Whether the key is a number, which must not be compared as text or rounded. */
  readonly keyIsNumber: boolean;
  /** What the key of a cursor looks like, where the database refuses to compare with anything else. */
  readonly keyForm?: RegExp;
  readonly descending: boolean;
  /** Whether rows without a value to order by may come: they stand last. */
  readonly gaps: boolean;
  /** Pages count rows where there is no key to go on from: rows that look alike must neither be skipped nor repeated. */
  readonly byPosition: boolean;
  /** What is asked for, in words: a cursor of another order is not one of this list's. Absent for the order of the key. */
  readonly name?: string;
}

function keyFormOf({ kind }: ColumnReference): Pick<Ordering, 'keyForm'> {
  if (kind === 'integer') return { keyForm: /^-?\d{1,20}$/ };
  return kind === 'uuid' ? { keyForm: uuidForm } : {};
}

/** The key, where there is one that the reader may use: another's would show in the order of rows and in cursors. */
function keyOf({ type, columns }: Bound, obligation: Obligation): Column | undefined {
  return type.key !== undefined && obligation.allows(type.key, 'use') ? columns.get(type.key) : undefined;
}

/**
 * What tells a row apart, as far as the reader may see it. Its own columns do as well as what they mean, and cost less; but where some
 * field is not granted, a column may hold that as well.
 */
function seenOf(bound: Bound, obligation: Obligation): Set<string> {
  const { dialect, columns, type } = bound;
  const seesAll = [...columns.keys()].every(field => obligation.allows(field, 'use'));
  const seen = [...columns].filter(([field]) => field !== type.key && obligation.allows(field));
  return new Set(
    seen.flatMap(([field, column]) => {
      const mask = obligation.masks.get(field);
      return mask ? [masked(dialect, column, mask)] : ((seesAll ? column.sources : undefined) ?? [column.value]);
    }),
  );
}

/** What orders rows that are otherwise alike: the key by its own column and index where that is unique. */
function keyOrder(bound: Bound, obligation: Obligation): Pick<Ordering, 'key' | 'keyIsNumber' | 'keyForm'> {
  const d = bound.dialect;
  const key = keyOf(bound, obligation);
  if (key && !bound.pagesCountRows) {
    const column = key.bare?.text;
    if (bound.keyIsUnique && column && comparable(column))
      return { key: column.sql, keyIsNumber: column.kind === 'integer', ...keyFormOf(column) };
    return { key: d.orderable(key.value), keyIsNumber: false };
  }
  // Where the source has no key of its own for each row, all that the reader may see of a row orders it, the key first.
  const sources = [...(key ? [key.value] : []), ...seenOf(bound, obligation)];
  const parts = sources.length > 0 ? sources.map(part => `COALESCE(${d.text(part)}, '')`) : ["''"];
  return {
    key: d.orderable(d.concat(parts.flatMap((part, i) => (i > 0 ? ["' '", part] : [part])))),
    keyIsNumber: false,
  };
}

/** Whether the filter lets no row through that has no value: then the index on the column gives the order. */
function isBounded(query: ListQuery, field: string): boolean {
  const { gte, lte, lt, missing } = query.filter?.[field] ?? {};
  return [gte, lte, lt].some(bound => bound !== undefined && bound !== null) || missing === false;
}

function ordering(bound: Bound, obligation: Obligation, query: ListQuery): Ordering {
  const d = bound.dialect;
  const key = keyOrder(bound, obligation);
  const byPosition = bound.pagesCountRows || keyOf(bound, obligation) === undefined;
  if (!query.order) return { value: key.key, ...key, descending: false, gaps: false, byPosition };
  const { descending, field } = query.order;
  const column = allowed(bound, obligation, field, 'use');
  const gaps = !isBounded(query, field);
  const base = { ...key, descending, gaps, byPosition, name: `${field} ${descending ? 'DESC' : 'ASC'}` };
  if (column.kind === 'date' || column.kind === 'datetime') {
    // Readable texts of one ordered format stand in the order of time; of a day, a cursor must not tell the hour.
    const ordered = gaps ? undefined : column.bare?.ordered;
    const bare = column.kind === 'datetime' || !ordered?.format.hasTime ? ordered?.sql : undefined;
    return { ...base, value: bare ?? d.isoText(column.value, column.kind === 'datetime') };
  }
  const number = column.kind === 'integer' || column.kind === 'decimal';
  return { ...base, value: number ? column.value : d.orderable(column.value) };
}

/** Rows before the page, where pages count rows. */
function startOf(order: Ordering, after: string | undefined): number {
  const start = order.byPosition && after !== undefined ? Number(readCursor(after).key) : 0;
  if (!Number.isSafeInteger(start) || start < 0) throw badCursor();
  return start;
}

function afterSql(order: Ordering, after: string | undefined): Sql[] {
  if (after === undefined || order.byPosition) return [];
  const { value, key, order: name } = readCursor(after);
  if (name !== order.name) throw badCursor();
  if (order.keyForm?.test(key) === false) throw badCursor();
  const beyondKey = order.keyIsNumber ? sql(`${order.key} > ${key}`) : sql(`${order.key} > ?`, [key]);
  if (order.value === order.key) return [beyondKey];
  if (value === null) return [sql(`(${order.value} IS NULL AND ${beyondKey.text})`, beyondKey.values)];
  const beyond = order.descending ? '<' : '>';
  return [
    sql(
      `(${order.value} ${beyond} ? OR (${order.value} = ? AND ${beyondKey.text})${order.gaps ? ` OR ${order.value} IS NULL` : ''})`,
      [value, value, ...beyondKey.values],
    ),
  ];
}

function parentSql(bound: Bound, obligation: Obligation, parents: Parents): { column: string; condition: Sql } {
  const column = allowed(bound, obligation, parents.via, 'use');
  if (column.kind === 'place') {
    const length = parents.keys[0]?.length ?? 0;
    const value = `substr(${column.value}, 1, ${length})`;
    return { column: value, condition: insideAny(bound, parents.keys) };
  }
  return { column: column.value, condition: valuesIn(bound, column, parents.keys) };
}

/** Names in the answer of the key, of what is ordered by, and of what a cursor keeps of the key. */
interface Names {
  readonly key: string;
  readonly value: string;
  readonly cursor: string;
}

function namesOf({ dialect: d }: Bound, selection: Selection, order: Ordering): Names {
  const key = selection.add(order.key);
  return { key, value: selection.add(order.value), cursor: order.keyIsNumber ? selection.add(d.text(order.key)) : key };
}

function page(
  selection: Selection,
  names: Names,
  query: ListQuery,
  order: Ordering,
  lines: readonly Record<string, unknown>[],
  total: number | undefined,
): Page {
  const shown = lines.slice(0, query.first);
  const start = startOf(order, query.after);
  return {
    rows: shown.map(line => selection.record(line)),
    cursor(index) {
      if (order.byPosition) return writeCursor({ value: null, key: String(start + index + 1) });
      const line = shown[index];
      const value = (line?.[names.value] ?? null) as string | number | null;
      return writeCursor({ value, key: String(line?.[names.cursor]), order: order.name });
    },
    hasNextPage: lines.length > query.first,
    totalCount: total,
  };
}

function orderBy(order: Ordering, value: string, key: string): string {
  if (order.value === order.key) return key;
  if (!order.gaps) return `${value} ${order.descending ? 'DESC' : 'ASC'}, ${key}`;
  return `CASE WHEN ${value} IS NULL THEN 1 ELSE 0 END, ${value} ${order.descending ? 'DESC' : 'ASC'}, ${key}`;
}

function checkFirst(first: number): void {
  if (first < 0 || first > largest) {
    throw callerError('BAD_PAGE_SIZE', {
      expected: `first from 0 to ${largest}`,
      got: String(first),
      todo: 'ask for pages, with `after`',
    });
  }
}

/** A list: one statement, two when the total is asked for. */
export async function list(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  query: ListQuery,
): Promise<Page> {
  checkFirst(query.first);
  const order = ordering(bound, obligation, query);
  const selection = select(bound, obligation, query.fields);
  const base = where(bound, obligation, query.filter, query.within);
  const all = join([base, ...afterSql(order, query.after)], ' AND ', '1 = 1');
  const names = namesOf(bound, selection, order);
  const rows = connection.select(
    `SELECT ${selection.sql} FROM ${bound.from} WHERE ${all.text} ORDER BY ${orderBy(order, order.value, order.key)} LIMIT ${query.first + 1} OFFSET ${startOf(order, query.after)}`,
    all.values,
  );
  const total = query.count
    ? connection
        .select(`SELECT COUNT(*) AS n FROM ${bound.from} WHERE ${base.text}`, base.values)
        .then(r => Number(r[0]?.['n']))
    : undefined;
  // Together: were the second to fail while the first is awaited, nobody would catch it.
  const [lines, count] = await Promise.all([rows, total]);
  return page(selection, names, query, order, lines, count);
}

/** The same list for many parents: the first rows of each by one statement (a window function), two with totals. */
export async function children(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  parents: Parents,
  query: ListQuery,
): Promise<Page[]> {
  checkFirst(query.first);
  const order = ordering(bound, obligation, query);
  const selection = select(bound, obligation, query.fields);
  const start = startOf(order, query.after);
  const parent = parentSql(bound, obligation, parents);
  const base = join([where(bound, obligation, query.filter, query.within), parent.condition], ' AND ', '1 = 1');
  const all = join([base, ...afterSql(order, query.after)], ' AND ', '1 = 1');
  const names = namesOf(bound, selection, order);
  const inner = `SELECT ${selection.sql}, ${parent.column} AS p FROM ${bound.from} WHERE ${all.text}`;
  const ranked = `SELECT q.*, ROW_NUMBER() OVER (PARTITION BY q.p ORDER BY ${orderBy(order, `q.${names.value}`, `q.${names.key}`)}) AS rn FROM (${inner}) q`;
  const lines = connection.select(
    `SELECT * FROM (${ranked}) r WHERE r.rn > ${start} AND r.rn <= ${start + query.first + 1} ORDER BY r.p, r.rn`,
    all.values,
  );
  const totals = query.count
    ? connection.select(
        `SELECT ${parent.column} AS p, COUNT(*) AS n FROM ${bound.from} WHERE ${base.text} GROUP BY ${parent.column}`,
        base.values,
      )
    : undefined;
  const [found, counted] = await Promise.all([lines, totals]);
  const byParent = Map.groupBy(found, line => String(line['p']));
  const totalOf = new Map(counted?.map(line => [String(line['p']), Number(line['n'])]));
  return parents.keys.map(key =>
    page(selection, names, query, order, byParent.get(key) ?? [], query.count ? (totalOf.get(key) ?? 0) : undefined),
  );
}
