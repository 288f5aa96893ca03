import { counting, type Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

/** Rows where a field and the column beside it can both be read and differ. One statement for all fields of the type. */
export async function besides({ live, bound, rows }: Examined): Promise<Finding[]> {
  const pairs = [...bound.beside].flatMap(([field, beside]) => {
    const own = bound.columns.get(field);
    return own ? [{ field, own: own.value, other: beside.value }] : [];
  });
  if (pairs.length === 0) return [];
  const sums = pairs.flatMap(({ own, other }, i) => {
    const both = `${own} IS NOT NULL AND ${other} IS NOT NULL`;
    return [
      `SUM(CASE WHEN ${both} THEN 1 ELSE 0 END) AS b${i}`,
      `SUM(CASE WHEN ${both} AND ${own} <> ${other} THEN 1 ELSE 0 END) AS d${i}`,
    ];
  });
  const [line] = await live.connection.select(
    `SELECT ${sums.join(', ')} FROM ${rows.from()} WHERE ${counting(bound)}`,
    [],
  );
  return pairs.flatMap(({ field }, i) => {
    const differ = Number(line?.[`d${i}`] ?? 0);
    return differ === 0 ? [] : [finding('BESIDE_DIFFERS', { field, rows: differ, of: Number(line?.[`b${i}`] ?? 0) })];
  });
}
