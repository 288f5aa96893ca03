import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { canaries } from '../../../lib/synthetic/canaries.ts';
import { lookForCanaries } from '../watch.ts';

const [canary] = canaries;
const { name = '', number = '', phone = '' } = canary ?? {};

async function answered(path: string, listener: RequestListener): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)).arrayBuffer();
  await new Promise(resolve => server.close(resolve));
}

test('a name in an answer', () => answered('/name', (_, response) => response.end(JSON.stringify({ data: { name } }))));

test('a number in a compressed answer', () =>
  answered('/gzip', (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync(JSON.stringify({ number })));
  }));

test('a telephone in a cursor', () =>
  answered('/cursor', (_, response) => response.end(Buffer.from(JSON.stringify(['x', phone])).toString('base64url'))));

test('a name in two parts of a stream', () =>
  answered('/stream', (_, response) => {
    const bytes = Buffer.from(`data: ${name}\n\n`);
    response.write(bytes.subarray(0, 8));
    response.end(bytes.subarray(8));
  }));

test('a number in a header', () =>
  answered('/header', (_, response) => response.writeHead(200, { 'x-person': number }).end()));

test('a name on the standard error of a program', () => {
  execFileSync(process.execPath, ['-e', `console.error(${JSON.stringify(name)})`], { stdio: 'ignore' });
});

test('a number in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leak-'));
  appendFileSync(join(folder, 'leak.log'), `{"recipient":"${number}"}\n`);
  rmSync(folder, { recursive: true });
});

test('a name in a trace', () =>
  lookForCanaries('traces', 'trace /v1/traces', `{"value":"${escape(name).replaceAll('%u', '\\u')}"}`));

test('are not noticed by the test itself', () => expect(canary).toBeDefined());
