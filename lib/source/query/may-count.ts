import { callerError } from '../../kernel/coded-error.ts';
import type { Obligation, StatisticsProfile } from '../../trust/index.ts';

/** Whether rows may be counted at all, and how figures are then given out. Refusal: FORBIDDEN_STATISTICS. */
export function mayCount({ statistics }: Obligation): Exclude<StatisticsProfile, 'none'> {
  if (statistics !== 'none') return statistics;
  throw callerError('FORBIDDEN_STATISTICS', {
    expected: 'a grant of statistics',
    got: 'none',
    todo: 'ask the department for one',
  });
}
