import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Answer, Client, QueryOptions } from '../../lib/sdk/index.ts';

/**
 * A client that asks the same question once at a time: whoever asks it while it is under way shares the answer. Browsers
 * keep six connections to a gateway, and a slow department should not hold several of them for one question.
 */
export function shareAnswers(client: Client): Client {
  const underWay = new Map<object, Map<string, Promise<Answer<unknown>>>>();
  return {
    query<Data, Variables extends object>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
      options: QueryOptions = {},
    ): Promise<Answer<Data>> {
      if (options.signal !== undefined) return client.query(document, variables, options);
      const questions = underWay.get(document) ?? new Map<string, Promise<Answer<unknown>>>();
      underWay.set(document, questions);
      const key = JSON.stringify(variables);
      const answer = questions.get(key) ?? client.query(document, variables).finally(() => questions.delete(key));
      questions.set(key, answer);
      return answer as Promise<Answer<Data>>;
    },
  };
}
