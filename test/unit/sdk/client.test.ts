import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClientError, createClient, PlacesDocument } from '../../../lib/sdk/index.ts';

const schema = buildSchema(`
  scalar AreaCode
  enum PlaceLevel { COUNTY TOWN VILLAGE GRID }
  type Place { code: AreaCode! level: PlaceLevel! name: String! }
  type Query { places(level: PlaceLevel, within: AreaCode, name: String): [Place!] }
`);
let server: Server;
let origin: string;
const headers: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  const graphql = createHandler({
    schema,
    rootValue: {
      places: ({ name }: { name?: string }) => {
        if (name === 'away') throw new Error('Expected an answer from grid, got no connection; try again later.');
        return [{ code: '330199', level: 'COUNTY', name }];
      },
    },
  });
  server = createServer((request, response) => {
    headers.push(request.headers);
    if (request.url === '/graphql') void graphql(request, response);
    else if (request.url === '/page') response.end('<html></html>');
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a registered operation brings typed data, and the token and purpose travel along', async () => {
  const client = createClient({ url: `${origin}/graphql`, token: 'a.b.c', purpose: 'governance-analysis' });
  const { data, errors } = await client.query(PlacesDocument, { name: '枫溪县' });
  expect(data.places?.[0]).toEqual({ code: '330199', level: 'COUNTY', name: '枫溪县' });
  expect(errors).toEqual([]);
  expect(headers.at(-1)).toMatchObject({ authorization: 'Bearer a.b.c', 'countygraph-purpose': 'governance-analysis' });
});

test('a token is asked for before each request, and without one nothing is said of who asks', async () => {
  let count = 0;
  const client = createClient({ url: `${origin}/graphql`, token: () => Promise.resolve(`t${(count += 1)}`) });
  await client.query(PlacesDocument, {});
  await client.query(PlacesDocument, {});
  expect(headers.slice(-2).map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  await createClient({ url: `${origin}/graphql` }).query(PlacesDocument, {});
  expect(Object.keys(headers.at(-1)!).filter(name => /^(authorization|countygraph-)/.test(name))).toEqual([]);
});

test('a department that is away leaves null and an error with its path', async () => {
  const { data, errors } = await createClient({ url: `${origin}/graphql` }).query(PlacesDocument, { name: 'away' });
  expect(data.places).toBeNull();
  expect(errors).toMatchObject([{ path: ['places'], message: expect.stringContaining('got no connection') }]);
});

test('a refused request is a ClientError with the reasons', async () => {
  const client = createClient({ url: `${origin}/graphql` });
  const error = await client.query(PlacesDocument, { level: 'PLANET' as 'TOWN' }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ClientError);
  expect(error).toMatchObject({ code: 'REQUEST_REFUSED', errors: [{ message: expect.stringContaining('PLANET') }] });
});

test('an address without a gateway is named as such', async () => {
  const html = await createClient({ url: `${origin}/page` })
    .query(PlacesDocument, {})
    .catch((error: unknown) => error);
  expect(html).toMatchObject({ code: 'NOT_A_GATEWAY' });
  const nobody = await createClient({ url: 'http://127.0.0.1:1/graphql' })
    .query(PlacesDocument, {})
    .catch((error: unknown) => error);
  expect(nobody).toMatchObject({ code: 'GATEWAY_UNREACHABLE' });
});

test('an aborted query rejects with the reason of its signal', async () => {
  const controller = new AbortController();
  const waiting = createClient({ url: `${origin}/never` }).query(PlacesDocument, {}, { signal: controller.signal });
  controller.abort(new Error('the reader left'));
  await expect(waiting).rejects.toThrow('the reader left');
});

test('a gateway of the same process is called directly', async () => {
  const seen: unknown[] = [];
  const client = createClient({
    execute: request => {
      seen.push(request);
      return Promise.resolve({ data: { places: [] } });
    },
  });
  expect((await client.query(PlacesDocument, { level: 'TOWN' })).data.places).toEqual([]);
  expect(seen).toEqual([{ query: expect.stringContaining('query Places('), variables: { level: 'TOWN' } }]);
});
