import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type VerifyRequest, identityHeader, readSignature, signatureHeader } from '../identity/index.ts';
import { CodedError, callerError } from '../kernel/coded-error.ts';
import { type Identity, publicIdentity, readIdentity } from '../kernel/identity.ts';
import type { Origin } from './recorded-context.ts';

/** Largest request, in bytes: 1,000 representations with room to spare. */
const bodyLimit = 8 * 1024 * 1024;

/** A request of which it is known who asks. */
export interface KnownRequest {
  readonly identity: Identity;
  /** Of a POST: its JSON. */
  readonly body: unknown;
}

/** Reads a request and who asks. `verify` is absent in demo mode. Throws what `refusalOf` takes. */
export async function readRequest(request: IncomingMessage, verify: VerifyRequest | undefined): Promise<KnownRequest> {
  const bytes = await bodyOf(request);
  const identity = identityOf(request, bytes, verify);
  return { identity, body: request.method === 'POST' ? JSON.parse(bytes.toString('utf8')) : undefined };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new RangeError('body');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** One value of a header; several are joined, and then fit no signature. */
function headerOf(request: IncomingMessage, name: string): string | undefined {
  return request.headersDistinct[name]?.join(', ');
}

function identityOf(request: IncomingMessage, body: Buffer, verify: VerifyRequest | undefined): Identity {
  const identity = headerOf(request, identityHeader) ?? '';
  const { method = 'GET', url: path = '/' } = request;
  verify?.({ method, path, body, identity }, headerOf(request, signatureHeader));
  const read = identity === '' ? publicIdentity : readIdentity(identity);
  if (read) return read;
  throw callerError('BAD_IDENTITY', {
    expected: `an identity in ${identityHeader}`,
    got: 'other text',
    todo: 'ask through a gateway of the same version',
  });
}

/** Where a request that was read comes from, for the ledger. */
export function originOf(request: IncomingMessage, verify: VerifyRequest | undefined): Origin {
  const id = headerOf(request, 'x-request-id') ?? '';
  const key = verify && readSignature(headerOf(request, signatureHeader) ?? '')?.stamp.key;
  // Another form would be a message of whoever asks.
  return { request: /^[\w-]{1,64}$/.test(id) ? id : randomUUID(), via: key ?? 'unsigned' };
}

/** What a request that could not be read is answered with. Rethrows a fault of ours. */
export function refusalOf(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof CodedError && error.kind === 'caller')
    return { status: 401, code: error.code, message: error.message };
  if (error instanceof RangeError) {
    const message = `Expected a body of at most ${bodyLimit} bytes, got more; ask for less at once.`;
    return { status: 413, code: 'BODY_TOO_LARGE', message };
  }
  if (error instanceof SyntaxError) {
    const message = 'Expected a JSON body, got something else; correct the request.';
    return { status: 400, code: 'BAD_JSON', message };
  }
  throw error;
}
