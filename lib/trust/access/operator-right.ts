import { issue, type Obligation, type StatisticsProfile } from '../obligation.ts';

/**
 * Every right to a type, for the operator's own commands (`check`, `disclosure attack`, benches): the account of the database is his own. No request
 * comes by it.
 */
export function operatorRight(type: string, statistics: StatisticsProfile = 'exact'): Obligation {
  return issue({
    type,
    fields: 'all',
    counted: 'all',
    rows: true,
    masks: new Map(),
    areas: 'all',
    statistics,
    purpose: undefined,
    permit: undefined,
    grant: undefined,
    policyVersion: 'operator',
  });
}
