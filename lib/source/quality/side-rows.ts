import type { Reference } from '../mapping/mapping.ts';
import { counting, type Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

async function several(examined: Examined, reference: Reference, name: string): Promise<Finding[]> {
  const { live, bound, rows } = examined;
  const d = live.connection.dialect;
  const path = ['types', bound.type.name];
  const on = Object.entries(reference.on);
  const met = on.map(([there, here]) => `o.${d.identifier(there)} = ${rows.columnOf(here, path).sql}`).join(' AND ');
  const by = on.map(([there]) => d.identifier(there)).join(', ');
  const repeated = `SELECT ${by}, COUNT(*) AS countygraph_rows FROM ${d.identifier(reference.table)} GROUP BY ${by} HAVING COUNT(*) > 1`;
  const [line] = await live.connection.select(
    `SELECT COUNT(*) AS n, SUM(o.countygraph_rows - 1) AS more FROM ${rows.from()} JOIN (${repeated}) o ON ${met} WHERE ${counting(bound)}`,
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
