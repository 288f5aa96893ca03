import type { GraphQLError } from 'graphql';
import type { ResponseError } from './response.ts';

export type RefusalCode =
  'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'FRAGMENT_CYCLE' | 'INTROSPECTION_DISABLED' | 'BAD_VARIABLES';

/** Messages of the GraphQL library repeat the caller's names, which may be as long as the body. */
const longestMessage = 500;

/** An operation that cannot be executed, with all that is wrong with it. */
export class RequestRefused extends Error {
  readonly errors: ResponseError[];

  constructor(code: RefusalCode, faults: readonly GraphQLError[]) {
    super(code);
    this.name = 'RequestRefused';
    this.errors = faults.map(({ message, locations }) => {
      return {
        message: message.slice(0, longestMessage),
        ...(locations && { locations: [...locations] }),
        extensions: { code },
      };
    });
  }
}
