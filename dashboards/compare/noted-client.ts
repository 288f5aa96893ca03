import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Answer, Client, GraphError, QueryOptions } from '../../lib/sdk/index.ts';

/** A request as it was sent. */
export interface NotedRequest {
  readonly text: string;
  readonly variables: object;
}

/** A client that notes what it is asked and which errors came with the answers. */
export class NotedClient implements Client {
  readonly #client: Client;
  readonly requests: NotedRequest[] = [];
  readonly errors: GraphError[] = [];

  constructor(client: Client) {
    this.#client = client;
  }

  async query<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    options?: QueryOptions,
  ): Promise<Answer<Data>> {
    this.requests.push({ text: print(document), variables });
    const answer = await this.#client.query(document, variables, options);
    this.errors.push(...answer.errors);
    return answer;
  }
}
