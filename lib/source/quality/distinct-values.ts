import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import { counting } from './examined.ts';
import type { Met } from './finding.ts';

const page = 50_000;

/** The different values of a field among the rows that count, a page after the other, by code point. */
export async function* distinctValues(connection: Connection, bound: Bound, field: string): AsyncGenerator<Met[]> {
  const column = bound.columns.get(field);
  if (!column || column.absent !== undefined) return;
  const d = bound.dialect;
  const values = `SELECT ${column.value} AS v FROM ${bound.from} WHERE ${counting(bound)}`;
  let after = '';
  for (;;) {
    const lines = await connection.select(
      `SELECT q.v AS v, COUNT(*) AS n FROM (${values}) q WHERE ${d.orderable('q.v')} > ? GROUP BY q.v ORDER BY ${d.orderable('q.v')} LIMIT ${page}`,
      [after],
    );
    const met = lines.map(line => ({ value: String(line['v']), rows: Number(line['n']) }));
    yield met;
    const last = met.at(-1);
    if (!last || met.length < page) return;
    after = last.value;
  }
}
