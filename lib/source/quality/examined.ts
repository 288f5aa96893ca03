import type { Bound, Live } from '../bind/bind.ts';
import type { Rows } from '../bind/rows.ts';
import type { TypeMapping } from '../mapping/mapping.ts';
import type { Register } from '../query/statistics.ts';
import type { Met } from './finding.ts';
import type { RecordQuality } from './record-quality.ts';

/** How the graph leads to the records of a type and on from them, as the schema says. */
export interface Ways {
  /** Link fields and the types that they lead to. */
  readonly links: ReadonlyMap<string, string>;
  /** Link fields by which other records ask for these (@many, @one). */
  readonly askedBy: ReadonlySet<string>;
}

/** A code as the source writes it. */
export interface MetCode extends Met {
  readonly unmapped: boolean;
}

/** A type that is kept and could be tied to its database, for the questions of the check. */
export interface Examined {
  readonly live: Live;
  readonly register: Register;
  readonly bound: Bound;
  readonly rows: Rows;
  readonly mapping: TypeMapping;
  readonly ways: Ways;
  readonly quality: RecordQuality;
  /** The codes met in fields of closed lists, by field. */
  readonly codes: ReadonlyMap<string, readonly MetCode[]>;
  /** The other types of the department that could be tied. */
  readonly bounds: ReadonlyMap<string, Bound>;
}

/** Rows that count, as a condition. */
export function counting({ only }: Bound): string {
  return only.join(' AND ') || '1 = 1';
}

/** Values of a text among some rows, the most frequent first: one statement, at most `limit` lines. */
export async function metValues(
  { live: { connection } }: Examined,
  text: string,
  from: string,
  where: string,
  limit: number,
): Promise<Met[]> {
  const lines = await connection.select(
    `SELECT q.v AS v, COUNT(*) AS n FROM (SELECT ${text} AS v FROM ${from} WHERE ${where}) q GROUP BY q.v ORDER BY COUNT(*) DESC, ${connection.dialect.orderable('q.v')} LIMIT ${limit}`,
    [],
  );
  return lines.map(line => ({ value: String(line['v']), rows: Number(line['n']) }));
}
