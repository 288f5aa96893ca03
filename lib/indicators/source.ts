import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { PlaceLevel } from '../kernel/area-code.ts';
import type { MissingReason } from '../kernel/missing.ts';
import type { PeriodUnit } from '../kernel/period.ts';
import { screaming } from '../kernel/screaming.ts';
import { type CellStatus, type Client, ClientError, type GraphError, type QueryOptions } from '../sdk/index.ts';
import type { Histogram } from './formula/formula.ts';
import type { StatisticsQuery } from './plan.ts';
import { recordTypes } from './record-type.ts';
import { span } from './window.ts';

/** One period and area of an answer; `values` in the order of the measures asked, `durations` in that of their lengths. */
export interface Row {
  readonly period: string;
  readonly area: string | null;
  /** Dimensions asked for, each under its own name. */
  readonly [dimension: string]: unknown;
  readonly values: readonly (number | null)[];
  readonly statuses: readonly CellStatus[] | null;
  /** How far a protected value may be from the truth, in 95 of 100 cells. */
  readonly margins: readonly (number | null)[] | null;
  readonly durations: readonly Histogram[];
}

interface Statistics {
  readonly asOf: string;
  /** What counts are rounded to by town and month; null where they are exact. */
  readonly roundedTo: number | null;
  /** Measures that the department's database cannot answer. */
  readonly notKept: readonly string[];
  /** Places that the reader may see, with all inside them; null: all. */
  readonly granted: readonly string[] | null;
  readonly rows: readonly Row[];
  readonly leftOut: readonly {
    readonly measure: string;
    readonly area: string | null;
    readonly reason: MissingReason;
    readonly rows: number;
  }[];
}

interface Variables {
  readonly measures: readonly string[];
  readonly by?: readonly string[];
  readonly period: { readonly unit: PeriodUnit; readonly from: string; readonly to: string };
  readonly within?: readonly string[];
  readonly level: PlaceLevel;
  readonly asOf?: string;
  readonly alsoWider?: true;
  readonly wider?: PlaceLevel;
  readonly widerWithin?: readonly string[];
}

interface Answers {
  readonly stats: Statistics | null;
  readonly wider?: Statistics | null;
}

/** What one department answered to one query, or why it did not. */
export interface Source {
  readonly query: StatisticsQuery;
  readonly statistics: Statistics | null;
  /** By rowKey; several where rows are told apart by dimensions. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly fault: GraphError | null;
}

/** Finds the row of a period and area; area null: rows of no known area. */
export function rowKey(period: string, area: string | null): string {
  return `${period} ${area ?? ''}`;
}

/** Finds the source of a type of record; there is one query for each. */
export function sourceKey({ type, unit, level, by }: Pick<StatisticsQuery, 'type' | 'unit' | 'level' | 'by'>): string {
  return [type, unit, level, ...by].join(' ');
}

/** Queries that are one question to a department: for the towns of a county and the county, or one alone. */
export type Question = readonly [query: StatisticsQuery, wider?: StatisticsQuery];

/** Those of one type for towns and county go together: the department answers both with one statement. */
export function questionsOf(queries: readonly StatisticsQuery[]): Question[] {
  const alike = Map.groupBy(queries, ({ type, unit, by, asOf }) => JSON.stringify([type, unit, by, asOf]));
  return [...alike.values()].flatMap((group): Question[] => {
    const [towns, county] = ['TOWN', 'COUNTY'].map(level => group.find(query => query.level === level));
    if (!towns || !county) return group.map(query => [query]);
    return [
      [towns, county],
      ...group.filter(query => query !== county && query !== towns).map((query): Question => [query]),
    ];
  });
}

/**
 * Sends the queries side by side, each question as its registered operation, so that a slow or dead department holds up no other.
 * @throws ClientError when there is no gateway
 */
export async function askAll(
  client: Client,
  queries: readonly StatisticsQuery[],
  options: QueryOptions,
): Promise<Map<string, Source>> {
  const sources = await Promise.all(questionsOf(queries).map(question => ask(client, question, options)));
  return new Map(sources.flat().map(source => [sourceKey(source.query), source]));
}

/**
 * Sends one question; a source for each of its queries. A department that does not answer is a source with a fault.
 * @throws ClientError when there is no gateway
 */
export async function ask(client: Client, question: Question, options: QueryOptions): Promise<Source[]> {
  const [query, wider] = question;
  // Each document takes the measures of its own type; measure() and durations() have checked them.
  const document = recordTypes[query.type].statistics as TypedDocumentNode<Answers, Variables>;
  const asked = wider === undefined ? [query] : [query, wider];
  try {
    const { data, errors } = await client.query(document, variablesOf(question), options);
    return asked.map(each => {
      const [name, statistics] = each === query ? (['stats', data.stats] as const) : (['wider', data.wider] as const);
      if (!statistics) return faulty(each, errors.find(({ path }) => path?.[0] === name) ?? errors[0]);
      return { query: each, statistics, rows: indexRows(statistics.rows), fault: null };
    });
  } catch (error) {
    // The gateway may serve a county that lacks this department; no gateway at all is another matter.
    if (!(error instanceof ClientError) || error.errors.length === 0) throw error;
    return asked.map(each => faulty(each, error.errors[0]));
  }
}

function variablesOf([query, wider]: Question): Variables {
  const { terms, by, unit, level, within, asOf } = query;
  return {
    measures: terms.map(term => term.measure),
    period: { unit, ...span([query, ...(wider ? [wider] : [])].flatMap(({ from, to }) => [from, to])) },
    level,
    ...(by.length === 0 ? {} : { by: by.map(screaming) }),
    ...(within === null ? {} : { within }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(wider === undefined ? {} : { alsoWider: true, wider: wider.level }),
    ...(wider === undefined || wider.within === null ? {} : { widerWithin: wider.within }),
  };
}

function indexRows(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, row => rowKey(row.period, row.area));
}

function faulty(query: StatisticsQuery, error: GraphError | undefined): Source {
  return { query, statistics: null, rows: new Map(), fault: error ?? { message: 'No answer and no error.' } };
}
