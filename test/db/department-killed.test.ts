import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningCounty } from '../../lib/cli/county.ts';
import { startCounty } from '../county.ts';

interface Answer {
  data: { place: { name: string; disputes: unknown; courtCases: unknown } | null };
  errors?: { path: unknown[]; message: string; extensions: { code: string; service?: string } }[];
}

let county: RunningCounty;
beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.close());

async function ask(): Promise<Answer> {
  const query = '{ place(code: "330199001") { name disputes { totalCount } courtCases { totalCount } } }';
  const response = await fetch(new URL('graphql', county.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

test('a department that is killed while queries run costs its own fields only, and comes back without a restart', async () => {
  expect((await ask()).errors).toBeUndefined();
  const court = county.departments.find(d => d.id === 'court');
  const running = Array.from({ length: 20 }, () => ask());
  process.kill(court?.pid ?? 0, 'SIGKILL');
  const answers = [...(await Promise.all(running)), await ask()];
  for (const { data } of answers) {
    expect(data.place?.name).toBe('枫溪街道');
    expect(data.place?.disputes).not.toBeNull();
  }
  const partial = answers.filter(a => a.errors);
  expect(partial.length).toBeGreaterThan(0);
  for (const { data, errors } of partial) {
    expect(data.place?.courtCases).toBeNull();
    expect(errors?.map(e => [e.path, e.extensions.code])).toEqual([[['place', 'courtCases'], 'SUBGRAPH_UNAVAILABLE']]);
    expect(errors?.[0]?.message).not.toMatch(/127\.0\.0\.1|ECONN|socket/);
  }
  let recovered = await ask();
  for (let i = 0; i < 100 && recovered.errors; i += 1) {
    await new Promise(resolve => setTimeout(resolve, 200));
    recovered = await ask();
  }
  expect(recovered.errors).toBeUndefined();
  expect(recovered.data.place?.courtCases).not.toBeNull();
});
