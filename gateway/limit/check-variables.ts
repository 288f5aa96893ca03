import { GraphQLError } from 'graphql';
import { RequestRefused } from '../execute/request-refused.ts';
import type { Row } from '../execute/response.ts';
import { inputTooDeep } from './check-text.ts';
import { LimitExceeded } from './limit-exceeded.ts';
import type { Limits } from './limits.ts';

type ValueLimits = Pick<Limits, 'inputDepth' | 'values'>;

/** Counts levels and values of the variables as they came. Throws LimitExceeded, and BAD_VARIABLES for `__proto__`. */
export function checkVariables(variables: Row, limits: ValueLimits): void {
  let values = 0;
  // Calls itself at most `inputDepth` times.
  const count = (value: unknown, level: number): void => {
    values += 1;
    if (values > limits.values) throw tooManyValues(limits.values);
    if (typeof value !== 'object' || value === null) return;
    if (level > limits.inputDepth) throw inputTooDeep(limits.inputDepth);
    if (Array.isArray(value)) return value.forEach(one => count(one, level + 1));
    for (const name of Object.keys(value)) {
      if (name === '__proto__') throw prototypeKey();
      count((value as Row)[name], level + 1);
    }
  };
  for (const name of Object.keys(variables)) {
    if (name === '__proto__') throw prototypeKey();
    count(variables[name], 1);
  }
}

function tooManyValues(limit: number): LimitExceeded {
  return new LimitExceeded('TOO_MANY_VALUES', 'values in the variables', 'more', 'send fewer', { limit });
}

/** Copied from object to object it would set a prototype in place of a value. */
function prototypeKey(): RequestRefused {
  const message = 'Expected variables without the key __proto__, got one; rename it.';
  return new RequestRefused('BAD_VARIABLES', [new GraphQLError(message)]);
}
