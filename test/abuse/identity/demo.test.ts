import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningCounty } from '../../../lib/cli/county.ts';
import { startCounty } from '../../county.ts';

let county: RunningCounty;
beforeAll(async () => {
  county = await startCounty({ scale: 0.02 });
});
afterAll(() => county.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, county.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

async function tokenOf(id: string): Promise<string> {
  const { token } = (await (await post('demo/token', JSON.stringify({ id }))).json()) as { token: string };
  return token;
}

interface Answer {
  data?: { courtCases: { totalCount: number } | null; places: { code: string }[] | null };
  errors?: { path?: string[]; extensions: { code: string } }[];
}

const query = '{ courtCases(first: 0) { totalCount } places(level: TOWN) { code } }';

async function ask(headers: Record<string, string>): Promise<[number, Answer]> {
  const response = await post('graphql', JSON.stringify({ query }), headers);
  return [response.status, (await response.json()) as Answer];
}

const cases = ([, { data, errors }]: [number, Answer]): number | string | undefined =>
  data?.courtCases?.totalCount ?? errors?.find(({ path }) => path?.[0] === 'courtCases')?.extensions.code;

test('the same question, asked as seven people', async () => {
  const listed = (await (await fetch(new URL('demo/identities', county.url))).json()) as {
    default: string;
    identities: { id: string; name: { zh: string; en: string } }[];
  };
  const ids = ['analyst', 'town-official', 'court-clerk', 'civil-affairs-officer', 'procurator', 'auditor', 'public'];
  expect([listed.default, listed.identities.map(({ id }) => id)]).toEqual(['analyst', ids]);
  expect(listed.identities[1]?.name).toEqual({ zh: '枫溪街道干部', en: 'Official of Fengxi town' });
  const asked = ids.map(async id => [id, cases(await ask({ authorization: `Bearer ${await tokenOf(id)}` }))]);
  const counts = Object.fromEntries(await Promise.all(asked)) as Record<string, number | string>;
  const everybody = counts['analyst'] as number;
  expect(everybody).toBeGreaterThan(counts['town-official'] as number);
  expect(counts['town-official']).toBeGreaterThan(0);
  expect(counts['court-clerk']).toBe(everybody);
  for (const id of ['civil-affairs-officer', 'procurator', 'auditor', 'public'])
    expect(counts[id]).toMatch(/^[A-Z_]+$/);
  expect(cases(await ask({}))).toBe(everybody);
});

test('nobody becomes somebody else by what he writes', async () => {
  const token = await tokenOf('public');
  const [header, , signature] = token.split('.') as [string, string, string];
  const payload = { iss: 'countygraph-demo', aud: 'countygraph', sub: 'analyst', exp: Date.now() };
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const weak = Buffer.from('{"alg":"HS256"}').toString('base64url');
  const hmac = createHmac('sha256', '').update(`${weak}.${text}`).digest('base64url');
  for (const forged of [`${header}.${text}.${signature}`, `${none}.${text}.`, `${weak}.${text}.${hmac}`]) {
    const [status, { errors }] = await ask({ authorization: `Bearer ${forged}` });
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  }
  const asserted = { 'countygraph-subject': 'analyst', authorization: `Bearer ${token}` };
  expect(cases(await ask(asserted))).toMatch(/^[A-Z_]+$/);
  const wider = { 'countygraph-purpose': 'governance-analysis', authorization: `Bearer ${token}` };
  expect((await ask(wider))[0]).toBe(403);
});

test.each([
  ['an unknown id', '{"id":"root"}', 'application/json'],
  ['a name that every object has', '{"id":"constructor"}', 'application/json'],
  ['no id', '{}', 'application/json'],
  ['no JSON', '{', 'application/json'],
  ['a form of another page', '{"id":"analyst"}', 'text/plain'],
  ['a long body', JSON.stringify({ id: 'analyst', more: 'x'.repeat(2_000) }), 'application/json'],
])('%s gets no token', async (_, body, type) => {
  const response = await post('demo/token', body, { 'content-type': type });
  expect([response.status, Object.keys((await response.json()) as object)]).toEqual([400, ['errors']]);
});

test('the departments of a demonstration answer its gateway alone', async () => {
  const court = county.departments.find(({ id }) => id === 'court')!;
  const response = await fetch(court.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ courtCases(first: 0) { totalCount } }' }),
  });
  expect(response.status).toBe(401);
});
