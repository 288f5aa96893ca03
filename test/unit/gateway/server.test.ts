import { identityOfRole, writeIdentity } from '../../../lib/kernel/identity.ts';
import { auditServer, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, createGateway, serveGateway } from '../../../gateway/index.ts';
import { departmentTransports, supergraph } from './small-county.ts';

const gateway = createGateway({
  supergraphSdl: supergraph(),
  transports: departmentTransports(),
  defaultIdentity: identityOfRole('guest'),
  // The audits ask for the schema.
  introspection: true,
});
let server: RunningServer;

beforeAll(async () => {
  server = await serveGateway(gateway, {
    port: 0,
    routes(request, response) {
      if (request.url !== '/') return false;
      response.end('page');
      return true;
    },
  });
});
afterAll(async () => {
  await server.close();
  await gateway.close();
});

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    answer: (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] },
  };
}

describe('GraphQL over HTTP', () => {
  it('passes every audit of graphql-http', async () => {
    const results = await auditServer({ url: `${server.url}/graphql` });
    expect(results.filter(one => one.status !== 'ok').map(one => `${one.id} ${one.name}`)).toEqual([]);
    expect(results.length).toBe(serverAudits({ url: '' }).length);
  });

  it('takes who brings no token for its default, whoever he says he is, and refuses any token while it believes nobody', async () => {
    const asserted = {
      'countygraph-subject': 'judge',
      'countygraph-identity': writeIdentity(identityOfRole('judge')),
    };
    expect((await post({ query: '{ whoami }' })).answer.data).toEqual({ whoami: 'guest' });
    expect((await post({ query: '{ whoami }' }, asserted)).answer.data).toEqual({ whoami: 'guest' });
    const { status, answer } = await post({ query: '{ whoami }' }, { authorization: 'Bearer a.b.c' });
    expect([status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each([
    ['a body that is too large', { query: `{ __typename } # ${'x'.repeat(1024 * 1024)}` }, {}, 413, 'BODY_TOO_LARGE'],
    [
      'a form',
      'query={__typename}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'CONTENT_TYPE_REFUSED',
    ],
    ['plain text', '{ "query": "{__typename}" }', { 'content-type': 'text/plain' }, 415, 'CONTENT_TYPE_REFUSED'],
    ['broken JSON', '{', {}, 400, 'BAD_JSON'],
    ['no query', {}, {}, 400, 'BAD_REQUEST'],
    ['a list of requests', [{ query: '{ __typename }' }], {}, 400, 'BATCH_REFUSED'],
    ['a document of too many tokens', { query: `{ ${'__typename '.repeat(10_001)} }` }, {}, 400, 'TOO_MANY_TOKENS'],
    ['an unknown field', { query: '{ nothing }' }, {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a wrong variable',
      { query: 'query ($c: ID!) { place(code: $c) { name } }', variables: { c: {} } },
      {},
      400,
      'BAD_VARIABLES',
    ],
    ['an unknown operation', { query: '{ __typename }', operationName: 'X' }, {}, 400, 'UNKNOWN_OPERATION'],
    ['an Accept that cannot be met', { query: '{ __typename }' }, { accept: 'text/html' }, 406, 'NOT_ACCEPTABLE'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const got = await post(body, headers);
    expect([got.status, got.answer.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(got.answer).not.toHaveProperty('data');
  });

  it('refuses mutations by GET and other methods', async () => {
    const url = `${server.url}/graphql?query=${encodeURIComponent('mutation { raise(id: "d1", by: 1) { id } }')}`;
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
  });

  it('tells health, answers further routes and says 404 in JSON', async () => {
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toMatchObject({
      status: 'ready',
      departments: expect.arrayContaining([{ name: 'grid', state: 'up' }]),
    });
    expect(await (await fetch(`${server.url}/`)).text()).toBe('page');
    const missing = await fetch(`${server.url}/nowhere`);
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  it('says that a port is in use', async () => {
    await expect(serveGateway(gateway, { port: server.port })).rejects.toMatchObject({ code: 'PORT_IN_USE' });
  });
});
