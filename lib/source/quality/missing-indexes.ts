import { fieldsOf } from '../query/slices.ts';
import { keyOf } from '../mapping/mapping.ts';
import type { TableShape } from '../inspect/table-shape.ts';
import type { Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

/** Tables with fewer rows are read as a whole in no time. */
export const smallTable = 1_000;

/** Columns by which the graph will look for rows of a table. */
interface Wanted {
  readonly field: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** Whether an index begins with these columns, in any order. */
function serves(shape: TableShape, columns: readonly string[]): boolean {
  return shape.indexes.some(index => columns.every(column => index.columns.slice(0, columns.length).includes(column)));
}

/** Fields by which rows are looked for, and that an index can serve, with their columns. */
function fieldsWanted({ bound, mapping, ways }: Examined): { field: string; columns: readonly string[] }[] {
  const dates = new Set([...bound.type.measures.values()].flatMap(fieldsOf));
  const wanted: { field: string; columns: readonly string[] }[] = [];
  const { key } = bound.type;
  const keyColumn = key === undefined ? undefined : bound.columns.get(key);
  if (key !== undefined && mapping.key !== undefined && keyColumn?.kind === 'id' && keyColumn.bare) {
    const { column, columns } = keyOf(mapping.key);
    wanted.push({ field: key, columns: columns ?? (column === undefined ? [] : [column]) });
  }
  for (const [field, m] of Object.entries(mapping.fields)) {
    const bare = bound.columns.get(field)?.bare;
    const link = ways.askedBy.has(field) && (bare?.text || bare?.parts);
    const date = dates.has(field) && (bare?.ordered ?? bare?.native);
    const area = m.area && !('outlines' in m.area) && bare?.area ? m.area[0] : undefined;
    if (link || date) wanted.push({ field, columns: m.columns ?? (m.column === undefined ? [] : [m.column]) });
    if (area !== undefined) wanted.push({ field, columns: [area] });
  }
  return wanted;
}

function wantedOf(examined: Examined): Wanted[] {
  const { mapping, live } = examined;
  const queries = live.read.mapping.queries ?? {};
  const tables = [mapping.from].flat().filter(name => queries[name] === undefined);
  // A column of a side table is found by the row, and not the row by it.
  const own = fieldsWanted(examined).filter(({ columns }) => columns.length > 0 && !columns.some(c => c.includes('.')));
  const sides = [
    ...Object.entries(mapping.join ?? {}),
    ...Object.entries(mapping.fields).flatMap(([field, { through }]) => (through ? [[field, through] as const] : [])),
  ];
  return [
    ...tables.flatMap(table => own.map(each => ({ ...each, table }))),
    ...sides.map(([field, { table, on }]) => ({ field, table, columns: Object.keys(on) })),
    ...Object.entries(mapping.fields).flatMap(([field, { through }]) =>
      through && examined.ways.askedBy.has(field) ? [{ field, table: through.table, columns: [through.column] }] : [],
    ),
  ];
}

/** Indexes that the questions of the graph would use and the tables lack. Asks no question of its own. */
export function missingIndexes(examined: Examined): Finding[] {
  const { live, quality } = examined;
  const d = live.connection.dialect;
  if (quality.rows < smallTable) return [];
  return wantedOf(examined).flatMap(({ field, table, columns }) => {
    const shape = live.tables.get(table);
    // MariaDB indexes a text without length by its beginning only, and such an index is not seen here.
    const long = d.name === 'mysql' && columns.some(name => /text|blob/i.test(shape?.columns.get(name)?.type ?? ''));
    if (!shape || shape.view || long || serves(shape, columns)) return [];
    const name = d.identifier([table, ...columns].join('_'));
    const statement = `CREATE INDEX ${name} ON ${d.identifier(table)} (${columns.map(c => d.identifier(c)).join(', ')})`;
    return [finding('MISSING_INDEX', { field, about: { table, columns: columns.join(', '), statement } })];
  });
}
