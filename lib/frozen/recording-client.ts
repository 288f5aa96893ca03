import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { type Answer, type Client, ClientError, type GraphError } from '../sdk/index.ts';

/** A question to the gateway as it was sent, and what came back. */
export interface Exchange {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  readonly errors: readonly GraphError[];
}

/** A client that notes all that it is asked and answered. Refusals are noted as answers without data. */
export function recordingClient(client: Client): { readonly client: Client; readonly exchanges: readonly Exchange[] } {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    client: {
      async query(document, variables, options) {
        const asked = { query: print(document), variables: plain(variables) };
        try {
          const answer = await client.query(document, variables, options);
          exchanges.push({ ...asked, ...answer });
          return answer;
        } catch (error) {
          if (error instanceof ClientError && error.errors.length > 0)
            exchanges.push({ ...asked, data: null, errors: error.errors });
          throw error;
        }
      },
    },
  };
}

/** A client that answers from what was noted, and asks nobody; `null` answers of the whole are refused again. */
export function replayingClient(exchanges: readonly Exchange[]): Client {
  const noted = new Map(exchanges.map(exchange => [keyOf(exchange.query, exchange.variables), exchange]));
  return {
    async query<Data, Variables extends object>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ): Promise<Answer<Data>> {
      const exchange = noted.get(keyOf(print(document), plain(variables)));
      if (exchange === undefined) throw new NotNoted();
      const { data, errors } = exchange;
      if (data !== null) return { data: data as Data, errors };
      const parts = { expected: 'an answer', got: 'the refusal that was noted', todo: 'read its errors' };
      throw new ClientError('REQUEST_REFUSED', parts, errors);
    },
  };
}

/** Present definitions ask for what was not asked when the figures were frozen. */
export class NotNoted extends Error {}

function plain(variables: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function keyOf(query: string, variables: Readonly<Record<string, unknown>>): string {
  return `${query}\n${JSON.stringify(variables)}`;
}
