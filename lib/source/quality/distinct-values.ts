import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import { counting } from './examined.ts';
import type { Met } from './finding.ts';

/** The different values of a field among the rows that count, batch after batch, in no order. One statement. */
export async function* distinctValues(
  connection: Connection,
  bound: Bound,
  field: string,
): AsyncGenerator<readonly Met[]> {
  const column = bound.columns.get(field);
  if (!column || column.absent !== undefined) return;
  const values = `SELECT ${column.value} AS v FROM ${bound.from} WHERE ${counting(bound)}`;
  const grouped = `SELECT q.v AS v, COUNT(*) AS n FROM (${values}) q WHERE q.v IS NOT NULL GROUP BY q.v`;
  for await (const batch of connection.stream(grouped, []))
    yield batch.map(line => ({ value: String(line['v']), rows: Number(line['n']) }));
}
