import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttackReport } from '../../lib/attack/index.ts';

const run = promisify(execFile);
const main = join(import.meta.dirname, '../../lib/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'countygraph-attack-'));

function countygraph(...args: string[]): Promise<{ stdout: string }> {
  return run(process.execPath, [main, ...args, '--data', folder], { maxBuffer: 1e7 });
}

beforeAll(async () => void (await countygraph('synthesise', '--scale', '0.1')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a department sees for itself what its protected statistics hold against, beside usual ways', async () => {
  const { stdout } = await countygraph(
    'disclosure',
    'attack',
    '--department',
    'procuratorate',
    '--json',
    '--programs',
    '20',
  );
  const reports = JSON.parse(stdout) as AttackReport[];
  expect(reports.map(({ type }) => type)).toEqual([
    'ProsecutionCase',
    'ArrestReview',
    'SupervisionOpinion',
    'JudicialAid',
    'PublicInterestCase',
  ]);
  for (const { outcomes, contradicting, smallest, questions, programs } of reports) {
    expect([contradicting, programs > 0, questions > 50]).toEqual([0, true, true]);
    const [ours] = outcomes;
    expect(ours?.recovered).toBe(0);
    expect(ours?.narrowest).toBeGreaterThanOrEqual(smallest);
    expect(ours?.smallCells).toBeGreaterThan(0);
  }
  const threshold = reports[0]?.outcomes.find(({ method }) => method === 'threshold');
  expect(threshold?.recovered).toBeGreaterThan(10);
});

test('a type that the department has no statistics of is refused', async () => {
  const asked = countygraph('disclosure', 'attack', '--department', 'procuratorate', '--type', 'Nothing');
  await expect(asked).rejects.toThrow(/BAD_OPTION: Expected a type with statistics: ProsecutionCase/);
});
