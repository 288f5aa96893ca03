import { describe, expect, it } from 'vitest';
import type { GatewayRequest, Response, ResponseStream, StreamedResponse } from '../../../../gateway/index.ts';
import type { Identity } from '../../../../lib/kernel/identity.ts';
import { protectedGraph, somebody } from './protected-graph.ts';

const court = {
  sdl: `
    scalar Secret @authenticated
    enum Grade @authenticated { HIGH LOW }
    interface Record { id: ID! secret: Int open: Int }
    type Lawsuit implements Record @key(fields: "id") { id: ID! secret: Int @authenticated open: Int must: Int! @authenticated
      text: Secret grade: Grade judge: Judge next: [Lawsuit!] }
    type Auction implements Record @key(fields: "id") { id: ID! secret: Int open: Int }
    type Judge @authenticated { name: String }
    union Item = Lawsuit | Judge
    type Query { lawsuit: Lawsuit records: [Record!] items: [Item!] judge: Judge count: Int! @authenticated open: Int }
    type Subscription { lawsuit: Lawsuit judge: Judge }
    type Mutation { first: Int! second: Int! @authenticated third: Int }`,
  resolvers: {
    Query: {
      lawsuit: () => lawsuit('l1'),
      records: () => [lawsuit('l1'), { __typename: 'Auction', id: 'a1', secret: 8, open: 2 }],
      items: () => [lawsuit('l1'), { __typename: 'Judge', name: 'Li' }],
      judge: () => ({ name: 'Li' }),
      count: () => 9,
      open: () => 1,
    },
    Lawsuit: { next: () => [lawsuit('l2'), lawsuit('l3')], __resolveReference: () => lawsuit('l1') },
    Mutation: { first: () => 1, second: () => 2, third: () => 3 },
  },
};
const lawsuit = (id: string) => ({
  __typename: 'Lawsuit',
  id,
  secret: 7,
  open: 1,
  must: 5,
  text: 'x',
  grade: 'HIGH',
  judge: { name: 'Li' },
});

const refused = (...paths: (string | number)[][]) => paths.map(path => [path.join('.'), 'FORBIDDEN_FIELD']);

async function ask(query: string, identity?: Identity) {
  const { gateway, asked } = protectedGraph([court]);
  const { data, errors = [] } = await gateway.execute({ query }, { identity });
  return { data, errors: errors.map(({ path = [], extensions }) => [path.join('.'), extensions?.code]), asked };
}

describe('a field that is not given to who asks', () => {
  it.each([
    ['of an object', '{ lawsuit { secret open } }', { lawsuit: { secret: null, open: 1 } }, ['lawsuit', 'secret']],
    ['under an alias', '{ lawsuit { open: secret } }', { lawsuit: { open: null } }, ['lawsuit', 'open']],
    ['by its scalar', '{ lawsuit { text } }', { lawsuit: { text: null } }, ['lawsuit', 'text']],
    ['by its enum', '{ lawsuit { grade } }', { lawsuit: { grade: null } }, ['lawsuit', 'grade']],
    ['by the type that it leads to', '{ judge { name } }', { judge: null }, ['judge']],
    ['whose null rises', '{ lawsuit { must } open }', { lawsuit: null, open: 1 }, ['lawsuit', 'must']],
    ['whose null rises to the root', '{ open count }', null, ['count']],
  ])('%s is null, with its path', async (_, query, data, path) => {
    expect(await ask(query)).toMatchObject({ data, errors: refused(path) });
  });

  it('is asked of no department, not even with others', async () => {
    const { asked } = await ask(
      '{ lawsuit { open ...F } } fragment F on Lawsuit { x: secret ... { secret judge { name } } }',
    );
    expect(asked).toEqual(['s0: {lawsuit{open}}']);
    expect((await ask('{ judge { name } }')).asked).toEqual([]);
  });

  it('is given to whoever has the right, as if nothing were protected', async () => {
    const { data, errors } = await ask('{ lawsuit { secret must judge { name } } count }', somebody());
    expect([data, errors]).toEqual([{ lawsuit: { secret: 7, must: 5, judge: { name: 'Li' } }, count: 9 }, []]);
  });

  it('has one error for each object of a list', async () => {
    const { data, errors } = await ask('{ lawsuit { next { id secret } } }');
    expect(data).toEqual({
      lawsuit: {
        next: [
          { id: 'l2', secret: null },
          { id: 'l3', secret: null },
        ],
      },
    });
    expect(errors).toEqual(refused(['lawsuit', 'next', 0, 'secret'], ['lawsuit', 'next', 1, 'secret']));
  });

  it('of an interface is kept back on the objects that protect it', async () => {
    const { data, errors, asked } = await ask('{ records { secret } }');
    expect(data).toEqual({ records: [{ secret: null }, { secret: 8 }] });
    expect(errors).toEqual(refused(['records', 0, 'secret']));
    expect(asked).toEqual(['s0: {records{__typename ...on Auction{secret}}}']);
  });

  it('of a protected type is kept back behind a union', async () => {
    const { data, errors } = await ask('{ items { __typename ... on Judge { name } ... on Record { open } } }');
    expect(data).toEqual({
      items: [
        { __typename: 'Lawsuit', open: 1 },
        { __typename: 'Judge', name: null },
      ],
    });
    expect(errors).toEqual(refused(['items', 1, 'name']));
  });

  it('of a mutation is not executed, nor is what comes after a null that takes the answer', async () => {
    expect((await ask('mutation { first third }')).asked).toEqual(['s0: mutation{first third}']);
    const { data, errors, asked } = await ask('mutation { first second third }');
    expect([data, errors, asked]).toEqual([null, refused(['second']), ['s0: mutation{first}']]);
  });
});

const justice = {
  sdl: `type Dispute @key(fields: "id") { id: ID! fee: Int @policy(policies: [["judge"], ["clerk", "court"]])
      cost: Int @requiresScopes(scopes: [["fee:read", "cost:read"], ["all"]]) } type Query { dispute: Dispute }`,
  resolvers: { Query: { dispute: () => ({ id: 'd1', fee: 3, cost: 4 }) } },
};

describe('what a directive asks for', () => {
  it.each<[string, Partial<Identity>, number | null, number | null]>([
    ['none', {}, null, null],
    ['one scope of two', { scopes: ['fee:read'] }, null, null],
    ['both scopes', { scopes: ['cost:read', 'fee:read'] }, null, 4],
    ['the other scope', { scopes: ['all'] }, null, 4],
    ['a role that is the policy', { roles: ['judge'] }, 3, null],
    ['one policy of two', { roles: ['court'] }, null, null],
    ['both policies', { roles: ['court', 'clerk'] }, 3, null],
  ])('is an OR of ANDs: with %s', async (_, parts, fee, cost) => {
    const { gateway } = protectedGraph([justice]);
    const { data } = await gateway.execute({ query: '{ dispute { fee cost } }' }, { identity: somebody(parts) });
    expect(data).toEqual({ dispute: { fee, cost } });
  });

  it('is asked of the function that knows policies; one that fails gives nothing', async () => {
    const query = '{ dispute { fee } }';
    const { gateway } = protectedGraph([justice], {
      holdsPolicy: ({ subject }, policy) => subject + policy === 'lijudge',
    });
    const fees = [somebody({ subject: 'li' }), somebody({ subject: 'wang', roles: ['judge'] })].map(async identity => {
      const { data } = await gateway.execute({ query }, { identity });
      return data;
    });
    expect(await Promise.all(fees)).toEqual([{ dispute: { fee: 3 } }, { dispute: { fee: null } }]);
    const failing = protectedGraph([justice], {
      holdsPolicy: () => {
        throw new Error('no register');
      },
    });
    expect((await failing.gateway.execute({ query }, { identity: somebody() })).data).toEqual({
      dispute: { fee: null },
    });
  });
});

describe('directives that stand at an interface', () => {
  const department = {
    sdl: `interface Place @key(fields: "code") { code: ID! people: Int }
      type Grid implements Place @key(fields: "code") { code: ID! people: Int } type Query { place: Place grid: Grid }`,
    resolvers: {
      Query: { place: () => grid, grid: () => grid },
      Place: { __resolveReference: () => grid },
    },
  };
  const grid = { __typename: 'Grid', code: 'g', people: 5 };
  const police = {
    sdl: `type Place @key(fields: "code") @interfaceObject { code: ID! people: Int @external calls: Int load: Int @requires(fields: "people") }`,
    resolvers: { Place: { __resolveReference: (one: object) => ({ ...one, calls: 9, load: 4 }) } },
  };
  const auth = '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY) {';
  const protecting = (from: RegExp) => (sdl: string) =>
    sdl
      .replace(/\) \{/, `) ${auth}`)
      .replace(from, '$& @authenticated')
      .replace('type Query', 'directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE\ntype Query');

  it.each([
    ['a field', /interface Place[^{]*\{[^}]*people: Int[^\n]*/, '{ place { people } grid { people } }', 'people'],
    [
      'an interface object',
      /interface Place[^{]*\{[^}]*calls: Int[^\n]*/,
      '{ place { calls ... on Grid { x: calls } } grid { calls } }',
      'calls',
    ],
    ['what @requires reads', /type Grid[^{]*\{[^}]*people: Int[^\n]*/, '{ place { load } grid { load } }', 'people'],
    ['the interface itself', /interface Place [^{]*(?=\{)/, '{ place { calls } grid { people } }', 'calls'],
  ])('%s: are asked for by every object', async (_, from, query, secret) => {
    const { gateway, asked } = protectedGraph([department, police], {}, protecting(from));
    const { data, errors } = await gateway.execute({ query });
    expect(JSON.stringify(data)).not.toMatch(/\d/);
    expect(errors?.every(({ extensions }) => extensions?.code === 'FORBIDDEN_FIELD')).toBe(true);
    expect(asked.join()).not.toContain(secret);
    const open = await gateway.execute({ query }, { identity: somebody() });
    expect([open.errors, JSON.stringify(open.data)]).toEqual([undefined, expect.stringMatching(/\d/)]);
  });
});

async function partsOf(request: GatewayRequest, identity?: Identity): Promise<readonly StreamedResponse[]> {
  const { gateway } = protectedGraph([court, far]);
  const stream = (await gateway.stream(request, { identity })) as ResponseStream;
  const parts: StreamedResponse[] = [];
  for await (const part of stream.answers) parts.push(part);
  return parts;
}

const far = {
  sdl: `type Lawsuit @key(fields: "id") { id: ID! far: Int hidden: Int @authenticated }`,
  resolvers: { Lawsuit: { __resolveReference: (one: object) => ({ ...one, far: 6, hidden: 66 }) } },
};

describe('answers in parts, and operations that are known before', () => {
  it('hold nothing that is refused', async () => {
    const query = '{ lawsuit { open secret ... @defer { far hidden } } }';
    const text = JSON.stringify(await partsOf({ query }));
    expect(text).toContain('"far":6,"hidden":null');
    expect(text).not.toMatch(/66|7/);
    expect(JSON.stringify(await partsOf({ query }, somebody()))).toContain('"far":6,"hidden":66');
  });

  it('are refused field by field in every event of a subscription', async () => {
    const query = 'subscription { lawsuit { open secret far hidden } }';
    const [event] = await partsOf({ query });
    expect((event as Response).data).toEqual({ lawsuit: { open: 1, secret: null, far: 6, hidden: null } });
    const [other] = await partsOf({ query }, somebody());
    expect((other as Response).data).toEqual({ lawsuit: { open: 1, secret: 7, far: 6, hidden: 66 } });
  });

  it('of a subscription whose own field is refused there are none', async () => {
    const { gateway, asked } = protectedGraph([court, far]);
    const stream = await gateway.stream({ query: 'subscription { judge { name } }' });
    expect((stream as Response).errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN_FIELD']);
    expect(asked).toEqual([]);
  });

  it('are refused field by field in a safelist', async () => {
    const operations = [{ origin: 'one', text: '{ lawsuit { secret open } }' }];
    const { gateway, asked } = protectedGraph([court], { operations, safelist: true });
    const one = await gateway.execute({ query: '{ lawsuit { secret open } }' });
    expect([one.data, asked]).toEqual([{ lawsuit: { secret: null, open: 1 } }, ['s0: {lawsuit{open}}']]);
  });

  it('stay shown in the schema', async () => {
    const { gateway } = protectedGraph([court], { introspection: true });
    const { data } = await gateway.execute({ query: '{ __type(name: "Lawsuit") { fields { name } } }' });
    expect(JSON.stringify(data)).toContain('secret');
  });

  it('are planned in a process of their own', async () => {
    const { gateway } = protectedGraph([court], { planApart: true });
    const query = '{ lawsuit { secret open } }';
    expect((await gateway.execute({ query })).data).toEqual({ lawsuit: { secret: null, open: 1 } });
    expect((await gateway.execute({ query }, { identity: somebody() })).data).toEqual({
      lawsuit: { secret: 7, open: 1 },
    });
    await gateway.close();
  });
});
