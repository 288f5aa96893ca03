import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { PlaceLevel } from '../kernel/area-code.ts';
import type { MissingReason } from '../kernel/missing.ts';
import type { PeriodUnit } from '../kernel/period.ts';
import { type CellStatus, type Client, ClientError, type GraphError, type QueryOptions } from '../sdk/index.ts';
import type { Histogram } from './formula/formula.ts';
import type { StatisticsQuery } from './plan.ts';
import { recordTypes } from './record-type.ts';

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

/** CLOSING_MODE of closingMode: fields as the schema's enums of dimensions name them. */
function screaming(field: string): string {
  return field.replaceAll(/([A-Z])/g, '_$1').toUpperCase();
}

/**
 * Sends the queries side by side, each as its registered operation, so that a slow or dead department holds up no other.
 * @throws ClientError when there is no gateway
 */
export async function askAll(
  client: Client,
  queries: readonly StatisticsQuery[],
  options: QueryOptions,
): Promise<Map<string, Source>> {
  const sources = await Promise.all(queries.map(query => ask(client, query, options)));
  return new Map(sources.map(source => [sourceKey(source.query), source]));
}

/**
 * Sends one query. A department that does not answer is a source with a fault.
 * @throws ClientError when there is no gateway
 */
export async function ask(client: Client, query: StatisticsQuery, options: QueryOptions): Promise<Source> {
  // Each document takes the measures of its own type; measure() and durations() have checked them.
  const document = recordTypes[query.type].statistics as TypedDocumentNode<{ stats: Statistics | null }, Variables>;
  const { terms, by, unit, from, to, level, within, asOf } = query;
  const variables: Variables = {
    measures: terms.map(term => term.measure),
    period: { unit, from, to },
    level,
    ...(by.length === 0 ? {} : { by: by.map(screaming) }),
    ...(within === null ? {} : { within }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  try {
    const { data, errors } = await client.query(document, variables, options);
    if (data.stats === null) return faulty(query, errors);
    return { query, statistics: data.stats, rows: indexRows(data.stats.rows), fault: null };
  } catch (error) {
    // The gateway may serve a county that lacks this department; no gateway at all is another matter.
    if (error instanceof ClientError && error.errors.length > 0) return faulty(query, error.errors);
    throw error;
  }
}

function indexRows(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, row => rowKey(row.period, row.area));
}

function faulty(query: StatisticsQuery, errors: readonly GraphError[]): Source {
  return { query, statistics: null, rows: new Map(), fault: errors[0] ?? { message: 'No answer and no error.' } };
}
