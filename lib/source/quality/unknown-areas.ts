import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import type { Register } from '../query/statistics.ts';
import type { Sql } from '../query/sql.ts';
import type { Met } from './finding.ts';

/** Codes at most; the county's own come first, so that no known one is beyond them. */
const most = 100_000;

/** Area codes of the rows that count which the register does not have, the most frequent first. One grouped statement. */
export async function unknownAreas(
  connection: Connection,
  bound: Bound,
  field: string,
  register: Register,
  rows: Sql,
): Promise<Met[]> {
  const area = bound.columns.get(field);
  if (!area || area.absent !== undefined) return [];
  const d = bound.dialect;
  const own = `CASE WHEN q.a LIKE ${d.literal(`${register.county}%`)} THEN 0 ELSE 1 END`;
  const lines = await connection.select(
    `SELECT q.a AS a, COUNT(*) AS n FROM (SELECT ${area.value} AS a FROM ${bound.from} WHERE ${rows.text}) q WHERE q.a IS NOT NULL GROUP BY q.a ORDER BY ${own}, COUNT(*) DESC, q.a LIMIT ${most}`,
    rows.values,
  );
  return lines
    .map(line => ({ value: String(line['a']), rows: Number(line['n']) }))
    .filter(({ value }) => !register.has(value))
    .sort((a, b) => b.rows - a.rows);
}
