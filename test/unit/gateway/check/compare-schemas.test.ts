import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compareSchemas, readApiSchema } from '../../../../gateway/index.ts';
import { supergraph } from '../small-county.ts';

const sdl = `
  type Query { lawsuit(id: ID!, kind: Kind): Lawsuit disputes(filter: Filter): [Dispute!] unused: Int }
  type Lawsuit { id: ID! kind: Kind claim: Float! place: Place }
  interface Place { code: ID! }
  type Town implements Place { code: ID! people: Int }
  type Dispute { id: ID! kind: Kind }
  enum Kind { CIVIL CRIMINAL }
  input Filter { kinds: [Kind!] above: Float }`;
const documents = [
  {
    origin: 'lawsuit.graphql',
    text: `query Lawsuit($id: ID!) { lawsuit(id: $id, kind: CIVIL) { ...Claim place { code ... on Town { people } } } }
           fragment Claim on Lawsuit { claim }`,
  },
  { origin: 'disputes.graphql', text: 'query ($filter: Filter) { disputes(filter: $filter) { id kind } }' },
];

/** `severity kind coordinate: users` of each change, where words of the schema are replaced. */
async function changes(...replaced: [string, string][]): Promise<string[]> {
  const after = replaced.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, sdl);
  const found = await compareSchemas(buildSchema(sdl), buildSchema(after), documents);
  return found.changes.map(
    ({ severity, kind, coordinate, usedBy }) => `${severity} ${kind} ${coordinate}: ${usedBy.join(' + ') || '-'}`,
  );
}

describe('a change of the schema', () => {
  it.each<[string, string, string]>([
    ['claim: Float!', '', 'breaking FIELD_REMOVED Lawsuit.claim: Lawsuit'],
    ['claim: Float!', 'claim: Float', 'breaking FIELD_TYPE_CHANGED Lawsuit.claim: Lawsuit'],
    ['people: Int', '', 'breaking FIELD_REMOVED Town.people: Lawsuit'],
    [' unused: Int', '', 'breaking FIELD_REMOVED Query.unused: -'],
    ['kind: Kind)', 'kind: Kind, by: ID!)', 'breaking FIELD_ARGUMENT_ADDED Query.lawsuit.by: Lawsuit'],
    ['CIVIL ', '', 'breaking ENUM_VALUE_REMOVED Kind.CIVIL: Lawsuit + disputes.graphql'],
    [' CRIMINAL', '', 'breaking ENUM_VALUE_REMOVED Kind.CRIMINAL: disputes.graphql'],
    [' above: Float', '', 'breaking INPUT_FIELD_REMOVED Filter.above: disputes.graphql'],
    ['above: Float', 'above: Float upTo: Float!', 'breaking INPUT_FIELD_ADDED Filter.upTo: disputes.graphql'],
    ['CIVIL CRIMINAL', 'CIVIL CRIMINAL PENAL', 'dangerous ENUM_VALUE_ADDED Kind.PENAL: Lawsuit + disputes.graphql'],
    ['unused: Int', 'unused: Int!', 'safe FIELD_TYPE_CHANGED Query.unused: -'],
    ['type Dispute {', 'type Dispute { more: Int', 'safe FIELD_ADDED Dispute.more: -'],
  ])('%j to %j is told with who uses it', async (from, to, expected) => {
    expect(await changes([from, to])).toEqual([expected]);
  });

  it('comes in the order of its severity', async () => {
    const severities = (
      await changes(['unused: Int', 'unused: Int!'], ['CRIMINAL', 'CRIMINAL PENAL'], ['claim: Float!', ''])
    ).map(one => one.split(' ')[0]);
    expect(severities).toEqual(['breaking', 'dangerous', 'safe']);
  });

  it('tells the operations that the new schema refuses, with the reason', async () => {
    const after = buildSchema(sdl.replace('claim: Float!', ''));
    expect((await compareSchemas(buildSchema(sdl), after, documents)).refused).toEqual([
      { operation: 'Lawsuit', messages: ['Cannot query field "claim" on type "Lawsuit".'] },
    ]);
  });

  it('is not held against what is no operation', async () => {
    const none = [{ origin: 'none.graphql', text: 'query {' }];
    await expect(compareSchemas(buildSchema(sdl), buildSchema(sdl), none)).rejects.toMatchObject({
      code: 'BAD_OPERATIONS',
      message: expect.stringContaining('none.graphql'),
    });
  });

  it('is none between a supergraph and its own API schema', async () => {
    const api = readApiSchema(supergraph());
    expect(api.getType('join__Graph')).toBeUndefined();
    const deferring = [{ origin: 'deferring', text: '{ disputes { id ... @defer { kind } } }' }];
    expect(await compareSchemas(api, api, deferring)).toEqual({ changes: [], refused: [] });
    expect(() => readApiSchema('type Query {')).toThrow(expect.objectContaining({ code: 'SCHEMA_INVALID' }));
  });
});
