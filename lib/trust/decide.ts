import type { Identity } from '../kernel/identity.ts';
import type { AccessFile } from './access.ts';
import { issue, type Obligation } from './obligation.ts';

/**
 * What a subject may do with a type; undefined when nothing is granted. Where several grants name the type they are not
 * mixed (fields of one with areas of another would be more than either gave): the first in the file counts.
 */
export function decide(access: AccessFile, identity: Identity, type: string): Obligation | undefined {
  const grant = access.grants.find(g => identity.roles.includes(g.to) && (g.read[type] ?? g.read['*']) !== undefined);
  if (!grant) return undefined;
  const fields = grant.read[type] ?? grant.read['*'] ?? [];
  return issue({
    type,
    fields: fields === 'all' ? 'all' : new Set(fields),
    areas: grant.areas ?? 'all',
    statistics: grant.statistics,
  });
}
