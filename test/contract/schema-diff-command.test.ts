import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-schema-diff-'));
const before = 'schema/supergraph.graphql';
const api = readFileSync('schema/api.graphql', 'utf8');
afterAll(() => rmSync(folder, { recursive: true }));

/** Exit code and output of `countygraph schema diff` between the project's supergraph and another schema. */
async function diff(after: string, ...args: string[]): Promise<[number, string]> {
  const file = join(folder, 'after.graphql');
  writeFileSync(file, after);
  const run = promisify(execFile)(process.execPath, ['lib/cli/main.ts', 'schema', 'diff', before, file, ...args]);
  return run.then(
    ({ stdout }) => [0, stdout],
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => [code, stdout + stderr],
  );
}

const operations = ['--operations', 'schema/operations'];

test('countygraph schema diff finds nothing between a supergraph and its API schema', async () => {
  expect(await diff(api, ...operations)).toEqual([0, 'breaking 0  dangerous 0  safe 0\n']);
});

test('countygraph schema diff ends with 1 when a registered operation breaks, and names it', async () => {
  const without = api.replace(/(type Mediation [^}]*)\n {2}outcome: \w+/, '$1');
  const [code, text] = await diff(without, ...operations, '--json');
  expect([code, JSON.parse(text)]).toMatchObject([
    1,
    {
      changes: [{ severity: 'breaking', coordinate: 'Mediation.outcome', usedBy: ['DisputeJourney'] }],
      refused: [{ operation: 'DisputeJourney' }],
    },
  ]);
});

test('countygraph schema diff ends with 1 for a breaking change that nobody registered uses only where none are named', async () => {
  const without = api.replace(/(type CourtCase [^}]*)\n {2}excludedDays: \w+/, '$1');
  expect(await diff(without, ...operations)).toEqual([
    0,
    expect.stringMatching(/^breaking +FIELD_REMOVED .*'CourtCase' +used by none registered\n/),
  ]);
  expect((await diff(without))[0]).toBe(1);
});

test('countygraph schema diff ends with 2 for a file that is no schema', async () => {
  expect(await diff('type Query {')).toEqual([2, expect.stringMatching(/^SCHEMA_INVALID: /)]);
});
