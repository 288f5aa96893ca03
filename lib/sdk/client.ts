import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { ClientError, type GraphError } from './client-error.ts';
import { httpExecute, type HttpOptions } from './http.ts';

/** A GraphQL request in the form in which it travels. */
export interface RawRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A GraphQL answer in the form in which it travels. */
export interface RawAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphError[];
}

export interface QueryOptions {
  /** Ends the request: `query` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Carries one request to a gateway: over HTTP, or as a call in the same process. Rejects when the signal ends it. */
export type Execute = (request: RawRequest, options: QueryOptions) => Promise<RawAnswer>;

/** `data` has null where a department did not answer; `errors` then name the path, the code and the department. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly GraphError[];
}

export interface Client {
  /**
   * Asks one question, typed by its document. Leave optional variables out instead of giving null.
   * @throws ClientError when there is no answer at all
   */
  query<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    options?: QueryOptions,
  ): Promise<Answer<Data>>;
}

/** A client of a gateway: at an address, or through a function of the same process. */
export function createClient(options: HttpOptions | { readonly execute: Execute }): Client {
  const execute = 'execute' in options ? options.execute : httpExecute(options);
  const texts = new WeakMap<object, string>();
  return {
    async query<Data, Variables extends object>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
      queryOptions: QueryOptions = {},
    ): Promise<Answer<Data>> {
      const query = texts.get(document) ?? print(document);
      texts.set(document, query);
      const { data, errors = [] } = await execute(
        { query, variables: Object.fromEntries(Object.entries(variables)) },
        queryOptions,
      );
      if (data === undefined || data === null) throw refusal(errors);
      return { data: data as Data, errors };
    },
  };
}

function refusal(errors: readonly GraphError[]): ClientError {
  return new ClientError(
    'REQUEST_REFUSED',
    {
      expected: 'a request that the gateway takes',
      got: errors[0] === undefined ? 'an answer without data' : `the refusal "${errors[0].message}"`,
      todo: 'correct the request, or renew its token',
    },
    errors,
  );
}
