import { columnKind, type IndexShape, type TableShape } from './table-shape.ts';

type Line = Record<string, unknown>;
export type Select = (sql: string, bindings: readonly unknown[]) => Promise<Line[]>;

/** What a database's own catalogue says, a line a column and a line a column of an index. */
interface Catalogue {
  /** tab, is_view, tab_comment, col, type, nullable, comment, collation; in the order of the columns. */
  readonly columns: string;
  /** tab, idx, col, is_unique, is_key; in the order of the columns in the index. */
  readonly indexes: string;
}

const catalogues: Record<'sqlite' | 'mysql' | 'postgres', Catalogue> = {
  sqlite: {
    columns: `SELECT m.name AS tab, m.type = 'view' AS is_view, NULL AS tab_comment, c.name AS col, c.type AS type,
        c."notnull" = 0 AND c.pk = 0 AS nullable, NULL AS comment, NULL AS collation
      FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, c.cid`,
    // A rowid table's INTEGER PRIMARY KEY has no index of its own.
    indexes: `SELECT * FROM (
        SELECT m.name AS tab, 'primary key' AS idx, c.name AS col, 1 AS is_unique, 1 AS is_key, c.pk AS place
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.pk > 0
        UNION ALL
        SELECT m.name, l.name, i.name, l."unique", 0, i.seqno
        FROM sqlite_master m JOIN pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i
        WHERE m.type = 'table' AND l.partial = 0 AND l.origin <> 'pk'
      ) ORDER BY tab, idx, place`,
  },
  mysql: {
    columns: `SELECT c.TABLE_NAME AS tab, t.TABLE_TYPE LIKE '%VIEW' AS is_view, t.TABLE_COMMENT AS tab_comment,
        c.COLUMN_NAME AS col, c.COLUMN_TYPE AS type, c.IS_NULLABLE = 'YES' AS nullable, c.COLUMN_COMMENT AS comment, c.COLLATION_NAME AS collation
      FROM information_schema.COLUMNS c
      JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
      WHERE c.TABLE_SCHEMA = DATABASE() ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`,
    indexes: `SELECT TABLE_NAME AS tab, INDEX_NAME AS idx, COLUMN_NAME AS col, NON_UNIQUE = 0 AS is_unique,
        INDEX_NAME = 'PRIMARY' AS is_key
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND SUB_PART IS NULL AND INDEX_TYPE = 'BTREE'
      ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`,
  },
  postgres: {
    columns: `SELECT c.relname AS tab, c.relkind IN ('v', 'm') AS is_view, obj_description(c.oid, 'pg_class') AS tab_comment,
        a.attname AS col, NOT a.attnotnull AS nullable, NULL AS collation,
        CASE y.typtype WHEN 'b' THEN format_type(a.atttypid, a.atttypmod) WHEN 'd' THEN format_type(y.typbasetype, y.typtypmod)
          ELSE 'composed ' || format_type(a.atttypid, a.atttypmod) END AS type,
        col_description(c.oid, a.attnum) AS comment
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type y ON y.oid = a.atttypid
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_table_is_visible(c.oid) AND a.attnum > 0 AND NOT a.attisdropped
        AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      ORDER BY c.relname, a.attnum`,
    indexes: `SELECT t.relname AS tab, i.relname AS idx, a.attname AS col, x.indisunique AS is_unique, x.indisprimary AS is_key
      FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY k(attnum, place)
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
      WHERE pg_table_is_visible(t.oid) AND x.indpred IS NULL AND x.indexprs IS NULL AND k.place <= x.indnkeyatts
        AND t.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      ORDER BY t.relname, i.relname, k.place`,
  },
};

function yes(value: unknown): boolean {
  return value === true || Number(value) === 1;
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function indexesOf(lines: readonly Line[]): { indexes: IndexShape[]; key: string[] } {
  const byName = Map.groupBy(lines, line => String(line['idx']));
  const indexes = [...byName.values()].map(of => ({
    columns: of.map(line => String(line['col'])),
    unique: yes(of[0]?.['is_unique']),
  }));
  return { indexes, key: lines.filter(line => yes(line['is_key'])).map(line => String(line['col'])) };
}

/** All tables and views of a database that the account may see, by name. Two statements. */
export async function readTables(
  select: Select,
  dialect: 'sqlite' | 'mysql' | 'postgres',
): Promise<Map<string, TableShape>> {
  const { columns, indexes } = catalogues[dialect];
  const [columnLines, indexLines] = [await select(columns, []), await select(indexes, [])];
  const indexesBy = Map.groupBy(indexLines, line => String(line['tab']));
  const tables = new Map<string, TableShape>();
  for (const [name, lines] of Map.groupBy(columnLines, line => String(line['tab']))) {
    tables.set(name, {
      name,
      view: yes(lines[0]?.['is_view']),
      comment: words(lines[0]?.['tab_comment']),
      columns: new Map(
        lines.map(line => {
          const type = String(line['type'] ?? '');
          // SQLite has no such type: any text may stand there.
          const kind = dialect === 'sqlite' && columnKind(type) === 'uuid' ? 'text' : columnKind(type);
          const column = { name: String(line['col']), type, kind };
          const collation = words(line['collation']);
          const more = { nullable: yes(line['nullable']), comment: words(line['comment']) };
          return [column.name, { ...column, ...more, ...(collation === undefined ? {} : { collation }) }];
        }),
      ),
      ...indexesOf(indexesBy.get(name) ?? []),
    });
  }
  return tables;
}
