import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCounty, type RunningCounty } from '../../lib/cli/county.ts';
import { fengxi } from '../county.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-broken-'));
const mapping = join(folder, 'county', 'court.mapping.yaml');
let right: string;
let county: RunningCounty;

beforeAll(async () => {
  cpSync(fengxi.folder, join(folder, 'county'), { recursive: true });
  right = readFileSync(mapping, 'utf8');
  writeFileSync(mapping, right.replace('column: LARQ', 'column: LARQX'));
  county = await runCounty({ county: join(folder, 'county'), data: join(folder, 'data'), scale: 0.01, port: 0 });
});
afterAll(async () => {
  await county.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(): Promise<{ data: Record<string, unknown>; errors?: { extensions: { code: string } }[] }> {
  const response = await fetch(new URL('graphql', county.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ courtCases(first: 1) { totalCount } petitions(first: 1) { totalCount } }' }),
  });
  return (await response.json()) as Awaited<ReturnType<typeof ask>>;
}

test('a department with a broken mapping says file and line, and the rest of the county goes on', async () => {
  const faults = county.departments.flatMap(({ id, fault }) => (fault === undefined ? [] : [[id, fault]]));
  expect(faults).toEqual([
    ['court', expect.stringMatching(/^BAD_MAPPING: Expected a column LARQX.*court\.mapping\.yaml:\d+\.$/)],
  ]);
  const { data, errors } = await ask();
  expect(data).toEqual({ courtCases: null, petitions: { totalCount: expect.any(Number) } });
  expect(errors?.map(e => e.extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
});

test('once the mapping is corrected the department comes by itself', async () => {
  writeFileSync(mapping, right);
  const court = county.departments.find(({ id }) => id === 'court');
  await expect.poll(() => court?.fault, { timeout: 40_000, interval: 250 }).toBeUndefined();
  expect((await ask()).data['courtCases']).toEqual({ totalCount: expect.any(Number) });
});
