import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { type Client, ClientError, type GraphError, type QueryOptions } from '../sdk/index.ts';
import type { RowsOf, Side } from './pair.ts';

/** A row that a system counts: no more of it is asked for than what links it. */
export interface LinkedRow {
  readonly id: string;
  /** The matter that both systems are about; null where the row names none. */
  readonly key: string | null;
  /** ISO day; null where it cannot be read. */
  readonly date: string | null;
  /** Code of its place; null where it is not known. */
  readonly place: string | null;
}

/** The reader may not have the rows, or the department does not answer. */
export class RowsRefused extends Error {
  readonly code: string;

  constructor([error]: readonly GraphError[]) {
    super(error?.message ?? 'No answer and no error.');
    this.code = error?.extensions?.code ?? 'SOURCE_UNAVAILABLE';
  }
}

interface Answer {
  readonly rows: {
    readonly nodes: readonly {
      readonly id: string;
      readonly date: string | null;
      readonly key?: { readonly id: string } | null;
      readonly place: { readonly code: string } | null;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

type Document = TypedDocumentNode<Answer, { filter: object; after?: string }>;

const pageSize = 500;
/** Of one condition; many keys make a long statement. */
const keysAtOnce = 200;

function documentOf({ list, typeName, id, date, key }: RowsOf): Document {
  const link = key === null ? '' : `key: ${key.field} { id: ${key.id} }`;
  return parse(`query ReconciliationOf${typeName}($filter: ${typeName}Filter!, $after: String) {
    rows: ${list}(first: ${pageSize}, after: $after, filter: $filter) {
      nodes { id: ${id} date: ${date} ${link} place { code } }
      pageInfo { hasNextPage endCursor }
    }
  }`);
}

async function pages(client: Client, rows: RowsOf, filter: object, options: QueryOptions): Promise<LinkedRow[]> {
  const document = documentOf(rows);
  const found: LinkedRow[] = [];
  let after: string | null = null;
  do {
    const answer: Answer = await page(client, document, { filter, ...(after === null ? {} : { after }) }, options);
    for (const { id, date, key, place } of answer.rows?.nodes ?? [])
      found.push({ id, date, place: place?.code ?? null, key: rows.key === null ? id : (key?.id ?? null) });
    after = answer.rows?.pageInfo.hasNextPage === true ? answer.rows.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

async function page(
  client: Client,
  document: Document,
  variables: { filter: object; after?: string },
  options: QueryOptions,
): Promise<Answer> {
  try {
    const { data, errors } = await client.query(document, variables, options);
    // A row without its id or link would look like one that is linked to nothing.
    if (data.rows === null || errors.length > 0) throw new RowsRefused(errors);
    return data;
  } catch (error) {
    if (error instanceof ClientError && error.errors.length > 0) throw new RowsRefused(error.errors);
    throw error;
  }
}

/**
 * The rows that a side counts from one day to another, inside some places.
 * @throws RowsRefused where the reader may not have them
 * @throws ClientError when there is no gateway
 */
export function listRows(
  client: Client,
  { rows }: Side,
  where: { readonly from: string; readonly to: string; readonly within: readonly string[] | null },
  options: QueryOptions,
): Promise<LinkedRow[]> {
  const filter = {
    [rows.date]: { gte: where.from, lte: where.to },
    ...valuesOf(rows),
    ...(where.within === null ? {} : { within: where.within }),
  };
  return pages(client, rows, filter, options);
}

function valuesOf({ where }: RowsOf): Record<string, { in: readonly string[] }> {
  return Object.fromEntries(Object.entries(where).map(([field, some]) => [field, { in: some }]));
}

/** The rows of a side's type that are about some matters, wherever and whenever: all, or those of the kinds that it counts. Errors as above. */
export async function rowsAbout(
  client: Client,
  { rows }: Side,
  keys: readonly string[],
  ofItsKind: boolean,
  options: QueryOptions,
): Promise<LinkedRow[]> {
  const found: LinkedRow[] = [];
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    const about = { [rows.key?.field ?? rows.id]: { in: keys.slice(at, at + keysAtOnce) } };
    found.push(...(await pages(client, rows, { ...(ofItsKind ? valuesOf(rows) : {}), ...about }, options)));
  }
  return found;
}
