import type { Reference } from '../mapping/mapping.ts';
import { counting, type Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

async function several(examined: Examined, reference: Reference, name: string): Promise<Finding[]> {
  const { live, bound, rows } = examined;
  const d = live.connection.dialect;
  const path = ['types', bound.type.name];
  const on = Object.entries(reference.on);
  const here = on.map(([, near], i) => `${d.text(rows.columnOf(near, path).sql)} AS v${i}`).join(', ');
  const there = on.map(([far], i) => `${d.text(d.identifier(far))} AS v${i}`).join(', ');
  const values = on.map((_, i) => `q.v${i}`);
  // Grouped and not joined: MariaDB joins long texts without an index by comparing each with each.
  const own = `SELECT ${here}, 1 AS m, 0 AS s FROM ${rows.from()} WHERE ${counting(bound)}`;
  const side = `SELECT ${there}, 0 AS m, 1 AS s FROM ${d.identifier(reference.table)}`;
  const known = values.map(value => `${value} IS NOT NULL`).join(' AND ');
  const both = `SELECT SUM(q.m) AS m, SUM(q.s) AS s FROM (${own} UNION ALL ${side}) q WHERE ${known} GROUP BY ${values.join(', ')}`;
  const [line] = await live.connection.select(
    `SELECT SUM(g.m) AS n, SUM(g.m * (g.s - 1)) AS more FROM (${both}) g WHERE g.m > 0 AND g.s > 1`,
    [],
  );
  const found = Number(line?.['n'] ?? 0);
  if (found === 0) return [];
  const about = { table: reference.table, further: Number(line?.['more'] ?? 0) };
  return [finding('SEVERAL_SIDE_ROWS', { field: name, rows: found, of: examined.quality.counted, about })];
}

/** Rows that a side or referral table has several rows for: only one of them is read. One statement a table. */
export async function sideRows(examined: Examined): Promise<Finding[]> {
  const { live, mapping } = examined;
  const referrals = Object.entries(mapping.fields).flatMap(([field, { through }]) =>
    through ? [[field, through] as const] : [],
  );
  const findings: Finding[] = [];
  for (const [name, reference] of [...Object.entries(mapping.join ?? {}), ...referrals]) {
    const on = Object.keys(reference.on);
    const indexes = live.tables.get(reference.table)?.indexes ?? [];
    if (indexes.some(index => index.unique && index.columns.every(column => on.includes(column)))) continue;
    findings.push(...(await several(examined, reference, name)));
  }
  return findings;
}
