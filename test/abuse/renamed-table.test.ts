import { identityOfRole, writeIdentity } from '../../lib/kernel/identity.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fengxi, makeTestCounty } from '../county.ts';

let made: Awaited<ReturnType<typeof makeTestCounty>>;
let court: ChildProcess;
let [url, told] = ['', ''];

beforeAll(async () => {
  made = await makeTestCounty('sqlite', 0.01);
  const main = join(import.meta.dirname, '../../lib/cli/main.ts');
  const data = ['--county', fengxi.folder, '--data', made.dataDir, '--databases', made.target, '--port', '0'];
  court = spawn(process.execPath, [main, 'serve', 'subgraph', 'court', '--demo', ...data]);
  court.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
  url = await new Promise(resolve => {
    court.stdout?.on('data', (chunk: Buffer) => resolve(chunk.toString().trim().split(' ')[1] ?? ''));
  });
});
afterAll(async () => {
  const ended = new Promise(resolve => court.once('exit', resolve));
  court.kill('SIGTERM');
  await ended;
  await made.drop();
});

async function ask(): Promise<{ data?: unknown; errors?: { message: string; extensions: { code: string } }[] }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'countygraph-identity': writeIdentity(identityOfRole('analyst', { purpose: 'governance-analysis' })),
    },
    body: JSON.stringify({ query: '{ courtCases(first: 1) { totalCount } }' }),
  });
  return (await response.json()) as Awaited<ReturnType<typeof ask>>;
}

function rename(from: string, to: string): void {
  new Database(join(made.dataDir, 'court.sqlite')).exec(`ALTER TABLE "${from}" RENAME TO "${to}"`).close();
}

test('a table renamed while its department runs: a code for the caller, file and line for the operator', async () => {
  expect((await ask()).errors).toBeUndefined();
  rename('T_AJ_JBXX', 'T_AJ_JBXX_2');
  const { errors } = await ask();
  expect(errors?.map(error => error.extensions.code)).toEqual(['QUERY_FAILED']);
  expect(errors?.[0]?.message).not.toMatch(/T_AJ|court\.mapping/);
  await expect
    .poll(() => told)
    .toMatch(/^QUERY_FAILED: Expected .* CourtCase, .*T_AJ_JBXX; hold .*court\.mapping\.yaml:\d+ /);
  rename('T_AJ_JBXX_2', 'T_AJ_JBXX');
  expect((await ask()).errors).toBeUndefined();
});
