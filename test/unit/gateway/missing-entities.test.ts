import { describe, expect, it } from 'vitest';
import { smallGateway } from './small-graph.ts';

const root = {
  sdl: 'type Case @key(fields: "id") { id: ID! } type Query { cases: [Case!]! }',
  resolvers: { Query: { cases: () => [{ id: '1' }, { id: '2' }] } },
};

/** A department that knows case 2 only; `fails` makes its fields fail. */
const owner = (type: string, fails = false) => ({
  sdl: `type Case @key(fields: "id") { id: ID! a: ${type} part: Part } type Part { b: ${type} }`,
  resolvers: {
    Case: {
      __resolveReference: ({ id }: { id: string }) => (id === '1' ? null : { id, part: { b: 5 } }),
      a: () => {
        if (fails) throw new Error('no');
        return 7;
      },
    },
  },
});

/** One that requires of the first, and one that requires of both. */
const requiring = (type: string) => ({
  sdl: `type Case @key(fields: "id") { id: ID! a: ${type} @external part: Part @external
      told: String @requires(fields: "a part { b }") own: Int }
    type Part { b: ${type} @external }`,
  resolvers: {
    Case: {
      told: ({ a, part }: { a: unknown; part: unknown }) => JSON.stringify([a, part]),
      own: ({ id }: { id: string }) => Number(id),
    },
  },
});
const requiringInTurn = {
  sdl: `type Case @key(fields: "id") { id: ID! told: String @external again: String @requires(fields: "told") }`,
  resolvers: { Case: { again: ({ told }: { told: unknown }) => `again ${String(told)}` } },
};
const query = '{ cases { id told own again } }';
const second = { id: '2', told: '[7,{"b":5}]', own: 2, again: 'again [7,{"b":5}]' };

describe('an entity that the owner of a required field does not know', () => {
  it('has null for it, which the department that requires it is told', async () => {
    const gateway = smallGateway([root, owner('Int'), requiring('Int'), requiringInTurn] as never);
    expect(await gateway.execute({ query })).toEqual({
      data: { cases: [{ id: '1', told: '[null,null]', own: 1, again: 'again [null,null]' }, second] },
    });
    await gateway.close();
  });

  it('costs what the same department was asked beside, each with an error, where no null may be told', async () => {
    const gateway = smallGateway([root, owner('Int!'), requiring('Int!'), requiringInTurn] as never);
    const { data, errors } = await gateway.execute({ query });
    expect(data).toEqual({ cases: [{ id: '1', told: null, own: null, again: null }, second] });
    expect(errors?.map(({ path, extensions, message }) => [path?.join('.'), extensions?.code, message])).toEqual(
      ['told', 'own', 'again'].map(field => [
        `cases.0.${field}`,
        'REQUIRED_VALUE_MISSING',
        'Expected a value of Case.a, which s2 requires, got none; tell the operator of its department.',
      ]),
    );
    await gateway.close();
  });

  it('is told apart from one whose owner failed', async () => {
    const gateway = smallGateway([root, owner('Int', true), requiring('Int'), requiringInTurn] as never);
    const { data, errors } = await gateway.execute({ query: '{ cases { own told } }' });
    expect(data).toEqual({
      cases: [
        { own: 1, told: '[null,null]' },
        { own: 2, told: '[null,{"b":5}]' },
      ],
    });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.code])).toEqual([
      ['cases.1.a', 'SUBGRAPH_ERROR'],
    ]);
    await gateway.close();
  });
});
