import { writeIdentity } from '../../lib/kernel/identity.ts';
import type { RequestContext } from './transport.ts';

/**
 * Who asks, as headers that the department reads. Its answer, and what it may show, depends on nothing else that goes with a
 * request, so all of it tells reads of one subject from another's.
 */
export function identityOf({ identity }: RequestContext): Readonly<Record<string, string>> {
  return identity === undefined ? {} : { 'countygraph-identity': writeIdentity(identity) };
}
