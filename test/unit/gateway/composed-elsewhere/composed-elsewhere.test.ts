import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, createGateway, inProcessTransport } from '../../../../gateway/index.ts';
import { serveComposed } from './departments.ts';

const settlement = { __typename: 'Settlement', paid: { yuan: 7, note: 'paid' } };

/** What every version answers. */
const operations: [query: string, data: unknown, variables?: Record<string, unknown>][] = [
  [
    '{ opened place(code: "1") { __typename name ... on Town { population villages { code committee } } } }',
    {
      opened: '2024-05-01',
      place: {
        __typename: 'Town',
        name: '城关镇',
        population: 800,
        villages: [
          { code: '1-1', committee: '村委会' },
          { code: '1-2', committee: null },
        ],
      },
    },
  ],
  [
    'query ($l: Level, $k: Kind) { places(level: $l) { name disputes(kind: $k) { id amount { yuan } } } }',
    {
      places: [{ name: '桥头村', disputes: [{ id: 'd2', amount: null }] }],
    },
    { l: 'VILLAGE', k: 'WAGES' },
  ],
  [
    '{ disputes { id fee summary place { __typename name ... on Village { committee } } } }',
    {
      disputes: [
        {
          id: 'd1',
          fee: 2,
          summary: 'court on d1',
          place: { __typename: 'Village', name: '桥头村', committee: '村委会' },
        },
        {
          id: 'd2',
          fee: null,
          summary: 'court on d2',
          place: { __typename: 'Village', name: '桥头村', committee: '村委会' },
        },
      ],
    },
  ],
  [
    '{ lawsuit(id: "l1") { judge { rank name } outcome { __typename ... on Settlement { paid { yuan note } } } dispute { kind amount { yuan } } } }',
    {
      lawsuit: {
        judge: { rank: 3, name: '李' },
        outcome: settlement,
        dispute: { kind: 'LAND', amount: { yuan: 100 } },
      },
    },
  ],
  ['{ judges { rank name } }', { judges: [{ rank: 9, name: '李' }] }],
  [
    'mutation { raise(id: "d1", by: 5) { amount { yuan } lawsuits { id } } file(dispute: "d1") { dispute { place { name } } } }',
    {
      raise: { amount: { yuan: 5 }, lawsuits: [{ id: 'l1' }] },
      file: { dispute: { place: { name: '桥头村' } } },
    },
  ],
];

describe.each(['0.3', '0.4', '0.5'])(
  'a supergraph by the join specification %s that @apollo/composition made',
  version => {
    let gateway: Gateway;
    let served: Awaited<ReturnType<typeof serveComposed>>;

    beforeAll(async () => {
      served = await serveComposed(`join-${version}.graphql`);
      expect(served.supergraphSdl).toContain(`https://specs.apollo.dev/join/v${version}"`);
      gateway = createGateway({ supergraphSdl: served.supergraphSdl });
    });
    afterAll(async () => {
      await gateway.close();
      await served.close();
    });

    it.each(operations)('answers %s', async (query, data, variables = {}) => {
      expect(await gateway.execute({ query, variables })).toEqual({ data });
    });

    it('does not show what is inaccessible', async () => {
      const answer = await gateway.execute({ query: '{ hidden }' });
      expect(answer.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      const { data, errors } = await gateway.execute({ query: '{ place(code: "1-2") { name level } }' });
      expect(data).toEqual({ place: { name: null, level: null } });
      expect(errors?.map(error => error.extensions?.code)).toEqual(['INVALID_VALUE']);
    });

    it('moves a field by percentage where the version can', async () => {
      const answers = await Promise.all(
        Array.from({ length: 40 }, () => gateway.execute({ query: '{ lawsuit(id: "l1") { note } }' })),
      );
      const notes = new Set(answers.map(({ data }) => (data as { lawsuit: { note: string } }).lawsuit.note));
      expect(notes).toEqual(new Set(version === '0.3' ? ['court'] : ['court', 'archive']));
    });
  },
);

it('a supergraph by the join specification 0.5 tells what fields cost', async () => {
  const served = await serveComposed('join-0.5.graphql');
  const gateway = createGateway({ supergraphSdl: served.supergraphSdl });
  expect(await gateway.execute({ query: '{ years(first: 2) }' })).toEqual({ data: { years: [2023, 2024] } });
  const { errors } = await gateway.execute({ query: '{ years(first: 10001) }' });
  expect(errors?.[0]?.extensions).toEqual({ code: 'LIST_TOO_LONG', limit: 10_000 });
  await gateway.close();
  await served.close();
});

describe('a supergraph with authorization directives', () => {
  const folder = new URL('protected/', import.meta.url);
  const files = readdirSync(folder);

  it.each(files)('keeps what is protected from the public, and its department is not asked: %s', async file => {
    const asked: string[] = [];
    const court = inProcessTransport(request => {
      asked.push(request.query);
      return Promise.resolve({ data: { files: 7 } });
    });
    const supergraphSdl = readFileSync(new URL(file, folder), 'utf8');
    const gateway = createGateway({ supergraphSdl, transports: new Map([['court', court]]) });
    const { data, errors } = await gateway.execute({ query: '{ files }' });
    expect([data, errors?.map(({ path, extensions }) => [path, extensions?.code])]).toEqual([
      { files: null },
      [[['files'], 'FORBIDDEN_FIELD']],
    ]);
    expect(asked).toEqual([]);
    const identity = { subject: 'clerk', roles: ['open'], areas: [], scopes: ['read'] };
    expect(await gateway.execute({ query: '{ files }' }, { identity })).toEqual({ data: { files: 7 } });
    await gateway.close();
  });

  it('is refused by another version, and where no @link explains the directive', () => {
    const supergraphSdl = readFileSync(new URL('authenticated.graphql', folder), 'utf8');
    const later = supergraphSdl.replace('authenticated/v0.1', 'authenticated/v9.0');
    const bare = supergraphSdl.replace(/@link\(url: "[^"]*authenticated[^)]*\)/, '');
    expect(bare).not.toContain('dev/authenticated');
    for (const sdl of [later, bare]) {
      expect(() => createGateway({ supergraphSdl: sdl })).toThrow(
        expect.objectContaining({ code: 'SUPERGRAPH_UNSUPPORTED' }),
      );
    }
  });
});

describe('a supergraph that rests on what this gateway does not do', () => {
  const folder = new URL('refused/', import.meta.url);

  it.each(readdirSync(folder))('is refused: %s', file => {
    const supergraphSdl = readFileSync(new URL(file, folder), 'utf8');
    expect(() => createGateway({ supergraphSdl })).toThrow(
      expect.objectContaining({
        code: 'SUPERGRAPH_UNSUPPORTED',
        message: expect.stringMatching(
          /got one that rests on https:\/\/specs\.apollo\.dev\/(context|connect|inaccessible)\/v0\.\d/,
        ),
      }),
    );
  });

  it.each([
    ['a later join', 'join/v0.3', 'join/v0.9'],
    ['another specification for security', 'inaccessible/v0.2', 'secrecy/v1.0'],
    ['a renamed join', 'join/v0.3",', 'join/v0.3", as: "joined",'],
  ])('is refused: %s', (_, from, to) => {
    const supergraphSdl = readFileSync(new URL('join-0.3.graphql', import.meta.url), 'utf8').replace(from, to);
    expect(() => createGateway({ supergraphSdl })).toThrow(expect.objectContaining({ code: 'SUPERGRAPH_UNSUPPORTED' }));
  });
});
