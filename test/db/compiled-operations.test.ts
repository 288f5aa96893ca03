import { identityOfRole } from '../../lib/kernel/identity.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDepartment } from '../../lib/subgraph/index.ts';
import { openTestCounty, type TestCounty } from '../county.ts';

/**
 * A department compiles what it is asked again; the answers must stay those of graphql-js, refusals and faults included. Only the
 * sentence that refuses a variable has other words.
 */
let county: TestCounty;
beforeAll(async () => {
  county = await openTestCounty('sqlite', 0.05);
});
afterAll(() => county.close());

const period = 'period: { unit: MONTH, from: "2025-01", to: "2025-12" }';
const operations: [string, string, string, Record<string, unknown>?][] = [
  ['court', 'analyst', '{ courtCases(first: 20) { totalCount nodes { id kind filedOn closedOn place { code } } } }'],
  [
    'court',
    'analyst',
    'query ($n: Int, $more: Boolean!) { courtCases(first: $n) { edges { cursor node { id kind @include(if: $more) ...Dates } } pageInfo { hasNextPage endCursor } } } fragment Dates on CourtCase { filedOn closed: closedOn }',
    { n: 5, more: true },
  ],
  ['court', 'analyst', 'query ($n: Int) { courtCases(first: $n) { nodes { id } } }', { n: 'five' }],
  ['court', 'analyst', '{ courtCases(first: 100000) { nodes { id } } }'],
  ['court', 'analyst', `{ courtCaseStats(measures: [FILED], by: [KIND], ${period}) { rows { period kind values } } }`],
  ['court', 'public', '{ courtCases(first: 3) { nodes { id claimAmount } } }'],
  [
    'petition',
    'analyst',
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Dispute { petitions { nodes { id channel } } } ... on Place { petitions(first: 2) { totalCount } } } }',
    {
      representations: [
        { __typename: 'Dispute', id: 'JF2023000056' },
        { __typename: 'Place', code: '330199001' },
        { __typename: 'Dispute', id: 'none' },
      ],
    },
  ],
  ['petition', 'analyst', '{ _entities(representations: [{ __typename: "Nothing", id: 1 }]) { __typename } }'],
  ['grid', 'analyst', '{ places(level: TOWN) { __typename code name ... on Town { parent { name } } } }'],
  ['grid', 'analyst', '{ place(code: "330199001") { ... on Grid { households } name level children { code } } }'],
];

test.each(operations)('%s to %s: %s', async (id, subject, query, variables = {}) => {
  const department = county.departments.get(id);
  const ask = async () => {
    const { data, errors } =
      (await department?.execute({ query, variables }, identityOfRole(subject, { purpose: 'governance-analysis' }))) ??
      {};
    const told = errors?.map(({ message, path, locations }) => ({ message: data ? message : '', path, locations }));
    return JSON.parse(JSON.stringify({ data, errors: told })) as unknown;
  };
  const first = await ask();
  for (let times = 0; times < 4; times += 1) expect(await ask()).toEqual(first);
});

test('a refusal over HTTP stays the same one when the operation is compiled', async () => {
  const served = await serveDepartment(county.departments.get('court')!, 0, { gateways: 'demo' });
  const ask = async (): Promise<unknown> => {
    const response = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ courtCases(first: 1) { totalCount } }' }),
    });
    return response.json();
  };
  const first = await ask();
  expect(first).toMatchObject({
    errors: [{ path: ['courtCases'], extensions: { code: expect.stringMatching(/^FORBIDDEN|PURPOSE/) } }],
  });
  for (let again = 0; again < 5; again += 1) expect(await ask()).toEqual(first);
  await served.close();
});
