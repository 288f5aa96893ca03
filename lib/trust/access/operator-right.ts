import { issue, type Obligation } from '../obligation.ts';

/**
 * Every right to a type, for the operator's own commands (`check`, benches): the account of the database is his own. No request
 * comes by it.
 */
export function operatorRight(type: string): Obligation {
  return issue({
    type,
    fields: 'all',
    counted: 'all',
    rows: true,
    masks: new Map(),
    areas: 'all',
    statistics: 'exact',
    purpose: undefined,
    permit: undefined,
    grant: undefined,
    policyVersion: 'operator',
  });
}
