import { callerError } from '../../kernel/coded-error.ts';
import type { Obligation } from '../../trust/index.ts';

/** Whether rows may be counted at all. Refusal: FORBIDDEN_STATISTICS. */
export function mayCount({ statistics }: Obligation): void {
  if (statistics === 'exact') return;
  throw callerError('FORBIDDEN_STATISTICS', {
    expected: 'a grant of statistics',
    got: 'none',
    todo: 'ask the department for one',
  });
}
