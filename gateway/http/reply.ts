import type { ServerResponse } from 'node:http';
import { linger } from './linger.ts';

/** Answers with JSON, as `application/json` unless another type is named. The header `connection: close` closes after a while. */
export function replyJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  if (headers.connection !== 'close') return void response.end(text);
  response.write(text);
  linger(response, () => response.end());
}
