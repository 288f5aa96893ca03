import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, createGateway, inProcessTransport, serveGateway } from '../../../../gateway/index.ts';
import { type Done, openObservation, recorder } from '../../../../lib/observe/index.ts';
import { watchGateway } from '../../../../gateway/observe/watch-gateway.ts';
import { departmentTransports, supergraph } from '../small-county.ts';

const registered = 'query Disputes { disputes { id lawsuits { id } } }';
const transports = departmentTransports();
const grid = transports.get('grid')!;
transports.set(
  'grid',
  inProcessTransport(async (request, context) => {
    if (request.query.includes('numbers')) await wait(200, undefined, { signal: context.signal! });
    return grid.execute(request, context);
  }),
);
const gateway = createGateway({
  supergraphSdl: supergraph(),
  transports,
  operations: [{ origin: 'disputes.graphql', text: registered }],
});
const done: Done[] = [];
const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
let server: RunningServer;

beforeAll(async () => {
  const sink = recorder([{ done: work => void done.push(work) }]);
  server = await serveGateway(gateway, { port: 0, observer: sink });
});
beforeEach(() => void (done.length = 0));
afterAll(async () => {
  await server.close();
  await gateway.close();
});

/** Asks, and waits until the request is told as ended. */
async function ask(body: object, more: Record<string, string> = {}): Promise<Done> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, ...more },
    body: JSON.stringify(body),
  });
  await response.text();
  await expect.poll(() => done.at(-1)?.kind).toBe('request');
  return done.at(-1)!;
}

describe('a request that somebody sees', () => {
  it('tells its operation, its departments and what they were asked', async () => {
    const request = await ask({ query: registered }, { 'x-request-id': 'r-1' });
    expect(request).toMatchObject({
      code: 'OK',
      requestId: 'r-1',
      departments: ['justice', 'court'],
      facts: {
        operationName: 'Disputes',
        documentId: expect.stringMatching(/^sha256:/),
        isRegistered: true,
        status: 200,
      },
    });
    expect(done.filter(({ kind }) => kind === 'fetch')).toMatchObject([
      { facts: { department: 'justice' }, code: 'OK', requestId: 'r-1' },
      { facts: { department: 'court', entities: 3 }, code: 'OK', requestId: 'r-1' },
    ]);
  });

  it('is compiled and planned once', async () => {
    const query = 'query Other { places { name } }';
    await ask({ query });
    expect(done.map(({ kind }) => kind)).toEqual(['compile', 'plan', 'fetch', 'request']);
    done.length = 0;
    const { facts } = await ask({ query });
    expect(done.map(({ kind }) => kind)).toEqual(['fetch', 'request']);
    expect(facts).toMatchObject({ operationName: 'Other', isRegistered: false });
  });

  it.each([
    ['a part that is missing', { query: '{ broken whoami }' }, 'PARTIAL'],
    ['a field that there is not', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a limit', { query: `{ ${'a: whoami '.repeat(101)} }` }, 'TOO_MANY_ROOT_FIELDS'],
    ['no query', {}, 'BAD_REQUEST'],
  ])('ends with its code: %s', async (_, body, code) => {
    expect((await ask(body)).code).toBe(code);
  });

  it('ends with its code where the answer cannot be sent as asked', async () => {
    expect(await ask({ query: '{ whoami }' }, { accept: 'text/html' })).toMatchObject({
      code: 'NOT_ACCEPTABLE',
      facts: { status: 406 },
    });
  });

  it('ends when its client goes away', async () => {
    const client = new AbortController();
    const url = `${server.url}/graphql?query={numbers}`;
    const asked = fetch(url, { signal: client.signal }).catch(() => undefined);
    await wait(50);
    client.abort();
    await asked;
    await expect.poll(() => done.find(({ kind }) => kind === 'request')?.code).toBe('CLIENT_GONE');
  });

  it('takes no message for the id of a request', async () => {
    const { requestId } = await ask({ query: '{ whoami }' }, { 'x-request-id': 'a b "c' });
    expect(requestId).toMatch(/^[\da-f-]{36}$/);
  });
});

it('/metrics shows this process, its requests and what the gateway holds, and no name that a client made up', async () => {
  const { observer, metrics } = await openObservation('gateway', { metrics: true });
  watchGateway(metrics!, gateway);
  const own = await serveGateway(gateway, { port: 0, observer, routes: metrics!.route });
  const post = (query: string) =>
    fetch(`${own.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) }).then(one => one.text());
  for (let i = 0; i < 30; i += 1) await post(`query Name${i} { whoami }`);
  await post(registered);
  await post('{ nothing }');
  await post(`{ ${'a: whoami '.repeat(101)} }`);
  const read = async () => (await fetch(`${own.url}/metrics`)).text();
  await expect.poll(read).toContain('countygraph_requests_in_flight 0');
  const text = await read();
  expect(text.split('\n')).toEqual(
    expect.arrayContaining([
      'countygraph_requests_total{code="OK"} 31',
      'countygraph_requests_total{code="GRAPHQL_VALIDATION_FAILED"} 1',
      'countygraph_requests_total{code="TOO_MANY_ROOT_FIELDS"} 1',
      'countygraph_request_seconds_count{operation="Disputes"} 1',
      'countygraph_request_seconds_count{operation="other"} 32',
      'countygraph_department_requests_total{department="court",code="OK"} 1',
      'countygraph_department_seconds_count{department="grid"} 30',
      'countygraph_compile_seconds_count 32',
      'countygraph_plan_seconds_count 30',
      'countygraph_department_left_alone{department="court"} 0',
    ]),
  );
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).toMatch(/^countygraph_operations_cached [1-9]/m);
  expect(text).not.toMatch(/Name\d|whoami/);
  await own.close();
});
