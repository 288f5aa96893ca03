import type { ServerResponse } from 'node:http';
import { acceptedCoding, compress, leastCompressed } from '../../lib/web/index.ts';
import { linger } from './linger.ts';

/** Answers with JSON, as `application/json` unless another type is named. The header `connection: close` closes after a while. */
export function replyJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  replyBytes(response, status, Buffer.from(JSON.stringify(body)), headers);
}

/** The same, compressed where the client takes it so and the answer is long enough. */
export async function replyCompressed(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const text = Buffer.from(JSON.stringify(body));
  if (text.length < leastCompressed) return replyBytes(response, status, text, headers);
  const coding = acceptedCoding(response.req.headers['accept-encoding']);
  const bytes = coding === undefined ? text : await compress(text, coding);
  const coded = coding === undefined ? {} : { 'content-encoding': coding };
  replyBytes(response, status, bytes, { ...headers, ...coded, vary: 'accept-encoding' });
}

function replyBytes(
  response: ServerResponse,
  status: number,
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  if (headers.connection !== 'close') return void response.end(bytes);
  response.write(bytes);
  linger(response, () => response.end());
}
