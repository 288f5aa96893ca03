import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-compose-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Exit code and output of `countygraph compose`. */
async function compose(...args: string[]): Promise<[number, string]> {
  const run = promisify(execFile)(process.execPath, ['lib/cli/main.ts', 'compose', ...args]);
  return run.then(
    ({ stdout }) => [0, stdout],
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => [code, stdout + stderr],
  );
}

test('countygraph compose writes the supergraph of a county with the addresses given', async () => {
  const out = join(folder, 'supergraph.graphql');
  expect(await compose('--out', out, '--url', 'http://{department}.example/graphql')).toEqual([0, '']);
  expect(readFileSync(out, 'utf8')).toContain('@join__graph(name: "court", url: "http://court.example/graphql")');
});

test('countygraph compose says what is wrong with a department beside the others, and ends with 1', async () => {
  const county = join(folder, 'county');
  cpSync('counties/fengxi', county, { recursive: true });
  writeFileSync(join(county, 'court.schema.graphql'), 'extend type Query { alarm: Int! }');
  const [code, text] = await compose('--county', county, '--json');
  expect([code, JSON.parse(text)]).toMatchObject([
    1,
    { faults: [{ code: 'FOREIGN_FIELD_NOT_NULL', department: 'court', coordinate: 'Query.alarm' }] },
  ]);
});

test('countygraph compose ends with 2 for a county that there is not', async () => {
  expect(await compose('--county', join(folder, 'nowhere'))).toEqual([2, expect.stringMatching(/^BAD_COUNTY: /)]);
});
