import { afterEach, describe, expect, it } from 'vitest';
import {
  type Gateway,
  type StreamedResponse,
  createGateway,
  createReloadingGateway,
  serveGateway,
} from '../../../gateway/index.ts';
import { type SmallDepartment, smallDepartments, smallGateway } from './small-graph.ts';

const gates = new Map<string, PromiseWithResolvers<void>>();

/** A department waits here until the test opens it; others never wait. */
function gate(name: string): Promise<void> | undefined {
  return gates.get(name)?.promise;
}

function close(...names: string[]): void {
  for (const name of names) gates.set(name, Promise.withResolvers());
}

function open(name: string): void {
  gates.get(name)?.resolve();
}

afterEach(() => {
  for (const { resolve } of gates.values()) resolve();
  gates.clear();
});

/** Cases of a court, each with a judge by the staff office, whose age the archive knows. */
const departments = [
  {
    sdl: `
      type Case @key(fields: "id") { id: ID! title: String }
      type Query { case: Case cases: [Case!] none: Case }
      type Mutation { change: Case }`,
    resolvers: {
      Query: { case: () => ({ id: '1', title: '盗窃' }), cases: () => [{ id: '1' }, { id: '2' }], none: () => null },
      Mutation: { change: () => ({ id: '1', title: '盗窃' }) },
    },
  },
  {
    sdl: `
      type Case @key(fields: "id") { id: ID! judge: Judge sure: Judge! strict: Int! fails: String }
      type Judge @key(fields: "id") { id: ID! room: String! }`,
    resolvers: {
      Case: {
        __resolveReference: async (row: object) => {
          await gate('staff');
          return row;
        },
        judge: ({ id }: { id: string }) => ({ id: `j${id}`, room: `R${id}` }),
        sure: () => ({ id: 'j1', room: null }),
        strict: ({ id }: { id: string }) => (id === '2' ? null : 5),
        fails: () => {
          throw new Error('no');
        },
      },
    },
  },
  {
    sdl: `type Case @key(fields: "id") { id: ID! pages: Int } type Judge @key(fields: "id") { id: ID! age: Int }`,
    resolvers: {
      Case: {
        pages: async () => {
          await gate('archive');
          return 12;
        },
      },
      Judge: {
        age: async () => {
          await gate('archive');
          return 50;
        },
      },
    },
  },
] as unknown as SmallDepartment[];

async function partsOf(gateway: Gateway, query: string, variables = {}): Promise<StreamedResponse[]> {
  const answer = await gateway.stream({ query, variables });
  if (!('answers' in answer)) return [answer];
  const parts: StreamedResponse[] = [];
  for await (const part of answer.answers) parts.push(part);
  return parts;
}

describe('@defer', () => {
  it('sends what needs a further department later', async () => {
    const log: string[] = [];
    const gateway = smallGateway(departments, log);
    expect(await partsOf(gateway, '{ case { title ... @defer(label: "judge") { judge { room } } } }')).toEqual([
      { data: { case: { title: '盗窃' } }, pending: [{ id: '0', path: ['case'], label: 'judge' }], hasNext: true },
      { incremental: [{ id: '0', data: { judge: { room: 'R1' } } }], completed: [{ id: '0' }], hasNext: false },
    ]);
    expect(log.length).toBe(2);
  });

  it('sends the first part while other departments are asked, and each fragment when its own have answered', async () => {
    close('staff', 'archive');
    const gateway = smallGateway(departments);
    const query = '{ cases { id ... @defer(label: "A") { pages } ... @defer(label: "B") { judge { room } } } }';
    const stream = await gateway.stream({ query });
    if (!('answers' in stream)) throw new Error('Expected parts');
    const parts = stream.answers[Symbol.asyncIterator]();
    expect((await parts.next()).value).toMatchObject({ data: { cases: [{ id: '1' }, { id: '2' }] }, hasNext: true });
    open('staff');
    expect((await parts.next()).value).toEqual({
      incremental: [
        { id: '1', data: { judge: { room: 'R1' } } },
        { id: '3', data: { judge: { room: 'R2' } } },
      ],
      completed: [{ id: '1' }, { id: '3' }],
      hasNext: true,
    });
    open('archive');
    expect((await parts.next()).value).toMatchObject({ completed: [{ id: '0' }, { id: '2' }], hasNext: false });
    expect((await parts.next()).done).toBe(true);
  });

  it('sends a field that several fragments have once, and announces those inside of others with them', async () => {
    const gateway = smallGateway(departments);
    const query = `{ case { title
      ... @defer(label: "A") { title judge { id room } }
      ... @defer(label: "B") { judge { id ... @defer(label: "C") { age } } } } }`;
    const [first, ...later] = await partsOf(gateway, query);
    expect(first).toMatchObject({ data: { case: { title: '盗窃' } }, pending: [{ label: 'A' }, { label: 'B' }] });
    expect(later).toEqual([
      {
        pending: [{ id: '2', path: ['case', 'judge'], label: 'C' }],
        incremental: [
          { id: '0', data: { judge: { id: 'j1' } } },
          { id: '0', subPath: ['judge'], data: { room: 'R1' } },
        ],
        completed: [{ id: '0' }, { id: '1' }],
        hasNext: true,
      },
      { incremental: [{ id: '2', data: { age: 50 } }], completed: [{ id: '2' }], hasNext: false },
    ]);
  });

  it('keeps an error, and a null that may not be, inside its fragment', async () => {
    const gateway = smallGateway(departments);
    const query = '{ cases { id ... @defer(label: "A") { fails } ... @defer(label: "B") { strict } } }';
    const [first, last] = await partsOf(gateway, query);
    expect(first).not.toHaveProperty('errors');
    const strict = { path: ['cases', 1, 'strict'], extensions: { code: 'SUBGRAPH_ERROR' } };
    expect(last).toMatchObject({
      incremental: [
        { id: '0', data: { fails: null }, errors: [{ path: ['cases', 0, 'fails'] }] },
        { id: '1', data: { strict: 5 } },
        {},
      ],
      completed: [{ id: '0' }, { id: '1' }, { id: '2' }, { id: '3', errors: [strict] }],
      hasNext: false,
    });
  });

  it.each([
    ['nothing is needed later', '{ case { ... @defer { title } } }', { case: { title: '盗窃' } }],
    ['the object is null', '{ none { id ... @defer { judge { room } } } }', { none: null }],
    ['if is false', '{ case { id ... @defer(if: false) { pages } } }', { case: { id: '1', pages: 12 } }],
    [
      'if is a variable that is false',
      'query ($d: Boolean!) { case { id ...F @defer(if: $d) } } fragment F on Case { pages }',
      { case: { id: '1', pages: 12 } },
    ],
    ['it is a mutation', 'mutation { change { id ... @defer { pages } } }', { change: { id: '1', pages: 12 } }],
    ['it is left out', '{ case { id ... @defer @skip(if: true) { pages } } }', { case: { id: '1' } }],
  ])('gives one answer where %s', async (_, query, data) => {
    expect(await partsOf(smallGateway(departments), query, { d: false })).toEqual([{ data }]);
  });

  it('asks no department for fragments of objects that are not there', async () => {
    const log: string[] = [];
    await partsOf(smallGateway(departments, log), '{ none { id ... @defer { judge { room } } } }');
    expect(log.length).toBe(1);
  });

  it.each([
    ['twice', '{ case { ... @defer(label: "a") { id } ... @defer(label: "a") { title } } }'],
    ['in a variable', 'query ($l: String) { case { ... @defer(label: $l) { id } } }'],
  ])('refuses a label that is there %s', async (_, query) => {
    const answer = await smallGateway(departments).stream({ query });
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it('counts what is deferred as all else', async () => {
    const small = smallGateway(departments);
    expect(small.schema.getDirective('defer')).toBeDefined();
    const query = `{ case { ${'... @defer { id } '.repeat(101)} } }`;
    expect(await small.stream({ query })).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_DIRECTIVES' } }] });
  });

  it('ends what is asked when the client leaves', async () => {
    close('staff');
    const left = Promise.withResolvers<void>();
    const small = smallDepartments(departments, (query, { signal }) => {
      if (query.includes('judge')) signal?.addEventListener('abort', () => left.resolve());
    });
    const gateway = createGateway(small);
    const stream = await gateway.stream({ query: '{ case { id ... @defer { judge { room } } } }' });
    if (!('answers' in stream)) throw new Error('Expected parts');
    for await (const part of stream.answers) {
      expect(part).toHaveProperty('hasNext', true);
      break;
    }
    await left.promise;
  });

  it('finishes on the supergraph that it began on', async () => {
    close('staff');
    const { transports, supergraphSdl } = smallDepartments(departments);
    const gateway = createReloadingGateway({ supergraphSdl, transports });
    const stream = await gateway.stream({ query: '{ case { id ... @defer { judge { room } } } }' });
    if (!('answers' in stream)) throw new Error('Expected parts');
    gateway.reload(supergraphSdl);
    open('staff');
    const parts: StreamedResponse[] = [];
    for await (const part of stream.answers) parts.push(part);
    expect(parts[1]).toMatchObject({ incremental: [{ data: { judge: { room: 'R1' } } }], hasNext: false });
    await gateway.close();
  });

  it('tells what has not come within the deadline', async () => {
    close('staff');
    const gateway = createGateway({ ...smallDepartments(departments), deadline: 100 });
    const parts = await partsOf(gateway, '{ case { id ... @defer { judge { room } } } }');
    expect(parts[1]).toMatchObject({
      incremental: [{ data: { judge: null }, errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }] }],
      hasNext: false,
    });
  });

  it('sends many deferred fragments together, when all of them are there', async () => {
    const fields = Array.from({ length: 12 }, (_, index) => `... @defer { p${index}: pages }`);
    const parts = await partsOf(
      smallGateway(departments),
      `{ case { id ${fields.join(' ')} ... @defer { judge { room } } } }`,
    );
    expect(parts).toHaveLength(2);
    expect(parts[1]).toHaveProperty('completed.length', 13);
  });
});

describe('answers in several parts over HTTP', () => {
  const query = '{ case { title ... @defer { pages } } }';
  const first = '{"data":{"case":{"title":"盗窃"}},"pending":[{"id":"0","path":["case"]}],"hasNext":true}';
  const second = '{"incremental":[{"id":"0","data":{"pages":12}}],"completed":[{"id":"0"}],"hasNext":false}';
  const whole = '{"data":{"case":{"title":"盗窃","pages":12}}}';
  const json = 'application/json; charset=utf-8';

  it.each([
    [
      'text/event-stream',
      'text/event-stream; charset=utf-8',
      `event: next\ndata: ${first}\n\nevent: next\ndata: ${second}\n\nevent: complete\ndata:\n\n`,
    ],
    [
      'multipart/mixed, application/json',
      'multipart/mixed; boundary="-"',
      `\r\n---\r\ncontent-type: ${json}\r\n\r\n${first}\r\n---\r\ncontent-type: ${json}\r\n\r\n${second}\r\n-----\r\n`,
    ],
    ['application/json', json, whole],
    // The form of an older draft, which is not spoken here.
    ['multipart/mixed;deferSpec=20220824,application/json', json, whole],
  ])('come as %s', async (accept, type, text) => {
    const gateway = smallGateway(departments);
    const server = await serveGateway(gateway, { port: 0 });
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text]);
    await server.close();
    await gateway.close();
  });
});
