import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { recordTypes } from '../indicators/index.ts';
import { parsePeriod, periodRange } from '../kernel/period.ts';
import { ClientError, type Client, type GraphError, type QueryOptions } from '../sdk/index.ts';
import type { Watched } from './watched.ts';

/** Monthly counts of one category in one town. */
export interface CountSeries {
  readonly watched: Watched;
  readonly category: string;
  /** Code of the town. */
  readonly area: string;
  /** One a month; null where the department does not give the count out. */
  readonly counts: readonly (number | null)[];
}

export interface CountedMonths {
  /** Labels: 2026-08. */
  readonly months: readonly string[];
  readonly series: readonly CountSeries[];
  /** Earliest cut-off of the departments that answered; null when none did. */
  readonly asOf: string | null;
  /** Types whose department did not answer, and what it said. */
  readonly silent: readonly { readonly type: string; readonly message: string }[];
}

interface Statistics {
  readonly asOf: string;
  readonly notKept: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly period: string;
  readonly area: string | null;
  readonly values: readonly (number | null)[];
  readonly statuses: readonly string[] | null;
  readonly [dimension: string]: unknown;
}

interface Variables {
  readonly measures: readonly string[];
  readonly by: readonly string[];
  readonly period: { readonly unit: 'MONTH'; readonly from: string; readonly to: string };
  readonly level: 'TOWN';
}

/**
 * Counts of all that is watched, by town and month: one query for each type of record, grouped in the department's database.
 * Rows of no known town or category are left out. A department that is away costs its own series only.
 * @throws ClientError when there is no gateway
 */
export async function countSeries(
  client: Client,
  watched: readonly Watched[],
  { from, to }: { readonly from: string; readonly to: string },
  options: QueryOptions = {},
): Promise<CountedMonths> {
  const months = periodRange(parsePeriod(from), parsePeriod(to)).map(({ label }) => label);
  const answers = await Promise.all(watched.map(each => ask(client, each, { from, to }, options)));
  const cutOffs = answers.flatMap(({ statistics }) => statistics?.asOf ?? []).sort();
  return {
    months,
    series: answers.flatMap((answer, i) => {
      const what = watched[i];
      return answer.statistics === null || what === undefined ? [] : seriesOf(what, answer.statistics, months);
    }),
    asOf: cutOffs[0] ?? null,
    silent: answers.flatMap(({ fault }, i) => (fault === null ? [] : { type: watched[i]?.type ?? '', ...fault })),
  };
}

async function ask(client: Client, what: Watched, range: { from: string; to: string }, options: QueryOptions) {
  const document = recordTypes[what.type].statistics as TypedDocumentNode<{ stats: Statistics | null }, Variables>;
  const variables: Variables = {
    measures: [what.measure],
    by: [what.by],
    period: { unit: 'MONTH', ...range },
    level: 'TOWN',
  };
  try {
    const { data, errors } = await client.query(document, variables, options);
    if (data.stats === null) return { statistics: null, fault: { message: said(errors) } };
    if (data.stats.notKept.includes(what.measure))
      return { statistics: null, fault: { message: 'Its database does not keep what is counted.' } };
    return { statistics: data.stats, fault: null };
  } catch (error) {
    // The gateway may serve a county that lacks this department; no gateway at all is another matter.
    if (!(error instanceof ClientError) || error.errors.length === 0) throw error;
    return { statistics: null, fault: { message: said(error.errors) } };
  }
}

function said(errors: readonly GraphError[]): string {
  return errors[0]?.message ?? 'No answer and no error.';
}

function seriesOf(watched: Watched, { rows }: Statistics, months: readonly string[]): CountSeries[] {
  const place = new Map(months.map((label, i) => [label, i]));
  const found = new Map<string, { category: string; area: string; counts: (number | null)[] }>();
  for (const row of rows) {
    const [category, month] = [row[watched.field], place.get(row.period)];
    if (typeof category !== 'string' || row.area === null || month === undefined) continue;
    const key = `${row.area} ${category}`;
    const series = found.get(key) ?? { category, area: row.area, counts: months.map(() => 0) };
    found.set(key, series);
    series.counts[month] = row.statuses?.[0] === 'SUPPRESSED' ? null : (row.values[0] ?? null);
  }
  return [...found.keys()].sort().flatMap(key => {
    const series = found.get(key);
    return series === undefined ? [] : { watched, ...series };
  });
}
