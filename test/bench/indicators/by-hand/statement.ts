import type { Tally } from './tally.ts';

/** A line of an answer: the number of the slice, the town, two keys, what is added up. */
export type Line = readonly unknown[];

/** Rows of a table grouped by town and up to two days or months. */
export interface Slice {
  readonly keys: readonly [string] | readonly [string, string];
  readonly sums: readonly string[];
  readonly where?: string;
  read(tally: Tally, line: Line): void;
}

/** What is asked of one table, in one statement. */
export interface Table {
  readonly from: string;
  /** The town of a row. */
  readonly town: string;
  readonly where?: string;
  readonly slices: readonly Slice[];
}

/** What the databases spell differently. */
export interface Words {
  /** Seconds from one moment to another, written as 14 digits. */
  seconds(from: string, to: string): string;
  /** The same of yyyy-MM-dd HH:mm:ss. */
  isoSeconds(from: string, to: string): string;
}

export function count(condition: string): string {
  return `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}

export function total(amount: string, condition: string): string {
  return `SUM(CASE WHEN ${condition} THEN ${amount} ELSE 0 END)`;
}

/** The slices of a table as one statement. */
export function sqlOf({ from, town, where: all, slices }: Table): string {
  const width = Math.max(...slices.map(slice => slice.sums.length));
  const selects = slices.map((slice, i) => {
    const sums = Array.from({ length: width }, (_, k) => slice.sums[k] ?? '0');
    const columns = [String(i), town, slice.keys[0], slice.keys[1] ?? 'NULL', ...sums];
    const where = [all, slice.where].filter(each => each !== undefined).join(' AND ');
    const by = ['2', '3', ...(slice.keys.length > 1 ? ['4'] : [])].join(', ');
    return `SELECT ${columns.join(', ')} FROM ${from}${where === '' ? '' : ` WHERE ${where}`} GROUP BY ${by}`;
  });
  return selects.join(' UNION ALL ');
}

export function readLines({ slices }: Table, lines: readonly Line[], tally: Tally): void {
  for (const line of lines) slices[Number(line[0])]?.read(tally, line);
}

/** Adds the sums of a line to measures, in the month of its first key. */
export function addAll(slotOf: (key: unknown) => number | null, ...measures: readonly string[]): Slice['read'] {
  return (tally, line) => {
    const slot = slotOf(line[2]);
    measures.forEach((measure, i) => tally.add(measure, line[1], slot, line[4 + i]));
  };
}
