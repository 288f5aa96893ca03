import type { Bound } from '../bind/bind.ts';
import { counting, type Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

function keyValue({ type, columns }: Bound): string | undefined {
  return type.key === undefined ? undefined : columns.get(type.key)?.value;
}

/** Links that lead to no record, where the records are of the same department. One statement a link. */
export async function orphanLinks({ live, bound, bounds, quality, ways }: Examined): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [field, target] of ways.links) {
    const [link, to] = [bound.columns.get(field), bounds.get(target)];
    const key = to && keyValue(to);
    if (!link || link.absent !== undefined || !to || to.absent !== undefined || key === undefined) continue;
    // Grouped and not joined: MariaDB joins long texts without an index by comparing each with each.
    const links = `SELECT ${link.value} AS v, 1 AS l, 0 AS k FROM ${bound.from} WHERE ${counting(bound)} AND ${link.value} IS NOT NULL`;
    const keys = `SELECT ${key} AS v, 0 AS l, 1 AS k FROM ${to.from} WHERE ${counting(to)} AND ${key} IS NOT NULL`;
    const both = `SELECT SUM(q.l) AS l, MAX(q.k) AS k FROM (${links} UNION ALL ${keys}) q GROUP BY q.v`;
    const [line] = await live.connection.select(
      `SELECT SUM(g.l) AS n, COUNT(*) AS k FROM (${both}) g WHERE g.k = 0`,
      [],
    );
    const [rows, different] = [Number(line?.['n'] ?? 0), Number(line?.['k'] ?? 0)];
    const of = quality.fields.find(each => each.field === field)?.present ?? null;
    if (rows > 0) findings.push(finding('ORPHAN_LINK', { field, rows, of, about: { target, keys: different } }));
  }
  return findings;
}
