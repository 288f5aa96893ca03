import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpFault } from './fault.ts';
import { linger } from './linger.ts';

/** Answers what is not HTTP, or has more than 16 KiB of address and headers: there is no request to reply to. */
export function refuseMessage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET') return void socket.destroy();
  // Each further piece of the same message is a fault too.
  if (!socket.writable) return;
  const { status, body } = faultOf(error.code);
  const text = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
  linger(socket, () => socket.destroy());
}

function faultOf(code: string | undefined): HttpFault {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const message = 'Expected at most 16 KiB of address and headers, got more; send the query by POST.';
    return new HttpFault(431, 'HEADERS_TOO_LARGE', message);
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new HttpFault(408, 'REQUEST_TIMEOUT', 'Expected a whole request, got a part of it; send it faster.');
  }
  return new HttpFault(400, 'BAD_REQUEST', 'Expected an HTTP request, got other bytes; use an HTTP client.');
}
