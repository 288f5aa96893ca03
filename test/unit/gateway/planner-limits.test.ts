import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../../../gateway/index.ts';
import { smallSupergraph } from './small-graph.ts';

/**
 * What the planner cannot do (gateway/README.md). A test that fails here after an update of the planner is good news: the
 * section, the exception in proof/ and what the gateway does against it can go.
 */
const entity = 'type Case @key(fields: "id")';
const owner = `${entity} { id: ID! a: Int }`;
const requiring = `${entity} { id: ID! a: Int @external next: Case req: Int @requires(fields: "a") }`;

/** An interface and its kinds, of which a department has some fields. */
const kinds = (more: string): string =>
  ['interface I', 'type A implements I @key(fields: "id")', 'type B implements I @key(fields: "id")']
    .map(one => `${one} { id: ID! ${more} }`)
    .join(' ');
const sharing = `${entity} { id: ID! all: [I] @shareable }`;

const refused: [string, string[], string][] = [
  [
    'a field with @requires on what its own department leads to from an entity',
    [`${owner} type Query { case: Case }`, requiring],
    '{ case { next { req } } }',
  ],
  [
    'a shareable field that leads to an interface which no sharing department has whole',
    [`${kinds('')} ${sharing} type Query { case: Case }`, `${kinds('')} ${sharing}`, kinds('a: Int')],
    '{ case { all { a } } }',
  ],
  [
    'a field with @requires where the way to it leads over another key',
    [
      `type Case @key(fields: "code") { code: Int! a: Int } type Query { case: Case }`,
      `type Case @key(fields: "id") @key(fields: "code") { id: ID! code: Int! }`,
      `${entity} { id: ID! a: Int @external req: Int @requires(fields: "a") }`,
    ],
    '{ case { req } }',
  ],
];

const severalKeys = [
  `${owner} type Query { case: Case }`,
  `${entity} @key(fields: "code") { id: ID! code: Int! a: Int @external req: Int @requires(fields: "a") }`,
];

const said = 'say(n: Int): String';
const requiringSaid = (name: string, args: string): string => `
  ${entity} { id: ID! ${said} @external part: Part @external ${name}: String @requires(fields: "say${args}")
    ${name}Part: Int @requires(fields: "part { ${name === 'a' ? 'b' : `b${args}`} }") }
  type Part { b(n: Int): String @external }`;
/** `a` and `aPart` require `say` and `b` as they are, the others with arguments; `c` requires `b` in turn. */
const differing = [
  `${entity} { id: ID! ${said} part: Part } type Part { b(n: Int): String } type Query { case: Case }`,
  requiringSaid('a', ''),
  requiringSaid('b', '(n: 1)'),
  `${entity} { id: ID! b: String @external c: String @requires(fields: "b") }`,
];

describe('the planner', () => {
  it.each(refused)('refuses %s', async (_, sdls, query) => {
    const gateway = createGateway({ supergraphSdl: smallSupergraph(sdls) });
    const answer = await gateway.execute({ query });
    expect(answer.errors?.map(error => error.extensions?.code)).toEqual(['PLAN_FAILED']);
    await gateway.close();
  });

  it('is not asked for a field with @requires of a department that knows several keys', async () => {
    const gateway = createGateway({ supergraphSdl: smallSupergraph(severalKeys) });
    const answer = await gateway.execute({ query: '{ case { req } }' });
    expect(answer.errors?.map(error => error.extensions?.code)).toEqual(['PLAN_FAILED']);
    await gateway.close();
  });

  it.each([
    '{ case { a b } }',
    '{ case { id aPart bPart } }',
    '{ case { a } other: case { ... on Case { b } } }',
    '{ case { a c } }',
  ])('is not asked for what requires one field with different arguments: %s', async query => {
    const gateway = createGateway({ supergraphSdl: smallSupergraph(differing) });
    const answer = await gateway.execute({ query });
    expect(answer.errors?.map(error => error.extensions?.code)).toEqual(['PLAN_FAILED']);
    expect(answer.errors?.[0]?.message).toMatch(/(Case\.say|Part\.b) is required with different arguments/);
    await gateway.close();
  });

  it.each(['{ case { a aPart part { b x: b(n: 7) } } }', '{ case { b c say bPart y: say(n: 8) part { b } } }'])(
    'is asked for each alone, whatever arguments the client gives: %s',
    async query => {
      const gateway = createGateway({ supergraphSdl: smallSupergraph(differing) });
      const { errors = [] } = await gateway.execute({ query });
      expect(errors.map(error => error.extensions?.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
      await gateway.close();
    },
  );

  it.each([
    ['of a department that knows several keys', severalKeys, '{ case { req } }'],
    ['that require different arguments', differing, '{ case { aPart bPart } }'],
  ])('would end the process at fields %s', (_, sdls, query) => {
    const script = `import { QueryPlanner } from '@graphql-hive/router-query-planner';
      new QueryPlanner(${JSON.stringify(smallSupergraph(sdls))}).plan(${JSON.stringify(query)}, undefined, new Set(), 0);`;
    const { status, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect([status, signal]).not.toEqual([0, null]);
    expect(signal).toBe('SIGABRT');
  });
});
