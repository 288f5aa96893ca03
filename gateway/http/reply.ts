import type { ServerResponse } from 'node:http';

/** Ends a response with JSON, as `application/json` unless another type is named. */
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
  response.end(text);
}
