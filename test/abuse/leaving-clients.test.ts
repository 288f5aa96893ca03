import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, type RunningServer, createGateway, serveGateway } from '../../gateway/index.ts';
import { smallSupergraph } from '../unit/gateway/small-graph.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const sdl = 'type Query { quick: String slow: String long: String }';
const requests = 5;
/** Longer than what the system keeps for a connection whose other end does not read. */
const long = '长'.repeat(6 * 1024 * 1024);

let gateway: Gateway;
let server: RunningServer;
/** What the department has still to answer. */
let waiting: Set<ServerResponse>;
let closeDepartment: () => Promise<unknown>;
let sockets: Socket[];

async function serve(patience?: number): Promise<void> {
  server = await serveGateway(gateway, { port: 0, compression: false, ...(patience !== undefined && { patience }) });
}

beforeEach(async () => {
  sockets = [];
  waiting = new Set();
  const department = createServer(async (request, response) => {
    const query = await text(request);
    if (query.includes('quick')) response.end('{"data":{"quick":"yes"}}');
    else if (query.includes('long')) response.end(JSON.stringify({ data: { long } }));
    else {
      waiting.add(response);
      response.once('close', () => waiting.delete(response));
    }
  });
  await new Promise<void>(resolve => department.listen(0, '127.0.0.1', resolve));
  closeDepartment = () => {
    department.closeAllConnections();
    return new Promise(resolve => department.close(resolve));
  };
  const url = `http://127.0.0.1:${(department.address() as AddressInfo).port}/graphql`;
  gateway = createGateway({
    supergraphSdl: smallSupergraph([sdl]).replace('http://127.0.0.1:9/graphql', url),
    limits: { requests },
    // Each of those that wait is to be a request of its own at the department.
    departmentOptions: () => ({ shareReads: false }),
  });
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await server.close();
  await gateway.close();
  await closeDepartment();
});

const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

function messageOf(query: string): string {
  const body = JSON.stringify({ query });
  return head(body.length) + body;
}

/** A client that has sent so much and reads nothing. */
async function client(message: string): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1').pause();
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  await new Promise(resolve => socket.write(message, resolve));
  return socket;
}

async function ask(): Promise<[number, unknown]> {
  const response = await fetch(`${server.url}/graphql?${new URLSearchParams({ query: '{ quick }' })}`);
  return [response.status, await response.json()];
}

/** How many of as many requests at once as may be are answered. */
async function freePlaces(): Promise<number> {
  const answers = await Promise.all(Array.from({ length: requests }, () => ask()));
  return answers.filter(([status]) => status === 200).length;
}

const openSockets = (): number => process.getActiveResourcesInfo().filter(name => name === 'TCPSocketWrap').length;
const answered = [200, { data: { quick: 'yes' } }];

describe('clients that go away', () => {
  test.each([
    ['in the middle of their headers', messageOf('{ quick }').slice(0, 30)],
    ['in the middle of their body', messageOf('{ quick }').slice(0, -5)],
    ['while they wait', messageOf('{ slow }')],
    ['in the middle of the answer', messageOf('{ long }')],
    ['in the middle of the second request', messageOf('{ quick }') + messageOf('{ quick }').slice(0, -5)],
  ])('%s leave nothing behind', async (_, message) => {
    await serve();
    const round = async (): Promise<void> => {
      const several = await Promise.all(Array.from({ length: requests }, () => client(message)));
      if (message.includes('slow')) await expect.poll(() => waiting.size).toBeGreaterThan(0);
      for (const socket of several) socket.destroy();
      // Nobody is asked any more for those who left, and their places are free.
      await expect.poll(() => waiting.size, { timeout: 10_000, interval: 1 }).toBe(0);
      await expect.poll(async () => (await ask())[0], { timeout: 10_000, interval: 1 }).toBe(200);
      sockets = [];
    };
    for (let i = 0; i < 3; i += 1) await round();
    collectGarbage();
    const [socketsBefore, memoryBefore] = [openSockets(), process.memoryUsage()];
    for (let i = 0; i < 12; i += 1) await round();
    await expect.poll(openSockets, { timeout: 10_000 }).toBeLessThanOrEqual(socketsBefore);
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    expect((heapUsed - memoryBefore.heapUsed) / 2 ** 20).toBeLessThan(5);
    expect((arrayBuffers - memoryBefore.arrayBuffers) / 2 ** 20).toBeLessThan(30);
    expect(await freePlaces()).toBe(requests);
  });
});

describe('clients that stay', () => {
  test('and send slowly shut out nobody, and are told so after a while', async () => {
    await serve(1_000);
    const slow = await Promise.all(Array.from({ length: 3 * requests }, () => client(head(100))));
    expect(await ask()).toEqual(answered);
    const said = slow.map(async socket => {
      let words = '';
      for await (const chunk of socket) words += String(chunk);
      return words;
    });
    for (const words of await Promise.all(said)) expect(words).toMatch(/^HTTP\/1.1 408 [^]*REQUEST_TIMEOUT/);
    expect(await ask()).toEqual(answered);
  });

  test('and are more than may arrive at once are told to come back', async () => {
    await serve();
    for (let i = 0; i < 4 * requests; i += 1) await client(head(100));
    await expect
      .poll(ask)
      .toEqual([503, { errors: [expect.objectContaining({ extensions: { code: 'OVERLOADED' } })] }]);
    sockets.pop()?.destroy();
    await expect.poll(ask).toEqual(answered);
  });

  test('and leave long answers unread hold their places, for a while', async () => {
    await serve(2_000);
    const readers = await Promise.all(Array.from({ length: requests }, () => client(messageOf('{ long }'))));
    await expect.poll(async () => (await ask())[0], { timeout: 10_000, interval: 10 }).toBe(503);
    await expect.poll(freePlaces, { timeout: 20_000, interval: 50 }).toBe(requests);
    for (const socket of readers) {
      // What had been on its way is there, and then the end.
      let size = 0;
      for await (const chunk of socket) size += (chunk as Buffer).length;
      expect(size).toBeLessThan(long.length * 3);
    }
  });

  test('and read slowly but read get their answer', async () => {
    await serve(500);
    const socket = await client(messageOf('{ long }'));
    let size = 0;
    for await (const chunk of socket) {
      size += (chunk as Buffer).length;
      if (size < 4 * 2 ** 20) await new Promise(resolve => setTimeout(resolve, 10));
      if (size > long.length * 3) break;
    }
    expect(size).toBeGreaterThan(long.length * 3);
  });
});
