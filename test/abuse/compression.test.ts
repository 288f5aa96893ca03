import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGateway, httpTransport, inProcessTransport, serveGateway } from '../../gateway/index.ts';
import { serveDepartment } from '../../lib/subgraph/index.ts';
import { openTestCounty } from '../county.ts';
import { smallSupergraph } from '../unit/gateway/small-graph.ts';

const supergraphSdl = smallSupergraph(['type Query { text(size: Int!): String }']);
const long = '纠纷'.repeat(10_000);

/** Asks without unpacking what comes. */
async function ask(url: string, headers: IncomingHttpHeaders): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const sent = request(url, { headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { headers: response.headers, body: await buffer(response) };
}

const unpack: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  none: body => body,
};

describe('an answer to a client', () => {
  const text = inProcessTransport(async ({ variables, query }) => ({
    data: { text: long.slice(0, Number(variables?.['size'] ?? /size: (\d+)/.exec(query)?.[1])) },
  }));
  const gateway = createGateway({ supergraphSdl, transports: new Map([['s0', text]]) });
  let servers: Awaited<ReturnType<typeof serveGateway>>[];
  beforeAll(async () => {
    servers = [await serveGateway(gateway, { port: 0 }), await serveGateway(gateway, { port: 0, compression: false })];
  });
  afterAll(async () => {
    await Promise.all(servers.map(server => server.close()));
    await gateway.close();
  });

  test.each([
    ['br', 'gzip, deflate, br', 20_000, 0],
    ['gzip', 'gzip', 20_000, 0],
    ['gzip', 'br;q=0.5, gzip;q=0.8', 20_000, 0],
    ['gzip', 'br;q=0, gzip', 20_000, 0],
    ['none', 'deflate, zstd', 20_000, 0],
    ['none', 'gzip;q=0', 20_000, 0],
    ['none', 'gzip;q=high, brr', 20_000, 0],
    ['none', undefined, 20_000, 0],
    ['none', 'br', 500, 0],
    ['none', 'br', 20_000, 1],
  ])('goes as %s to one who accepts %s, of %i signs, by server %i', async (coding, accepted, size, server) => {
    const url = `${servers[server]!.url}/graphql?${new URLSearchParams({ query: `{ text(size: ${size}) }` })}`;
    const { headers, body } = await ask(url, accepted === undefined ? {} : { 'accept-encoding': accepted });
    expect(headers['content-encoding'] ?? 'none').toBe(coding);
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['vary']).toBe(size === 500 || server === 1 ? undefined : 'accept-encoding');
    expect(JSON.parse(unpack[coding]!(body).toString())).toEqual({ data: { text: long.slice(0, size) } });
    if (coding !== 'none') expect(body.length).toBeLessThan(2_000);
  });
});

/** What a department's answer becomes, which it sends by `listener`. */
async function through(listener: RequestListener, compress = true) {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const transport = httpTransport(`http://127.0.0.1:${port}/graphql`, { compress, longest: 4 * 1024 * 1024 });
  const gateway = createGateway({ supergraphSdl, transports: new Map([['s0', transport]]) });
  const answer = await gateway.execute({ query: '{ text(size: 1) }' });
  await gateway.close();
  await transport.close?.();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  return answer;
}

const right = Buffer.from(JSON.stringify({ data: { text: long } }));
const encoded =
  (coding: string, body: Buffer): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding }).end(body);

describe('an answer of a department', () => {
  test('is asked for as gzip only where that is configured, and read', async () => {
    const asked: (string | undefined)[] = [];
    const listener: RequestListener = (incoming, response) => {
      asked.push(incoming.headers['accept-encoding'] as string | undefined);
      encoded('gzip', gzipSync(right))(incoming, response);
    };
    for (const compress of [true, false]) expect(await through(listener, compress)).toEqual({ data: { text: long } });
    expect(asked).toEqual(['gzip', undefined]);
  });

  const before = process.memoryUsage().rss;
  test.each([
    // 2 GB of zeros, in chunks so that the test itself holds them once only.
    ['is a bomb', encoded('gzip', Buffer.concat(Array(32).fill(gzipSync(Buffer.alloc(64 * 1024 * 1024)))))],
    ['is one megabyte too large unpacked', encoded('gzip', gzipSync(Buffer.alloc(5 * 1024 * 1024, ' ')))],
    ['is cut', encoded('gzip', gzipSync(right).subarray(0, -20))],
    ['is no gzip', encoded('gzip', right)],
    ['is empty', encoded('gzip', Buffer.alloc(0))],
    ['is in a coding that nobody asked for', encoded('br', brotliCompressSync(right))],
    ['is in two codings', encoded('gzip, gzip', gzipSync(gzipSync(right)))],
  ])('that %s costs its own fields', async (_, listener) => {
    expect(await through(listener)).toMatchObject({
      data: { text: null },
      errors: [{ path: ['text'], extensions: { code: 'SUBGRAPH_ERROR', service: 's0' } }],
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024);
  });
});

test('a department compresses for a gateway that asks for it', async () => {
  const county = await openTestCounty('sqlite', 0.01);
  const grid = await serveDepartment(county.departments.get('grid')!, 0, { gateways: 'demo' });
  const url = `${grid.url}?${new URLSearchParams({ query: '{ places { code name level } }' })}`;
  const headers = { 'apollo-require-preflight': 'true' };
  const [plain, small] = [await ask(url, headers), await ask(url, { ...headers, 'accept-encoding': 'gzip' })];
  expect([plain.headers['content-encoding'], small.headers['content-encoding']]).toEqual([undefined, 'gzip']);
  expect(small.body.length).toBeLessThan(plain.body.length / 2);
  expect(gunzipSync(small.body).toString()).toBe(plain.body.toString());
  await grid.close();
  await county.close();
});
