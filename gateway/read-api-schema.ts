import { type GraphQLSchema, buildSchema } from 'graphql';
import { operatorError } from '../lib/kernel/coded-error.ts';
import { apiSchema } from './compose.ts';
import { withDefer } from './execute/defer/defer-usage.ts';

/** What clients see of a supergraph, or of a schema that is that already. Throws SCHEMA_INVALID. */
export function readApiSchema(sdl: string): GraphQLSchema {
  try {
    return withDefer(/\bjoin__Graph\b/.test(sdl) ? apiSchema(sdl) : buildSchema(sdl));
  } catch (cause) {
    throw operatorError(
      'SCHEMA_INVALID',
      {
        expected: 'a supergraph or an API schema',
        got: `text that is neither (${cause instanceof Error ? cause.message.split('\n')[0] : 'no reason'})`,
        todo: 'name a file that was composed or printed',
      },
      { cause },
    );
  }
}
