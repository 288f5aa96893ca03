import { operatorError } from '../../kernel/coded-error.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';

/** A mapping's fault: one sentence with file and line. `path` leads to the entry. */
export function badMapping(
  read: ReadMapping,
  path: readonly string[],
  expected: string,
  got: string,
  options?: ErrorOptions,
): Error {
  return operatorError('BAD_MAPPING', { expected, got, todo: `correct ${read.where(...path)}` }, options);
}
