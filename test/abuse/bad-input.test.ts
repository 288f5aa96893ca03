import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateCounty } from '../../lib/synthetic/index.ts';
import { fengxi } from '../county.ts';

const main = join(import.meta.dirname, '../../lib/cli/main.ts');
let folder: string;
let data: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countygraph-bad-'));
  data = join(folder, 'data');
  cpSync(fengxi.folder, join(folder, 'county'), { recursive: true });
  await generateCounty({ county: fengxi, target: 'sqlite:{data}/{department}.sqlite', dataDir: data, scale: 0.01 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number | null; words: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.on('close', code => resolve({ code, words: words.trim() }));
  });
}

/** One line that begins with the code, says what was expected and got, and shows no stack. */
function expectRefusal(
  { code, words }: { code: number | null; words: string },
  name: string,
  ...parts: RegExp[]
): void {
  expect(words).toMatch(new RegExp(`^${name}: .*xpected .+, got .+; .+\\.$`));
  expect(words.split('\n')).toHaveLength(1);
  for (const part of parts) expect(words).toMatch(part);
  expect(code).not.toBe(0);
}

function countyWith(file: string, change: (text: string) => string): string[] {
  const county = mkdtempSync(join(folder, 'county-'));
  cpSync(fengxi.folder, county, { recursive: true });
  const path = join(county, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return ['--county', county, '--data', data];
}

const serve = (options: string[], department = 'court'): string[] => [
  'serve',
  'subgraph',
  department,
  '--demo',
  ...options,
];

test('a malformed period', async () =>
  expectRefusal(await run('indicators', '--area', '枫溪县', '--period', '2026-13'), 'BAD_PERIOD', /2026-Q3/));

test('a mapping that names a missing column says file and line', async () => {
  const options = countyWith('court.mapping.yaml', text => text.replace('column: LARQ', 'column: LARQX'));
  expectRefusal(await run(...serve(options)), 'BAD_MAPPING', /LARQX/, /court\.mapping\.yaml:\d+/);
});

test('a mapping with an unknown word', async () => {
  const options = countyWith('court.mapping.yaml', text => text.replace('date: yyyyMMdd', 'dated: yyyyMMdd'));
  expectRefusal(await run(...serve(options)), 'BAD_MAPPING', /dated/, /court\.mapping\.yaml:\d+/);
});

test('a mapping that is no YAML', async () => {
  const options = countyWith('court.mapping.yaml', text => `${text}\n  : [`);
  expectRefusal(await run(...serve(options)), 'BAD_MAPPING', /court\.mapping\.yaml:\d+/);
});

test('a mapping whose code list is not there', async () => {
  const options = countyWith('court.mapping.yaml', text => text.replace('codes: kinds', 'codes: sorts'));
  expectRefusal(await run(...serve(options)), 'BAD_MAPPING', /sorts/);
});

test('a county file with an error', async () => {
  const options = countyWith('county.yaml', text => text.replace('asOf: 2026-09-30', 'asOf: soon'));
  expectRefusal(await run(...serve(options)), 'BAD_COUNTY', /asOf/);
});

test('an access file with an error opens no door', async () => {
  const options = countyWith('court.access.yaml', text => text.replace('statistics: exact', 'statistics: everything'));
  expectRefusal(await run(...serve(options)), 'BAD_ACCESS_FILE', /court\.access\.yaml:\d+/);
});

test('a county that is not there', async () =>
  expectRefusal(await run('serve', 'subgraph', 'court', '--county', join(folder, 'none')), 'BAD_COUNTY'));

test('an unknown department', async () =>
  expectRefusal(await run('serve', 'subgraph', 'taxes', '--demo', '--data', data), 'UNKNOWN_DEPARTMENT', /court/));

test('a database that is not there', async () => {
  const missing = ['--data', data, '--databases', 'sqlite:/nowhere/{department}.sqlite'];
  expectRefusal(await run(...serve(missing)), 'DATABASE_UNAVAILABLE');
  const dead = ['--data', data, '--databases', 'mysql://root:secret@127.0.0.1:1/{department}'];
  const refused = await run(...serve(dead));
  expectRefusal(refused, 'DATABASE_UNAVAILABLE');
  expect(refused.words).not.toMatch(/secret|127\.0\.0\.1/);
});

test('a port in use', async () => {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expectRefusal(await run(...serve(['--data', data, '--port', String(port)])), 'PORT_IN_USE', new RegExp(String(port)));
  await new Promise(resolve => server.close(resolve));
});
