import type { RequestContext } from './transport.ts';

/**
 * Who asks, as headers that the department reads. Its answer, and what it may show, depends on nothing else that goes with a
 * request, so all of it tells reads of one subject from another's.
 */
export function identityOf({ subject }: RequestContext): Readonly<Record<string, string>> {
  return subject === undefined ? {} : { 'countygraph-subject': subject };
}
