import { keyOf } from '../mapping/mapping.ts';
import { counting, type Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

/** Rows beyond the first of each group, and groups of more than one row. One statement. */
async function repeats({ live, rows }: Examined, by: string, where: string): Promise<{ rows: number; keys: number }> {
  const groups = `SELECT COUNT(*) AS n FROM ${rows.from()} WHERE ${where} GROUP BY ${by} HAVING COUNT(*) > 1`;
  const [line] = await live.connection.select(`SELECT COUNT(*) AS k, SUM(g.n - 1) AS r FROM (${groups}) g`, []);
  return { rows: Number(line?.['r'] ?? 0), keys: Number(line?.['k'] ?? 0) };
}

/** Keys that more than one row has, where the database does not keep them unique. */
export async function duplicateKeys(examined: Examined): Promise<Finding[]> {
  const { bound, mapping, quality } = examined;
  const key = bound.type.key === undefined ? undefined : bound.columns.get(bound.type.key);
  if (!key || bound.keyIsUnique) return [];
  const found = await repeats(examined, key.value, `${counting(bound)} AND ${key.value} IS NOT NULL`);
  if (found.rows === 0) return [];
  const declared = mapping.key !== undefined && keyOf(mapping.key).repeats === true;
  return [
    finding('DUPLICATE_KEY', {
      field: bound.type.key ?? null,
      rows: found.rows,
      of: quality.counted,
      about: { keys: found.keys, ...(declared ? { declared: 1 } : {}) },
    }),
  ];
}

/** Columns of the rows that may be compared: all of a single table but those that hold persons, else those that the mapping names. */
function comparedColumns({ live, bound, mapping, rows }: Examined): string[] {
  const [table, ...more] = [mapping.from].flat();
  const shape = more.length > 0 || mapping.rows ? undefined : live.tables.get(table ?? '');
  if (!shape) return [...bound.columns.values()].map(column => column.value);
  return [...shape.columns.keys()]
    .filter(name => mapping.personal?.[name] === undefined)
    .map(name => rows.columnOf(name, ['types', bound.type.name]).sql);
}

/** Rows of a type without a key that are alike in every column. */
export async function duplicateRows(examined: Examined): Promise<Finding[]> {
  const { live, bound, quality } = examined;
  if (bound.type.key !== undefined) return [];
  const d = live.connection.dialect;
  const by = comparedColumns(examined).map(column => d.text(column));
  const found = await repeats(examined, by.join(', '), counting(bound));
  if (found.rows === 0) return [];
  return [finding('DUPLICATE_ROWS', { rows: found.rows, of: quality.counted, about: { groups: found.keys } })];
}
