import { writeIdentity } from '../../lib/kernel/identity.ts';
import { type SignRequest, identityHeader } from '../../lib/identity/index.ts';
import type { RequestContext } from './transport.ts';

/**
 * Who asks, as the header that the department reads; empty for nobody. Its answer, and what it may show, depends on nothing else that
 * goes with a request, so all of it tells reads of one subject from another's.
 */
export function identityOf({ identity }: RequestContext): string {
  return identity === undefined ? '' : writeIdentity(identity);
}

/** The headers of who asks, for a request that is sent once: a repetition needs a signature of its own. */
export function identityHeaders(
  sign: SignRequest | undefined,
  {
    method = 'POST',
    ...parts
  }: { readonly method?: string; readonly path: string; readonly body: string; readonly identity: string },
): Readonly<Record<string, string>> {
  const header = parts.identity === '' ? {} : { [identityHeader]: parts.identity };
  return { ...header, ...sign?.({ method, ...parts }) };
}
