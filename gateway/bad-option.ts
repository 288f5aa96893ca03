import { operatorError } from '../lib/kernel/coded-error.ts';

/** An option of the command that cannot be used. */
export function badOption(expected: string, got: string): Error {
  return operatorError('BAD_OPTION', { expected, got, todo: 'see docs/operations.md' });
}
