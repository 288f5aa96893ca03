import type { IncomingMessage } from 'node:http';
import { HttpFault } from './fault.ts';

/** A request's body as text. Reads little more than `maxBody` bytes, whatever comes. Throws HttpFault. */
export async function readBody(request: IncomingMessage, maxBody: number): Promise<string> {
  refuseEncoding(request.headers['content-encoding']);
  const body = await collect(request, maxBody);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpFault(400, 'BAD_ENCODING', 'Expected a body in UTF-8, got other bytes; encode it so.');
  }
}

/** A few compressed bytes may unpack to gigabytes, so nothing is unpacked. */
function refuseEncoding(encoding = ''): void {
  if (encoding === '' || encoding.trim().toLowerCase() === 'identity') return;
  const message = 'Expected a body as it is, got a compressed one; send it without content-encoding.';
  throw new HttpFault(415, 'CONTENT_ENCODING_REFUSED', message, { 'accept-encoding': 'identity' });
}

function collect(request: IncomingMessage, maxBody: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBody) return void chunks.push(chunk);
      request.pause();
      reject(tooLarge(maxBody));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

function tooLarge(maxBody: number): HttpFault {
  const message = `Expected a body of at most ${maxBody} bytes, got more; ask for less at once or use variables.`;
  return new HttpFault(413, 'BODY_TOO_LARGE', message, { connection: 'close' });
}
