import type { Connection } from '../connect.ts';
import type { Bound } from '../bind/bind.ts';
import { leftOutOf, meantBy } from '../query/slices.ts';
import type { Measure } from '../record-type.ts';
import { counting } from './examined.ts';

/** Rows that a measure is about, and those of them that it cannot use. */
export interface UsableRows {
  readonly measure: string;
  readonly rows: number;
  /** Something that the measure rests on cannot be read or is out of order. */
  readonly unusable: number;
}

/** The date that puts a row into its period. */
export function startOf(measure: Measure): string {
  if (measure.kind === 'cohort') return measure.start;
  return measure.kind === 'events' || measure.kind === 'sum' ? measure.on : measure.from;
}

/** How many rows each measure can use. One statement. */
export async function usableRows(
  connection: Connection,
  bound: Bound,
  measures: readonly string[],
  asOf: string,
): Promise<UsableRows[]> {
  const known = measures.flatMap(name => bound.type.measures.get(name) ?? []);
  if (known.length === 0 || bound.absent !== undefined) return [];
  const sums = known.flatMap((measure, i) => {
    const meant = meantBy(bound, measure).join(' AND ') || '1 = 1';
    const wrong = leftOutOf(bound, measure, asOf).map(({ condition }) => `(${condition})`);
    return [
      `SUM(CASE WHEN ${meant} THEN 1 ELSE 0 END) AS m${i}`,
      `SUM(CASE WHEN ${wrong.join(' OR ') || '1 = 0'} THEN 1 ELSE 0 END) AS u${i}`,
    ];
  });
  const [line] = await connection.select(`SELECT ${sums.join(', ')} FROM ${bound.from} WHERE ${counting(bound)}`, []);
  return known.map(({ name }, i) => ({
    measure: name,
    rows: Number(line?.[`m${i}`] ?? 0),
    unusable: Number(line?.[`u${i}`] ?? 0),
  }));
}
