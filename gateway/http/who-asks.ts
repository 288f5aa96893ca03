import type { IncomingMessage } from 'node:http';
import { CodedError } from '../../lib/kernel/coded-error.ts';
import type { Identity } from '../../lib/kernel/identity.ts';
import type { Authenticate } from '../../lib/identity/index.ts';
import { HttpFault } from './fault.ts';

const statuses = new Map<string, [status: number, headers: Record<string, string>]>([
  ['UNAUTHENTICATED', [401, { 'www-authenticate': 'Bearer' }]],
  ['PURPOSE_NOT_ALLOWED', [403, {}]],
  ['IDENTITY_UNAVAILABLE', [503, { 'retry-after': '5' }]],
]);

/** Who makes a request; undefined for one without credentials of which nothing is said. Rejects with HttpFault. */
export async function whoAsks(request: IncomingMessage, authenticate: Authenticate): Promise<Identity | undefined> {
  try {
    return await authenticate(request);
  } catch (error) {
    const [status, headers] = (error instanceof CodedError && statuses.get(error.code)) || [];
    if (status === undefined) throw error;
    const { code, message } = error as CodedError;
    throw new HttpFault(status, code, message, headers);
  }
}
