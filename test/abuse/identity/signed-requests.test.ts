import { type IncomingHttpHeaders, type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type HttpTransportOptions, httpTransport } from '../../../gateway/index.ts';
import { makeKeyPair, requestSigner, requestVerifier } from '../../../lib/identity/index.ts';
import { identityOfRole, writeIdentity } from '../../../lib/kernel/identity.ts';
import { type ServedDepartment, serveDepartment } from '../../../lib/subgraph/index.ts';
import { type TestCounty, openTestCounty } from '../../county.ts';

const [old, next, stranger] = [makeKeyPair(), makeKeyPair(), makeKeyPair()];
const query = '{ places(level: TOWN) { code } }';
const body = JSON.stringify({ query });

let county: TestCounty;
let grid: ServedDepartment;
const closing: (() => unknown)[] = [];
beforeAll(async () => {
  county = await openTestCounty('sqlite', 0.01);
  const gateways = [old.verifying, next.verifying];
  grid = await serveDepartment(county.departments.get('grid')!, 0, { gateways });
});
afterAll(async () => {
  await grid.close();
  await county.close();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise<void>(resolve => server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function transportTo(url: string, options: HttpTransportOptions) {
  const transport = httpTransport(url, options);
  closing.push(() => transport.close?.());
  return transport;
}

interface Captured {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request as the gateway sends it to `department`, caught on its way: nobody has taken it yet. */
async function capture(department: string, key = old): Promise<Captured> {
  const caught: Captured[] = [];
  const url = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      caught.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.end('{"data":null}');
    });
  });
  const transport = transportTo(url, { sign: requestSigner(key.signing, department) });
  await transport.execute({ query }, { identity: identityOfRole('analyst') });
  return caught[0]!;
}

const ours = ['content-type', 'countygraph-identity', 'countygraph-signature'] as const;

/** Sends what was caught to the grid, perhaps changed. */
async function send(
  caught: Captured,
  change: { headers?: Record<string, string>; body?: string; path?: string; method?: string } = {},
): Promise<[status: number, code: string | undefined]> {
  const kept = Object.fromEntries(ours.map(name => [name, String(caught.headers[name])]));
  const response = await fetch(new URL(change.path ?? '/', grid.url), {
    method: change.method ?? 'POST',
    headers: { ...kept, ...change.headers },
    body: change.body ?? caught.body,
  });
  const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return [response.status, answer.errors?.[0]?.extensions.code];
}

test('what the gateway signs is answered, once', async () => {
  const caught = await capture('grid');
  expect(await send(caught)).toEqual([200, undefined]);
  expect(await send(caught)).toEqual([401, 'REQUEST_REPLAYED']);
  expect(await send(caught)).toEqual([401, 'REQUEST_REPLAYED']);
});

test.each([
  ['a query', { method: 'POST', body }],
  ['the smallest query', { method: 'POST', body: '{"query":"{__typename}"}' }],
  ['no JSON', { method: 'POST', body: '{' }],
])('%s without a signature is refused', async (_, init) => {
  const headers = {
    'content-type': 'application/json',
    'countygraph-identity': writeIdentity(identityOfRole('analyst')),
  };
  const response = await fetch(grid.url, { ...init, headers });
  expect(response.status).toBe(401);
  const answer = (await response.json()) as Record<string, unknown>;
  expect(Object.keys(answer)).toEqual(['errors']);
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_UNSIGNED' } }] });
});

test('a query by GET needs a signature too; whether the department is up does not', async () => {
  const headers = { 'apollo-require-preflight': 'true' };
  const path = `/?${new URLSearchParams({ query })}`;
  const unsigned = await fetch(new URL(path, grid.url), { headers });
  expect(unsigned.status).toBe(401);
  const sign = requestSigner(old.signing, 'grid');
  const signed = sign({ method: 'GET', path, body: '', identity: '' });
  const answer = await fetch(new URL(path, grid.url), { headers: { ...headers, ...signed } });
  expect(await answer.json()).toMatchObject({ data: { places: expect.any(Array) } });
  const health = await fetch(new URL('health', grid.url));
  expect(await health.json()).toEqual({ department: 'grid', status: 'up' });
});

test('one changed byte of the body, at each place, is refused', async () => {
  const caught = await capture('grid');
  const bytes = Buffer.from(caught.body);
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[index]! ^= 1;
    expect(await send(caught, { body: changed.toString('latin1') })).toEqual([401, 'SIGNATURE_INVALID']);
  }
  expect(await send(caught, { body: `${caught.body} ` })).toEqual([401, 'SIGNATURE_INVALID']);
  // None of them has used the nonce up.
  expect(await send(caught)).toEqual([200, undefined]);
});

const signatureOf = ({ headers }: Captured): string[] => String(headers['countygraph-signature']).split(' ');

describe('a request that is right but for', () => {
  test.each<[string, (caught: Captured) => Parameters<typeof send>[1]]>([
    ['its identity', () => ({ headers: { 'countygraph-identity': writeIdentity(identityOfRole('auditor')) } })],
    ['an identity taken away', () => ({ headers: { 'countygraph-identity': '' } })],
    ['its path', () => ({ path: '/?more=1' })],
    ['its method', () => ({ method: 'PUT' })],
    ...[1, 2, 3, 4].map(
      part =>
        [
          `part ${part} of the signature`,
          (caught: Captured) => {
            const parts = signatureOf(caught);
            parts[part] =
              part === 2
                ? String(Number(parts[2]) + 1)
                : parts[part]!.replace(/^./, first => (first === 'A' ? 'B' : 'A'));
            return { headers: { 'countygraph-signature': parts.join(' ') } };
          },
        ] as [string, (caught: Captured) => Parameters<typeof send>[1]],
    ),
    ['a second signature', caught => ({ headers: { 'countygraph-signature': `${signatureOf(caught).join(' ')}, x` } })],
    ['an empty signature', () => ({ headers: { 'countygraph-signature': '' } })],
    ['a very long signature', () => ({ headers: { 'countygraph-signature': 'A'.repeat(10_000) } })],
  ])('%s is refused', async (_, change) => {
    const caught = await capture('grid');
    expect(await send(caught, change(caught))).toEqual([401, 'SIGNATURE_INVALID']);
  });
});

test('a request signed for the court is no use at the grid', async () => {
  expect(await send(await capture('court'))).toEqual([401, 'SIGNATURE_INVALID']);
});

test('the old key and the next are taken, a third is not', async () => {
  expect(await send(await capture('grid', old))).toEqual([200, undefined]);
  expect(await send(await capture('grid', next))).toEqual([200, undefined]);
  expect(await send(await capture('grid', stranger))).toEqual([401, 'SIGNATURE_INVALID']);
});

test.each([
  [-61_000, 'REQUEST_EXPIRED'],
  [61_000, 'REQUEST_EXPIRED'],
  [55_000, undefined],
])('a clock that is %d ms off: %s', async (off, code) => {
  const sign = requestSigner(old.signing, 'grid', () => Date.now() + off);
  const headers = { 'content-type': 'application/json', ...sign({ method: 'POST', path: '/', body, identity: '' }) };
  const answer = (await (await fetch(grid.url, { method: 'POST', headers, body })).json()) as {
    errors?: { extensions: { code: string } }[];
  };
  expect(answer.errors?.[0]?.extensions.code).toBe(code);
});

test('a repetition after a broken connection has a nonce of its own', async () => {
  const verify = requestVerifier({ department: 'grid', keys: [old.verifying] });
  const [signatures, codes]: [string[], unknown[]] = [[], []];
  const url = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = request.headers['countygraph-signature'] as string;
      signatures.push(signature);
      verify({ method: 'POST', path: '/', body: Buffer.concat(chunks), identity: '' }, signature);
      codes.push('taken');
      if (signatures.length < 3) request.socket.destroy();
      else response.end('{"data":{"__typename":"Query"}}');
    });
  });
  const transport = transportTo(url, { sign: requestSigner(old.signing, 'grid') });
  expect(await transport.execute({ query: '{ __typename }' }, {})).toEqual({ data: { __typename: 'Query' } });
  expect([new Set(signatures).size, codes.length]).toEqual([3, 3]);
});

test('equal reads of one subject share a request although no two signatures are alike', async () => {
  let asked = 0;
  const url = await listen((request, response) => {
    asked += 1;
    request.resume().on('end', () => setTimeout(() => response.end('{"data":{"a":1}}'), 100));
  });
  const transport = transportTo(url, { sign: requestSigner(old.signing, 'grid') });
  const as = (role: string) => transport.execute({ query: '{ a }' }, { identity: identityOfRole(role) });
  await Promise.all([as('judge'), as('judge'), as('judge'), as('clerk')]);
  expect(asked).toBe(2);
});

test('a subscription is signed', async () => {
  const verify = requestVerifier({ department: 'grid', keys: [old.verifying] });
  const identity = identityOfRole('judge');
  const url = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const parts = { method: 'POST', path: '/', body: Buffer.concat(chunks), identity: writeIdentity(identity) };
      verify(parts, request.headers['countygraph-signature'] as string | undefined);
      response.setHeader('content-type', 'text/event-stream');
      response.end('event: next\ndata: {"data":{"a":1}}\n\nevent: complete\ndata:\n\n');
    });
  });
  const transport = transportTo(url, { sign: requestSigner(old.signing, 'grid') });
  const events = [];
  for await (const event of transport.subscribe!({ query: 'subscription { a }' }, { identity })) events.push(event);
  expect(events).toEqual([{ data: { a: 1 } }]);
});
