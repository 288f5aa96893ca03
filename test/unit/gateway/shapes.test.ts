import { describe, expect, it } from 'vitest';
import { smallGateway } from './small-graph.ts';

const fails = (): never => {
  throw new Error('no');
};
const say = (_: never, { n }: { n?: number }) => `n=${n ?? 0}`;

const shared = (more: string) => ({
  sdl: `type Case @key(fields: "id") { id: ID! part: Part @shareable } type Part @key(fields: "id") { id: ID! ${more}: Int } `,
  resolvers: { Case: { part: fails } },
});

/** Small forms of what the proof (proof/) once found. */
describe('shapes of operations', () => {
  const town = { __typename: 'Town', id: '1', name: '城关镇', mayor: '张' };
  const places = {
    sdl: `
      interface Place { id: ID! name: String }
      type Town implements Place @key(fields: "id") { id: ID! name: String mayor: String }
      type Query { place: Place }`,
    resolvers: { Query: { place: () => town } },
  };

  it('has fields of the only kind of an interface', async () => {
    const gateway = smallGateway([places]);
    expect(await gateway.execute({ query: '{ place { ... on Town { mayor ... on Place { name } } } }' })).toEqual({
      data: { place: { mayor: '张', name: '城关镇' } },
    });
    expect(await gateway.execute({ query: '{ place { ... on Town { name } } }' })).toEqual({
      data: { place: { name: '城关镇' } },
    });
  });

  it('merges fragments and what they repeat into one question', async () => {
    const log: string[] = [];
    const gateway = smallGateway([places], log);
    const query = `query ($no: Boolean!) { place { ...P ... { name } ... on Place @skip(if: $no) { id } } place { ...P } }
      fragment P on Place { name ... on Town { mayor } }`;
    const answer = await gateway.execute({ query, variables: { no: true } });
    expect(answer).toEqual({ data: { place: { name: '城关镇', mayor: '张' } } });
    expect(log).toEqual(['{place{name __typename ...on Town{mayor}}}']);
    const other = await gateway.execute({ query, variables: { no: false } });
    expect(other).toEqual({ data: { place: { name: '城关镇', mayor: '张', id: '1' } } });
  });

  it('gives kinds of one field, here null and there not, under one key below an entity', async () => {
    const list = [
      { __typename: 'A', id: 'a', note: 'x' },
      { __typename: 'B', id: 'b', note: 'y' },
    ];
    const owner = {
      sdl: `
        interface I { id: ID! }
        type A implements I @key(fields: "id") { id: ID! note: String @shareable }
        type B implements I @key(fields: "id") { id: ID! note: String! @shareable }
        type Case @key(fields: "id") { id: ID! all: [I] }`,
      resolvers: { Case: { all: () => list } },
    };
    const root = {
      sdl: `type Case @key(fields: "id") { id: ID! } 
        interface I { id: ID! note: String }
        type A implements I @key(fields: "id") { id: ID! note: String @shareable }
        type B implements I @key(fields: "id") { id: ID! note: String! @shareable more: Int }
        type Query { case: Case }`,
      resolvers: { Query: { case: () => ({ id: '1' }) }, B: { more: () => 7 } },
    };
    const gateway = smallGateway([owner, root]);
    const query = '{ case { all { note ... on B { more } } } }';
    expect(await gateway.execute({ query })).toEqual({
      data: { case: { all: [{ note: 'x' }, { note: 'y', more: 7 }] } },
    });
  });

  it('tells one error where two departments fail at a field that they share', async () => {
    const first = shared('a');
    const root = {
      sdl: `${first.sdl} type Query { case: Case }`,
      resolvers: { ...first.resolvers, Query: { case: () => ({ id: '1' }) } },
    };
    const gateway = smallGateway([root, shared('b')]);
    const answer = await gateway.execute({ query: '{ case { part { a b } } }' });
    expect(answer.data).toEqual({ case: { part: null } });
    expect(answer.errors?.map(error => error.path)).toEqual([['case', 'part']]);
  });

  it('tells a department what it requires, whatever arguments the client gives that field', async () => {
    const owner = { sdl: 'type Case @key(fields: "id") { id: ID! say(n: Int): String }', resolvers: { Case: { say } } };
    const size = { sdl: 'type Case @key(fields: "id") { id: ID! size: Int }', resolvers: { Case: { size: () => 1 } } };
    const requiring = {
      sdl: `type Case @key(fields: "id") { id: ID! say(n: Int): String @external size: Int @external
        heard: String @requires(fields: "size say(n: 3)") }
        type Query { case: Case }`,
      resolvers: {
        Query: { case: () => ({ id: '1' }) },
        Case: { heard: (row: { say: string; size: number }) => `${row.say} ${row.size}` },
      },
    };
    const gateway = smallGateway([owner, size, requiring as never]);
    const query = '{ case { heard say(n: 1) other: say a: say(n: 2) } }';
    expect(await gateway.execute({ query })).toEqual({
      data: { case: { heard: 'n=3 1', say: 'n=1', other: 'n=0', a: 'n=2' } },
    });
  });

  it('reads all that a mutation answers before the next one changes it', async () => {
    let count = 0;
    const raise = () => ({ id: String((count += 1)) });
    const changing = {
      sdl: `type Case @key(fields: "id") { id: ID! count: Int } type Query { case: Case } type Mutation { raise: Case }`,
      resolvers: { Mutation: { raise }, Case: { count: () => count } },
    };
    const other = {
      sdl: 'type Case @key(fields: "id") { id: ID! self: Other } type Other @key(fields: "id") { id: ID! back: Case }',
      resolvers: { Case: { self: (row: { id: string }) => row }, Other: { back: (row: { id: string }) => row } },
    };
    const gateway = smallGateway([changing, other as never]);
    const query = 'mutation { a: raise { id self { back { count } } } b: raise { self { back { count } } } }';
    expect(await gateway.execute({ query })).toEqual({
      data: { a: { id: '1', self: { back: { count: 1 } } }, b: { self: { back: { count: 2 } } } },
    });
  });
});
