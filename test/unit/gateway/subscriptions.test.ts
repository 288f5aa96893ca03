import { identityOfRole, writeIdentity } from '../../../lib/kernel/identity.ts';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Gateway,
  type RunningServer,
  type ServeOptions,
  createGateway,
  createReloadingGateway,
  inProcessTransport,
  serveGateway,
} from '../../../gateway/index.ts';
import { readEvents } from '../../../gateway/transport/server-sent-events.ts';
import { type CaseDepartments, type CourtStream, caseDepartments, caseSupergraph } from './event-department.ts';
import { complete, openEvents } from './event-client.ts';

const query = 'subscription { caseChanged { title officer } }';
/** On a machine that does other things too. */
const patiently = { interval: 5, timeout: 30_000 };
const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

interface Setting {
  readonly departments: CaseDepartments;
  readonly gateway: Gateway;
  readonly server: RunningServer;
}

async function start(
  more: { answer?: (stream: CourtStream) => void; limits?: object; serve?: Omit<ServeOptions, 'port'> } = {},
): Promise<Setting> {
  const departments = await caseDepartments(more.answer);
  const gateway = createGateway({
    supergraphSdl: caseSupergraph,
    transports: departments.transports,
    ...(more.limits && { limits: more.limits }),
  });
  const server = await serveGateway(gateway, { port: 0, ...more.serve });
  opened.push(departments, gateway, server);
  return { departments, gateway, server };
}

/** The stream at the court, once it is open. */
async function streamOf({ streams }: CaseDepartments, index = 0): Promise<CourtStream> {
  await expect.poll(() => streams.length, patiently).toBeGreaterThan(index);
  return streams[index]!;
}

const asJudge = () => identityOfRole('judge');
const row = (id: string, title = 'x') => ({ __typename: 'Case', id, title });
const codeOf = (answer: unknown) =>
  (answer as { errors?: { extensions: { code: string } }[] }).errors?.map(one => one.extensions.code);

async function ask(url: string, text: string, accept: string, method = 'POST') {
  const search = method === 'GET' ? `?query=${encodeURIComponent(text)}` : '';
  const response = await fetch(`${url}/graphql${search}`, {
    method,
    headers: { accept, ...(method === 'POST' && { 'content-type': 'application/json' }) },
    ...(method === 'POST' && { body: JSON.stringify({ query: text }) }),
  });
  return [response.status, response.headers.get('content-type')?.split(';')[0], await response.text()];
}

async function all<T>(events: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of events) list.push(one);
  return list;
}

async function read(chunks: readonly string[]) {
  async function* body() {
    for (const one of chunks) yield new TextEncoder().encode(one);
  }
  return all(readEvents(body(), 100));
}

describe('a subscription', () => {
  it('is each event of its department, completed by the others, until the department ends it', async () => {
    const { departments, server } = await start({ serve: { authenticate: asJudge } });
    const client = await openEvents(server.url, query);
    expect([client.status, client.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const court = await streamOf(departments);
    expect(court.query).toBe('subscription{caseChanged{__typename title id}}');
    expect(court.headers).toMatchObject({
      accept: /text\/event-stream/,
      'countygraph-identity': writeIdentity(identityOfRole('judge')),
    });
    court.send([row('1', '盗窃'), row('2')]);
    expect(await client.next()).toBe(
      'event: next\ndata: {"data":{"caseChanged":[{"title":"盗窃","officer":"警员1"},{"title":"x","officer":"警员2"}]}}',
    );
    court.response.write(':\n\n');
    court.send(null);
    expect(await client.answer()).toEqual({ data: { caseChanged: null } });
    court.response.end(complete + '\n\n');
    expect(await client.rest()).toEqual([complete]);
    await expect.poll(departments.open, patiently).toBe(0);
  });

  it('tells errors and nulls of each event in that event', async () => {
    const { departments, server } = await start();
    const client = await openEvents(server.url, 'subscription { caseChanged { id closed officer } }');
    const court = await streamOf(departments);
    court.send([{ ...row('9'), closed: true }]);
    expect(await client.answer()).toEqual({
      errors: [
        {
          message: expect.stringMatching(/police/),
          path: ['caseChanged', 0, 'officer'],
          extensions: { code: 'SUBGRAPH_ERROR', service: 'police' },
        },
      ],
      data: { caseChanged: [{ id: '9', closed: true, officer: null }] },
    });
    court.send([{ ...row('1'), closed: null }]);
    const answer = await client.answer();
    expect(answer).toMatchObject({ data: { caseChanged: null } });
    expect(codeOf(answer)).toEqual(['UNEXPECTED_NULL']);
    court.send(null, [{ message: 'no', path: ['caseChanged'], extensions: { code: 'NOT_ALLOWED' } }]);
    expect(codeOf(await client.answer())).toEqual(['NOT_ALLOWED']);
    court.send([{ ...row('1'), closed: false }]);
    expect(await client.answer()).toEqual({ data: { caseChanged: [{ id: '1', closed: false, officer: '警员1' }] } });
  });

  it.each<[string, string, (stream: CourtStream) => void]>([
    ['dies', 'SUBGRAPH_UNAVAILABLE', ({ response }) => response.destroy()],
    ['stops without an end', 'SUBGRAPH_UNAVAILABLE', ({ response }) => response.end()],
    ['sends no JSON', 'SUBGRAPH_ERROR', ({ response }) => response.write('event: next\ndata: <html>\n\n')],
    ['sends JSON that is no answer', 'SUBGRAPH_ERROR', ({ response }) => response.write('event: next\ndata: 7\n\n')],
    ['sends an event that is too long', 'SUBGRAPH_ERROR', ({ send }) => send([row('1', 'x'.repeat(100_001))])],
  ])('ends with an error when its department %s', async (_, code, act) => {
    const { departments, server } = await start();
    const client = await openEvents(server.url, query);
    const court = await streamOf(departments);
    court.send([row('1')]);
    expect(await client.answer()).toHaveProperty('data');
    act(court);
    const answer = await client.answer();
    expect(answer).toEqual({ errors: [{ message: expect.any(String), extensions: { code, service: 'court' } }] });
    expect(await client.rest()).toEqual([complete]);
    await expect.poll(departments.open, patiently).toBe(0);
  });

  it.each<[string, string, (stream: CourtStream) => void]>([
    ['answers by HTML', 'SUBGRAPH_ERROR', ({ response }) => response.writeHead(404).end('<html>')],
    ['hangs up', 'SUBGRAPH_UNAVAILABLE', ({ response }) => response.destroy()],
    [
      'refuses it by one answer',
      'NOT_ALLOWED',
      ({ response }) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ errors: [{ message: 'no', extensions: { code: 'NOT_ALLOWED' } }] })),
    ],
  ])('tells that its department %s', async (_, code, answer) => {
    const { server } = await start({ answer });
    const client = await openEvents(server.url, query);
    expect(codeOf(await client.answer())).toEqual([code]);
    expect(await client.rest()).toEqual([complete]);
  });

  it('closes the department’s stream when the client goes away', async () => {
    const { departments, server } = await start();
    const client = await openEvents(server.url, query);
    await streamOf(departments);
    expect(departments.open()).toBe(1);
    client.leave();
    await expect.poll(departments.open, patiently).toBe(0);
  });

  it('sends signs of life while nothing happens', async () => {
    const { departments, server } = await start({ serve: { heartbeat: 5 } });
    const beats = { count: 0 };
    const client = await openEvents(server.url, query, { beats });
    const court = await streamOf(departments);
    await wait(100);
    court.send([row('1')]);
    await client.answer();
    expect(beats.count).toBeGreaterThan(0);
  });

  it('waits for a client that does not read, and ends after a while', async () => {
    const ended = Promise.withResolvers<void>();
    let taken = 0;
    const endless = inProcessTransport(async () => ({ data: null }), {
      async *subscribe() {
        try {
          for (; ; taken += 1) yield { data: { caseChanged: [row('1', 'x'.repeat(50_000))] } };
        } finally {
          ended.resolve();
        }
      },
    });
    const gateway = createGateway({ supergraphSdl: caseSupergraph, transports: new Map([['court', endless]]) });
    const server = await serveGateway(gateway, { port: 0, patience: 200 });
    opened.push(gateway, server);
    const socket = connect(server.port, '127.0.0.1').pause();
    const body = JSON.stringify({ query: 'subscription { caseChanged { title } }' });
    const head = ['POST /graphql HTTP/1.1', 'host: x', 'accept: text/event-stream', 'content-type: application/json'];
    socket.write([...head, `content-length: ${body.length}`, '', body].join('\r\n'));
    await ended.promise;
    // What the sockets hold, some megabytes at most.
    expect(taken).toBeLessThan(500);
    let text = '';
    for await (const chunk of socket) text = (text + String(chunk)).slice(-1_000);
    expect(text.replaceAll(/\r\n\w+\r\n/g, '')).toMatch(
      /"code":"CLIENT_TOO_SLOW"\}\}\]\}\n\nevent: complete\ndata:\n\n/,
    );
  });

  it('is ended where its department is in this process and goes on by itself', async () => {
    const silent = inProcessTransport(async () => ({ data: null }), {
      async *subscribe() {
        yield { data: { caseChanged: [row('1')] } };
        await new Promise(() => undefined);
      },
    });
    const gateway = createGateway({ supergraphSdl: caseSupergraph, transports: new Map([['court', silent]]) });
    const leaving = new AbortController();
    const stream = await gateway.stream({ query: 'subscription { caseChanged { id } }' }, { signal: leaving.signal });
    if (!('answers' in stream)) throw new Error('Expected a stream');
    const answers = [];
    for await (const answer of stream.answers) {
      answers.push(answer);
      leaving.abort();
    }
    expect(answers).toEqual([{ data: { caseChanged: [{ id: '1' }] } }]);
  });

  it('ends with a code when the gateway stops, and when it takes another supergraph', async () => {
    const departments = await caseDepartments();
    const gateway = createReloadingGateway({ supergraphSdl: caseSupergraph, transports: departments.transports });
    const server = await serveGateway(gateway, { port: 0 });
    opened.push(departments, gateway);
    const [first, second] = [await openEvents(server.url, query), await openEvents(server.url, query)];
    await streamOf(departments, 1);
    gateway.reload(caseSupergraph);
    for (const client of [first, second]) {
      expect(codeOf(await client.answer())).toEqual(['SUBSCRIPTION_ENDED']);
      expect(await client.rest()).toEqual([complete]);
    }
    const third = await openEvents(server.url, query);
    (await streamOf(departments, 2)).send([row('1')]);
    expect(await third.answer()).toHaveProperty('data');
    const closed = server.close();
    expect(codeOf(await third.answer())).toEqual(['SUBSCRIPTION_ENDED']);
    expect(await third.rest()).toEqual([complete]);
    await closed;
    await expect.poll(departments.open, patiently).toBe(0);
  });
});

describe('limits of subscriptions', () => {
  it('refuses one more than may be open, until another is closed', async () => {
    const { departments, server } = await start({ limits: { subscriptions: 1, requests: 1 } });
    const first = await openEvents(server.url, query);
    const court = await streamOf(departments);
    // An open subscription is no request under way.
    const second = await openEvents(server.url, query);
    expect(await second.answer()).toEqual({
      errors: [
        {
          message: 'Expected at most 1 open subscriptions, got one more; close another or try again later.',
          extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit: 1 },
        },
      ],
    });
    expect(await second.rest()).toEqual([complete]);
    court.response.end(`${complete}\n\n`);
    expect(await first.rest()).toEqual([complete]);
    const third = await openEvents(server.url, query);
    (await streamOf(departments, 1)).send([]);
    expect(await third.answer()).toEqual({ data: { caseChanged: [] } });
  });

  it.each([
    ['COST_TOO_HIGH', 'subscription { caseChanged(first: 9999) { officer a: officer } }'],
    ['TOO_MANY_ALIASES', 'subscription { caseChanged { a: id b: id } }'],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { caseChanged { nothing } }'],
    ['SUBSCRIPTION_REFUSED', 'subscription { caseChanged @skip(if: true) { id } }'],
  ])('hold before anything is opened: %s', async (code, text) => {
    const { departments, server } = await start({ limits: { cost: 1_000, aliases: 1 } });
    const client = await openEvents(server.url, text);
    expect([client.status, codeOf(await client.answer())]).toEqual([200, [code]]);
    expect(await client.rest()).toEqual([complete]);
    expect(departments.streams).toEqual([]);
  });
});

describe('what a client accepts', () => {
  const json = 'application/graphql-response+json';
  const events = 'text/event-stream';

  it('decides how a query and a mutation are answered', async () => {
    const { server } = await start();
    const [text, answer] = ['{ case { id } }', '{"data":{"case":{"id":"1"}}}'];
    const stream = `event: next\ndata: ${answer}\n\n${complete}\n\n`;
    expect(await ask(server.url, text, events)).toEqual([200, events, stream]);
    expect(await ask(server.url, text, events, 'GET')).toEqual([200, events, stream]);
    expect(await ask(server.url, text, `${events}, ${json}`)).toEqual([200, json, answer]);
    expect(await ask(server.url, text, `${json}, ${events}`)).toEqual([200, json, answer]);
    expect(await ask(server.url, 'mutation { close { closed } }', events)).toEqual([
      200,
      events,
      `event: next\ndata: {"data":{"close":{"closed":true}}}\n\n${complete}\n\n`,
    ]);
    const [status, type, refusal] = await ask(server.url, 'mutation { close { closed } }', events, 'GET');
    expect([status, type]).toEqual([405, 'application/json']);
    expect(refusal).toContain('MUTATION_NEEDS_POST');
  });

  it('is told where a subscription is asked for without it', async () => {
    const { departments, server } = await start();
    for (const accept of [json, 'application/json', '*/*', 'application/json, multipart/mixed']) {
      const [, type, text] = await ask(server.url, query, accept);
      expect(type).toBe(accept === json ? json : 'application/json');
      expect(text).toMatch(/send accept: text\/event-stream.*SUBSCRIPTION_REFUSED/);
    }
    expect(departments.streams).toEqual([]);
    expect((await ask(server.url, query, 'text/html'))[0]).toBe(406);
  });
});

describe('server-sent events', () => {
  it.each([
    ['one a chunk', ['event: next\ndata: 1\n\n', 'event: complete\n\n']],
    ['cut anywhere', [...'event: next\ndata: 1\n\nevent: complete\n\n']],
    ['with carriage returns', ['event: next\r\ndata: 1\r', '\n\r\nevent: complete\r\n\r\n']],
    ['with carriage returns alone', ['event: next\rdata: 1\r\revent: complete\r\r\r']],
    [
      'among comments and other fields',
      [':\n\n: x\nid: 7\nevent:next\nretry: 1\ndata:1\n\n:\n\nevent: complete\n\ndata: cut'],
    ],
  ])('are read %s', async (_, chunks) => {
    expect(await read(chunks)).toEqual([
      { type: 'next', data: '1' },
      { type: 'complete', data: '' },
    ]);
  });

  it('may have data of several lines, and signs cut in two', async () => {
    const bytes = new TextEncoder().encode('data: 县\ndata\ndata: :域\n\n');
    async function* body() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    expect(await all(readEvents(body(), 100))).toEqual([{ type: '', data: '县\n\n:域' }]);
  });

  it('are given up at one that is too long', async () => {
    for (const text of ['x'.repeat(101), `data: ${'x'.repeat(101)}\n\n`, 'data: 123456789\n'.repeat(9)])
      await expect(read([text])).rejects.toMatchObject({ code: 'SUBGRAPH_ERROR' });
  });
});
