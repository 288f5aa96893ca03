import { type IncomingMessage, request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, createGateway, serveGateway } from '../../gateway/index.ts';
import { countingDepartments, supergraphSdl } from './counting-departments.ts';

const { transports, calls } = countingDepartments();
const gateway = createGateway({ supergraphSdl, transports });
let server: RunningServer;
let callsBefore: number;
const table: Record<string, unknown>[] = [];

beforeAll(async () => void (server = await serveGateway(gateway, { port: 0 })));
beforeEach(() => void (callsBefore = calls()));
afterAll(async () => {
  await server.close();
  await gateway.close();
  console.table(table);
});

interface Answer {
  readonly status: number;
  readonly body: string;
  /** Bytes that the client could send before it was answered. */
  readonly sent: number;
}

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer | Iterable<Buffer>;
}

const newest = 'application/graphql-response+json';

/** Sends bytes as they are: what no client of GraphQL would let through. */
function send({ method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    const answer = (response: IncomingMessage): void => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode!, body: Buffer.concat(chunks).toString(), sent });
        request.destroy();
      });
    };
    const json = method === 'POST' ? { 'content-type': 'application/json' } : {};
    const request = httpRequest(`${server.url}${path}`, { method, headers: { accept: newest, ...json, ...headers } });
    request.on('response', answer).on('error', reject);
    if (typeof body === 'string' || Buffer.isBuffer(body)) return void request.end(body);
    const chunks = body[Symbol.iterator]();
    const next = (): void => {
      const { value, done } = chunks.next();
      if (done) return void request.end();
      sent += value.length;
      if (request.write(value)) setImmediate(next);
      else request.once('drain', next);
    };
    next();
  });
}

/** `variables` as JSON, which may be nested deeper than JSON.stringify can go. */
const post = (query: string, variables = '{}'): Sent => ({
  body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
});
const get = (parameters: Record<string, string>): Sent => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(parameters)}`,
});

/** The code of a refusal; nothing has been called for it, and the next request is answered. */
async function refused(input: string, sent: Sent): Promise<{ status: number; code: string | undefined; sent: number }> {
  const began = performance.now();
  const { status, body, sent: bytes } = await send(sent);
  const ms = Math.round(performance.now() - began);
  const { data, errors } = JSON.parse(body) as {
    data?: unknown;
    errors: { message: string; extensions: { code: string } }[];
  };
  const code = errors[0]?.extensions.code;
  table.push({ input, status, code, ms, 'upstream calls': calls() - callsBefore });
  expect(data).toBeUndefined();
  expect(calls()).toBe(callsBefore);
  expect(errors[0]!.message).toMatch(/^(Expected .+, got .+; .+\.|Syntax Error.+|Cannot query .+|Variable .+)$/);
  expect(body).not.toMatch(/did you mean/i);
  expect(body.length).toBeLessThan(20_000);
  await expectHonestAnswer();
  return { status, code, sent: bytes };
}

async function expectHonestAnswer(): Promise<void> {
  const { status, body } = await send(
    post('query ($n: Int) { cases(first: $n) { id disputes(first: 1) { kind } } }', '{ "n": 1 }'),
  );
  expect([status, JSON.parse(body)]).toEqual([200, { data: { cases: [{ id: '0', disputes: [{ kind: 'LAND' }] }] } }]);
}

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nested = (levels: number, open: string, inside: string, close: string): string =>
  open.repeat(levels) + inside + close.repeat(levels);
const doubling = (times: number, last: string): string =>
  `{ ...F0 } ${many(times, i => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${times} on Query { ${last} }`;
const filter = 'query ($f: CaseFilter) { cases(first: 1, filter: $f) { id } }';
const echo = 'query ($v: JSON) { echo(value: $v) }';

/** What a document, or variables, may not be: by POST, and in this process. */
const documents: [input: string, code: string, query: string, variables?: string][] = [
  ['20,000 aliases', 'TOO_MANY_TOKENS', `{ ${many(20_000, i => `a${i}: __typename`)} }`],
  ['1,000 aliases', 'TOO_MANY_ROOT_FIELDS', `{ ${many(1_000, i => `a${i}: __typename`)} }`],
  ['1,000 aliases below the root', 'TOO_MANY_ALIASES', `{ case(id: 1) { ${many(1_000, i => `a${i}: id`)} } }`],
  [
    'aliases in a fragment used 20 times',
    'TOO_MANY_ALIASES',
    `{ ${many(20, () => 'case(id: 1) { ...F }')} } fragment F on Case { ${many(10, i => `a${i}: id`)} }`,
  ],
  [
    'root fields in a fragment used 20 times',
    'TOO_MANY_ROOT_FIELDS',
    `{ ${many(20, () => '...F')} } fragment F on Query { ${many(10, () => '__typename')} }`,
  ],
  ['10,000 directives', 'TOO_MANY_TOKENS', `{ __typename ${many(10_000, () => '@skip(if: false)')} }`],
  ['1,000 directives', 'TOO_MANY_DIRECTIVES', `{ __typename ${many(1_000, () => '@skip(if: false)')} }`],
  ['directives nobody knows', 'TOO_MANY_DIRECTIVES', `{ __typename ${many(4_000, () => '@a')} }`],
  [
    'directives in a fragment used 20 times',
    'TOO_MANY_DIRECTIVES',
    `{ ${many(20, () => '...F')} } fragment F on Query { __typename ${many(10, () => '@a')} }`,
  ],
  ['fragments that double 30 times', 'TOO_DEEP', doubling(30, '__typename')],
  ['fragments that double 15 times', 'TOO_MANY_ROOT_FIELDS', doubling(15, '__typename')],
  [
    'fields that double 15 times',
    'TOO_MANY_SELECTIONS',
    `{ case(id: 1) { ...F0 } } ${many(15, i => `fragment F${i} on Case { ...F${i + 1} ...F${i + 1} }`)} fragment F15 on Case { id }`,
  ],
  [
    'a chain of 90 fragments',
    'TOO_DEEP',
    `{ ...F0 } ${many(90, i => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F90 on Query { __typename }`,
  ],
  ['1,000 operations', 'TOO_MANY_DEFINITIONS', many(1_000, i => `query Q${i} { __typename }`)],
  [
    '900 fragments side by side',
    'TOO_MANY_DEFINITIONS',
    `{ ${many(900, i => `...F${i}`)} } ${many(900, i => `fragment F${i} on Query { __typename }`)}`,
  ],
  ['a fragment in itself', 'FRAGMENT_CYCLE', '{ ...F } fragment F on Query { ...F }'],
  [
    'a cycle of three fragments',
    'FRAGMENT_CYCLE',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
  ],
  ['a cycle that nothing uses', 'FRAGMENT_CYCLE', '{ __typename } fragment F on Case { parent { ...F } }'],
  ['9,000 fields of one name', 'TOO_MANY_SELECTIONS', `{ case(id: 1) { ${many(9_000, () => 'id')} } }`],
  ['100,000 nested braces', 'TOO_DEEP', nested(100_000, '{a', '', '}')],
  ['100,000 braces, no field', 'TOO_DEEP', nested(100_000, '{', '', '}')],
  ['30 nested fields', 'TOO_DEEP', `{ case(id: 1) ${nested(30, '{ parent ', '{ id }', '}')} }`],
  [
    'depth hidden in fragments',
    'TOO_DEEP',
    `{ case(id: 1) { ...A } } fragment A on Case { ${nested(10, 'parent {', '...B', '}')} } fragment B on Case { ${nested(10, 'parent {', 'id', '}')} }`,
  ],
  ['100,000 nested lists', 'INPUT_TOO_DEEP', `{ echo(value: ${nested(100_000, '[', '', ']')}) }`],
  ['100,000 nested objects', 'INPUT_TOO_DEEP', `{ cases(filter: ${nested(100_000, '{not:', '{}', '}')}) { id } }`],
  ['100,000 nested lists of types', 'INPUT_TOO_DEEP', `query ($v: ${nested(100_000, '[', 'Int', ']')}) { __typename }`],
  ['nested lists as a default', 'INPUT_TOO_DEEP', `query ($v: JSON = ${nested(11, '[', '', ']')}) { echo(value: $v) }`],
  ['100,000 nested lists in variables', 'INPUT_TOO_DEEP', echo, `{"v":${nested(100_000, '[', '', ']')}}`],
  ['100,000 nested objects in variables', 'INPUT_TOO_DEEP', filter, `{"f":${nested(100_000, '{"not":', '{}', '}')}}`],
  [
    'nesting in a variable nobody asked for',
    'INPUT_TOO_DEEP',
    '{ __typename }',
    `{"x":${nested(100_000, '[', '', ']')}}`,
  ],
  ['100,000 values in variables', 'TOO_MANY_VALUES', echo, `{"v":[${many(100_000, () => '0').replaceAll(' ', ',')}]}`],
  ['first: 1000000', 'LIST_TOO_LONG', '{ cases(first: 1000000) { id } }'],
  ['first: 1000000 in a variable', 'LIST_TOO_LONG', 'query ($n: Int) { cases(first: $n) { id } }', '{ "n": 1000000 }'],
  ['first: 1000000 in a default', 'LIST_TOO_LONG', 'query ($n: Int = 1000000) { cases(first: $n) { id } }'],
  ['first: 1000000 in a fragment', 'LIST_TOO_LONG', '{ ...F } fragment F on Query { cases(first: 1000000) { id } }'],
  [
    'lists of 100 in lists of 100',
    'COST_TOO_HIGH',
    `{ cases(first: 100) { ${nested(2, 'children(first: 100) {', 'id', '}')} } }`,
  ],
  [
    'lists in lists by a variable',
    'COST_TOO_HIGH',
    `query ($n: Int) { cases(first: $n) { ${nested(2, 'children(first: $n) {', 'id', '}')} } }`,
    '{ "n": 100 }',
  ],
  [
    'lists in lists by fragments',
    'COST_TOO_HIGH',
    '{ cases { ...A } } fragment A on Case { children(first: 90) { ...B } } fragment B on Case { children(first: 90) { id } }',
  ],
  [
    'lists in lists under @include',
    'COST_TOO_HIGH',
    `query ($i: Boolean!) { cases(first: 100) { ${nested(2, 'children(first: 100) @include(if: $i) {', 'id', '}')} } }`,
    '{ "i": true }',
  ],
  [
    'deferred fragments of every object of a list',
    'COST_TOO_HIGH',
    `{ cases(first: 9999) { ${'... @defer { id } '.repeat(99)} } }`,
  ],
  ['much of one department', 'DEPARTMENT_COST_TOO_HIGH', '{ cases(first: 600) { disputes(first: 99) { kind } } }'],
  ['introspection', 'INTROSPECTION_DISABLED', '{ __schema { types { name } } }'],
  [
    'introspection in a fragment',
    'INTROSPECTION_DISABLED',
    '{ ...F } fragment F on Query { t: __type(name: "Case") { name } }',
  ],
  ['a field that is nearly one', 'GRAPHQL_VALIDATION_FAILED', '{ casez { id } }'],
  [
    'a name as long as the body, 50 times wrong',
    'GRAPHQL_VALIDATION_FAILED',
    `query ${'N'.repeat(900_000)} { ${many(50, i => `a${i}: echo(value: $v${i})`)} }`,
  ],
  ['an alias __proto__', 'GRAPHQL_VALIDATION_FAILED', '{ __proto__: case(id: 1) { id } }'],
  ['__proto__ in variables', 'BAD_VARIABLES', echo, '{ "__proto__": { "v": 1 } }'],
  ['__proto__ deep in variables', 'BAD_VARIABLES', echo, '{ "v": [{ "a": { "__proto__": 1 } }] }'],
  ['constructor in an input object', 'BAD_VARIABLES', filter, '{ "f": { "constructor": { "prototype": 1 } } }'],
];

describe('documents and variables', () => {
  it.each(documents)('refuses %s: %s', async (input, code, query, variables) => {
    expect(await refused(input, post(query, variables))).toMatchObject({ status: 400, code });
    callsBefore = calls();
    const inProcess = await gateway.execute({ query, variables: JSON.parse(variables ?? '{}') });
    expect(inProcess.errors?.[0]?.extensions?.code).toBe(code);
    expect(calls()).toBe(callsBefore);
  });

  it('answers prototype names that are only names', async () => {
    const query =
      'query ($constructor: JSON, $v: JSON) { constructor: echo(value: $constructor) toString: echo(value: $v) }';
    const { body } = await send(post(query, '{ "constructor": { "toString": 1 }, "v": { "hasOwnProperty": [2] } }'));
    expect(JSON.parse(body)).toEqual({ data: { constructor: { toString: 1 }, toString: { hasOwnProperty: [2] } } });
  });

  it('refuses by 400 whatever the client accepts, and says what the limit and the estimate are', async () => {
    const query = `{ cases(first: 100) { ${nested(2, 'children(first: 100) {', 'id', '}')} } }`;
    const { status, body } = await send({ ...post(query), headers: { accept: 'application/json' } });
    expect([status, JSON.parse(body)]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'COST_TOO_HIGH', cost: 1_010_100, limit: 100_000 } }] },
    ]);
    const { errors } = await gateway.execute({ query: '{ cases(first: 600) { disputes(first: 99) { kind } } }' });
    expect(errors?.[0]?.extensions).toEqual({
      code: 'DEPARTMENT_COST_TOO_HIGH',
      service: 'justice',
      cost: 600 + 600 * 99,
      limit: 50_000,
    });
  });
});

/** The same by GET, as far as an address is long enough for it. */
const addresses: [input: string, status: number, code: string, parameters: Record<string, string>][] = [
  ['GET: 200 aliases', 400, 'TOO_MANY_ALIASES', { query: `{ case(id: 1) { ${many(200, i => `a${i}: id`)} } }` }],
  ['GET: 1,000 nested braces', 400, 'TOO_DEEP', { query: nested(1_000, '{a', '', '}') }],
  ['GET: fragments that double 15 times', 400, 'TOO_MANY_ROOT_FIELDS', { query: doubling(15, '__typename') }],
  ['GET: first: 1000000', 400, 'LIST_TOO_LONG', { query: '{ cases(first: 1000000) { id } }' }],
  [
    'GET: first in variables',
    400,
    'LIST_TOO_LONG',
    { query: 'query ($n: Int) { cases(first: $n) { id } }', variables: '{ "n": 1000000 }' },
  ],
  [
    'GET: 1,000 nested lists in variables',
    400,
    'INPUT_TOO_DEEP',
    { query: echo, variables: nested(1_000, '[', '', ']').replace(/^(.*)$/, '{"v":$1}') },
  ],
  ['GET: __proto__ in variables', 400, 'BAD_VARIABLES', { query: echo, variables: '{ "__proto__": 1 }' }],
  ['GET: a mutation', 405, 'MUTATION_NEEDS_POST', { query: 'mutation { close(id: 1) { id } }' }],
  ['GET: 20,000 aliases', 431, 'HEADERS_TOO_LARGE', { query: `{ ${many(20_000, i => `a${i}: id`)} }` }],
];

const megabytes = function* (count: number): Generator<Buffer> {
  for (let i = 0; i < count * 16; i += 1) yield Buffer.alloc(64 * 1024, ' ');
};
const graphql = JSON.stringify({ query: '{ cases { id } }' });

/** What is refused before any GraphQL is read. */
const messages: [input: string, status: number, code: string, sent: Sent][] = [
  [
    'a compressed body (gzip bomb, 200 MB)',
    415,
    'CONTENT_ENCODING_REFUSED',
    { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(200 * 1024 * 1024)) },
  ],
  [
    'a coding nobody knows',
    415,
    'CONTENT_ENCODING_REFUSED',
    { headers: { 'content-encoding': 'identity, br' }, body: graphql },
  ],
  [
    'charset gbk',
    415,
    'CONTENT_TYPE_REFUSED',
    { headers: { 'content-type': 'application/json; charset=gbk' }, body: graphql },
  ],
  [
    'charset utf-16',
    415,
    'CONTENT_TYPE_REFUSED',
    { headers: { 'content-type': 'application/json; charset=utf-16' }, body: Buffer.from(graphql, 'utf16le') },
  ],
  ['UTF-16 that claims to be UTF-8', 400, 'BAD_JSON', { body: Buffer.from(graphql, 'utf16le') }],
  [
    'invalid UTF-8',
    400,
    'BAD_ENCODING',
    {
      body: Buffer.concat([
        Buffer.from('{"query":"{ cases { id } } # '),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from('"}'),
      ]),
    },
  ],
  [
    'UTF-8 cut in a sign',
    400,
    'BAD_ENCODING',
    { body: Buffer.from('{"query":"{ cases { id } } # 县"}').subarray(0, -3) },
  ],
  ['GET: invalid UTF-8', 400, 'BAD_ENCODING', { method: 'GET', path: '/graphql?query=%7Bcases%7Bid%7D%7D%23%ff%fe' }],
  [
    'a form',
    415,
    'CONTENT_TYPE_REFUSED',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={cases{id}}' },
  ],
  [
    'a form of parts',
    415,
    'CONTENT_TYPE_REFUSED',
    {
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: `--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${graphql}\r\n--b--`,
    },
  ],
  ['text/plain', 415, 'CONTENT_TYPE_REFUSED', { headers: { 'content-type': 'text/plain' }, body: graphql }],
  ['no content-type', 415, 'CONTENT_TYPE_REFUSED', { headers: { 'content-type': '' }, body: graphql }],
  [
    'a list of 1,000 operations',
    400,
    'BATCH_REFUSED',
    { body: `[${Array.from({ length: 1_000 }, () => graphql).join()}]` },
  ],
  ['an empty list', 400, 'BATCH_REFUSED', { body: '[]' }],
  ['100,000 nested lists as body', 400, 'BATCH_REFUSED', { body: nested(100_000, '[', '', ']') }],
  ['100,000 nested objects as body', 400, 'BAD_REQUEST', { body: nested(100_000, '{"query":', '1', '}') }],
];

describe('messages', () => {
  it.each(addresses)('refuses %s: %i %s', async (input, status, code, parameters) => {
    expect(await refused(input, get(parameters))).toMatchObject({ status, code });
  });

  it.each(messages)('refuses %s: %i %s', async (input, status, code, sent) => {
    expect(await refused(input, sent)).toMatchObject({ status, code });
  });

  it.each([
    ['50 MB, announced', { 'content-length': String(50 * 1024 * 1024) }],
    ['50 MB in chunks', {}],
  ])('refuses %s without reading all of it', async (input, headers: Record<string, string>) => {
    const { status, code, sent } = await refused(input, { headers, body: megabytes(50) });
    expect([status, code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(sent).toBeLessThan(25 * 1024 * 1024);
  });
});

it('does not lead a client with open connections to a closed one', async () => {
  const url = `${server.url}/graphql`;
  const headers = { 'content-type': 'application/json' };
  for (const size of [1_100_000, 3_000_000]) {
    const large = await fetch(url, { method: 'POST', headers, body: ' '.repeat(size) });
    expect([large.status, await large.json()]).toMatchObject([413, { errors: [{}] }]);
    const next = await fetch(url, { method: 'POST', headers, body: graphql });
    expect([next.status, await next.json()]).toMatchObject([200, { data: { cases: {} } }]);
  }
});

describe('limits of the operator', () => {
  it('are those given, and the defaults beside them', async () => {
    const strict = createGateway({ supergraphSdl, transports, introspection: true, limits: { depth: 3, cost: 5 } });
    const codeOf = async (query: string) => (await strict.execute({ query })).errors?.[0]?.extensions?.code;
    expect(await codeOf('{ cases(first: 5) { id } }')).toBeUndefined();
    expect(await codeOf('{ cases(first: 6) { id } }')).toBe('COST_TOO_HIGH');
    expect(await codeOf('{ case(id: 1) { parent { id } } }')).toBeUndefined();
    expect(await codeOf('{ case(id: 1) { parent { parent { id } } } }')).toBe('TOO_DEEP');
    expect(await codeOf('{ __schema { queryType { name } } }')).toBeUndefined();
    expect(await codeOf(`{ ${many(51, () => '__typename')} }`)).toBe('TOO_MANY_ROOT_FIELDS');
    await strict.close();
    const deep = createGateway({ supergraphSdl, transports, limits: { depth: 200 } });
    const { errors } = await deep.execute({ query: doubling(90, '__typename') });
    expect(errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_ROOT_FIELDS', limit: 50 });
    expect(errors?.[0]?.message).toContain(String(2 ** 90));
    await deep.close();
  });
});
