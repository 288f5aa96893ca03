import { isPersonal, keyOf } from '../mapping/mapping.ts';
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

/** Columns of a single table but those that hold persons, by name; undefined where the rows are not one table. */
function comparedColumns({ live, bound, mapping, rows }: Examined): Map<string, string> | undefined {
  const [table, ...more] = [mapping.from].flat();
  const shape = more.length > 0 || mapping.rows ? undefined : live.tables.get(table ?? '');
  if (!shape) return undefined;
  const names = [...shape.columns.keys()].filter(name => !isPersonal(mapping, name));
  return new Map(names.map(name => [name, rows.columnOf(name, ['types', bound.type.name]).sql]));
}

/**
 * Rows of a type without a key that are alike in every column, or in every column but a date: the same event entered twice has
 * another time of entry. One statement, and one for each date.
 */
export async function duplicateRows(examined: Examined): Promise<Finding[]> {
  const { live, bound, mapping, quality } = examined;
  if (bound.type.key !== undefined) return [];
  const d = live.connection.dialect;
  const repeated = (columns: Iterable<string>): ReturnType<typeof repeats> =>
    repeats(examined, [...columns].map(column => d.text(column)).join(', '), counting(bound));
  const columns = comparedColumns(examined);
  const whole = await repeated(columns?.values() ?? [...bound.columns.values()].map(({ value }) => value));
  const findings: Finding[] = [];
  if (whole.rows > 0)
    findings.push(finding('DUPLICATE_ROWS', { rows: whole.rows, of: quality.counted, about: { groups: whole.keys } }));
  for (const [field, { column, date, datetime }] of Object.entries(mapping.fields)) {
    if ((date ?? datetime) === undefined || column === undefined || !columns?.has(column) || columns.size < 2) continue;
    const others = [...columns].filter(([name]) => name !== column).map(([, sql]) => sql);
    const near = await repeated(others);
    const about = { groups: near.keys, but: column };
    if (near.rows > whole.rows)
      findings.push(finding('NEAR_DUPLICATE_ROWS', { field, rows: near.rows, of: quality.counted, about }));
  }
  return findings;
}
