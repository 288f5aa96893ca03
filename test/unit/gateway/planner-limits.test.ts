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

  it('would end the process there', () => {
    const script = `import { QueryPlanner } from '@graphql-hive/router-query-planner';
      new QueryPlanner(${JSON.stringify(smallSupergraph(severalKeys))}).plan('{ case { req } }', undefined, new Set(), 0);`;
    const { status, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect([status, signal]).not.toEqual([0, null]);
    expect(signal).toBe('SIGABRT');
  });
});
