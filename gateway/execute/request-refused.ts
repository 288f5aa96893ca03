import type { GraphQLError } from 'graphql';
import type { ResponseError } from './response.ts';

export type RefusalCode = 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_VARIABLES';

/** An operation that cannot be executed, with all that is wrong with it. */
export class RequestRefused extends Error {
  readonly errors: ResponseError[];

  constructor(code: RefusalCode, faults: readonly GraphQLError[]) {
    super(code);
    this.name = 'RequestRefused';
    this.errors = faults.map(({ message, locations }) => {
      return { message, ...(locations && { locations: [...locations] }), extensions: { code } };
    });
  }
}
