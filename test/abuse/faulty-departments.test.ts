import { type RequestListener, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Gateway, type HttpTransportOptions, createGateway, httpTransport } from '../../gateway/index.ts';
import { departmentTransports, supergraph } from '../unit/gateway/small-county.ts';

const query = '{ dispute(id: "d1") { id kind lawsuits { id } } }';

let closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map(close => close()));
  closing = [];
});

/** The small county, its court behind a server that answers as it likes. */
async function withCourt(
  listener: RequestListener,
  options: HttpTransportOptions = {},
): Promise<{ gateway: Gateway; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => listener(request, response));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const court = httpTransport(`http://127.0.0.1:${port}/graphql`, { deadline: 2_000, ...options });
  const gateway = createGateway({
    supergraphSdl: supergraph(),
    transports: departmentTransports().set('court', court),
  });
  closing.push(
    () => gateway.close(),
    async () => court.close?.(),
    () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { gateway, asked: () => asked };
}

function send(response: ServerResponse, body: string, type = 'application/json'): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

const right = JSON.stringify({ data: { _entities: [{ lawsuits: [{ id: 'l1' }] }] } });

/** An answer without end: 64 KiB again and again, as long as somebody reads. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(2 * 1024 ** 3) });
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const go = (): void => {
    while (!response.destroyed && response.write(chunk)) continue;
  };
  response.on('drain', go);
  go();
}

describe('a department that', () => {
  test.each<[string, string, RequestListener]>([
    ['resets the connection', 'SUBGRAPH_UNAVAILABLE', (_, response) => void response.destroy()],
    [
      'resets in the middle of an answer',
      'SUBGRAPH_UNAVAILABLE',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write(right.slice(0, 20), () => setTimeout(() => response.destroy(), 20));
      },
    ],
    ['hangs', 'SUBGRAPH_TIMEOUT', () => undefined],
    [
      'hangs in the middle of an answer',
      'SUBGRAPH_TIMEOUT',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write(right.slice(0, 20));
      },
    ],
    ['sends 2 GB', 'SUBGRAPH_ERROR', (_, response) => endless(response)],
    ['sends a page', 'SUBGRAPH_ERROR', (_, response) => send(response, '<html>nginx 10.1.2.3</html>', 'text/html')],
    ['sends half a JSON', 'SUBGRAPH_ERROR', (_, response) => send(response, right.slice(0, -9))],
    ['sends an empty body', 'SUBGRAPH_ERROR', (_, response) => send(response, '')],
    ['sends a number', 'SUBGRAPH_ERROR', (_, response) => send(response, '3')],
  ])('%s costs its own fields: %s', async (_, code, listener) => {
    const { gateway } = await withCourt(listener, { longest: 1024 * 1024 });
    const answer = await gateway.execute({ query });
    expect(answer.data).toEqual({ dispute: { id: 'd1', kind: 'LAND', lawsuits: null } });
    expect(answer.errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['dispute', 'lawsuits'], { code, service: 'court' }],
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/10\.1\.2\.3|nginx|127\.0|ECONN|socket/);
  });

  test('breaks a connection once is asked again, and nobody notices', async () => {
    let first = true;
    const { gateway, asked } = await withCourt((_, response) => {
      if (first) response.destroy();
      else send(response, right);
      first = false;
    });
    expect(await gateway.execute({ query })).toEqual({
      data: { dispute: { id: 'd1', kind: 'LAND', lawsuits: [{ id: 'l1' }] } },
    });
    expect(asked()).toBe(2);
  });

  test('breaks every connection is asked three times a request, and not for ever', async () => {
    const { gateway, asked } = await withCourt((_, response) => void response.destroy());
    await gateway.execute({ query });
    expect(asked()).toBe(3);
  });

  test('hangs is left alone after three answers missed, and asked again once it answers', async () => {
    let hangs = true;
    const { gateway, asked } = await withCourt(
      (_, response) => {
        if (!hangs) send(response, right);
      },
      { deadline: 100, breaker: { pause: 30 } },
    );
    const codes: unknown[] = [];
    for (let i = 0; i < 3; i += 1) codes.push((await gateway.execute({ query })).errors?.[0]?.extensions?.['code']);
    expect(codes).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT']);
    const before = asked();
    const many = await Promise.all(Array.from({ length: 20 }, () => gateway.execute({ query })));
    expect(new Set(many.map(answer => answer.errors?.[0]?.extensions?.['code']))).toEqual(
      new Set(['SUBGRAPH_UNAVAILABLE']),
    );
    // None of the twenty went out: at most a few looks of our own.
    expect(asked() - before).toBeLessThan(10);
    hangs = false;
    await expect
      .poll(async () => (await gateway.execute({ query })).errors, { timeout: 5_000, interval: 20 })
      .toBeUndefined();
  });

  test('is slow for a caller who goes away is not blamed', async () => {
    let slow = true;
    const { gateway } = await withCourt((_, response) => {
      if (slow) setTimeout(() => send(response, right), 150);
      else send(response, right);
    });
    for (let i = 0; i < 4; i += 1) await gateway.execute({ query }, { signal: AbortSignal.timeout(20) });
    slow = false;
    expect((await gateway.execute({ query })).errors).toBeUndefined();
  });
});
