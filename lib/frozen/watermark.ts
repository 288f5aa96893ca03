import type { Exchange } from './recording-client.ts';

/** How far a department's data went when it answered. */
export interface Watermark {
  /** Type of record: courtCase. */
  readonly type: string;
  /** Last day of the data; null where it did not answer. */
  readonly asOf: string | null;
  /** EXACT, PROTECTED or PUBLIC; null where it did not answer. */
  readonly profile: string | null;
  readonly roundedTo: number | null;
  /** By measure: all that was counted in the answer. */
  readonly counted: Readonly<Record<string, number>>;
  /** Rows that could not be used. */
  readonly leftOut: number;
}

export interface AnsweredStatistics {
  readonly asOf: string;
  readonly profile: string;
  readonly roundedTo: number | null;
  readonly rows: readonly AnsweredRow[];
  readonly leftOut: readonly { readonly area: string | null; readonly rows: number }[];
}

interface AnsweredRow {
  readonly period: string;
  readonly area: string | null;
  readonly values: readonly (number | null)[];
  readonly durations: readonly { readonly closed: readonly number[]; readonly open: readonly number[] }[];
}

/** Answers about statistics, and what was asked: one a level, as towns and their county are one question. None for others, as places. */
export function statisticsOf({ query, variables, data }: Exchange) {
  const name = /^query (\w+)Stats\b/m.exec(query)?.[1];
  const measures = variables['measures'];
  if (name === undefined || !Array.isArray(measures)) return [];
  const { stats, wider } = (data ?? {}) as { stats?: AnsweredStatistics | null; wider?: AnsweredStatistics | null };
  const type = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const { unit } = (variables['period'] ?? {}) as { unit?: string };
  const asked = { type, measures: measures.map(String), unit };
  return [
    { ...asked, level: variables['level'], statistics: stats ?? null },
    ...(variables['alsoWider'] === true ? [{ ...asked, level: variables['wider'], statistics: wider ?? null }] : []),
  ];
}

/** How much a row counts of a measure; lengths of time count their rows. */
export function countedIn({ values, durations }: AnsweredRow, measure: number): number {
  const value = values[measure] ?? null;
  if (value !== null) return value;
  const lengths = durations.flatMap(({ closed, open }) => [...closed, ...open]);
  return lengths.reduce((sum, rows) => sum + rows, 0);
}

export function watermarksOf(exchanges: readonly Exchange[]): Watermark[] {
  return exchanges.flatMap(statisticsOf).map(({ type, measures, statistics }): Watermark => {
    if (statistics === null) return { type, asOf: null, profile: null, roundedTo: null, counted: {}, leftOut: 0 };
    const { asOf, profile, roundedTo, rows, leftOut } = statistics;
    const counted = measures.map((measure, i) => [measure, rows.reduce((sum, row) => sum + countedIn(row, i), 0)]);
    const lost = leftOut.reduce((sum, each) => sum + each.rows, 0);
    return { type, asOf, profile, roundedTo, counted: Object.fromEntries(counted), leftOut: lost };
  });
}
