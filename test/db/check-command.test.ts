import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { driftCodes, type CheckReport } from '../../lib/check/index.ts';
import { findingCodes } from '../../lib/source/index.ts';
import { generateCounty } from '../../lib/synthetic/index.ts';
import { fengxi } from '../county.ts';

const main = join(import.meta.dirname, '../../lib/cli/main.ts');
let folder: string;
let data: string;
let county: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countygraph-command-'));
  [data, county] = [join(folder, 'data'), join(folder, 'county')];
  await generateCounty({ county: fengxi, target: 'sqlite:{data}/{department}.sqlite', dataDir: data, scale: 0.02 });
  cpSync(fengxi.folder, county, { recursive: true });
  // Without a seed it is an existing county, which is only read.
  const file = join(county, 'county.yaml');
  const { seed: _, demo: __, ...existing } = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, stringify(existing));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function check(...args: string[]): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [main, 'check', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', code => resolve({ code, out, err }));
  });
}

function draft(from: string, to: string): string {
  const file = join(folder, 'draft.yaml');
  writeFileSync(file, readFileSync(join(county, 'court.mapping.yaml'), 'utf8').replace(from, to));
  return file;
}

describe('countygraph check', () => {
  test('ends with 0 when nothing is wrong, with 1 for warnings when asked to, and keeps what it found', async () => {
    const place = ['--county', county, '--data', data, '--department', 'court', 'justice', '--language', 'en'];
    const calm = await check(...place, '--no-record');
    expect([calm.code, calm.err]).toEqual([0, '']);
    expect(existsSync(join(data, 'check'))).toBe(false);
    expect(calm.out).toMatch(/^Court court\n {2}CourtCase {2}rows [\d,]+ {2}counted [\d,]+ {2}not counted \d+\n/m);
    expect(calm.out).toMatch(/^ {2}\+ Clearance rate: computable, \d+ of [\d,]+ rows/m);
    expect(calm.out).toMatch(/^error 0 {2}warning [1-9]\d* {2}note \d+$/m);
    expect((await check(...place, '--strict')).code).toBe(1);
    expect(existsSync(join(data, 'check', 'court.json'))).toBe(true);
  });

  test('a draft is held against a database before it is anybody’s mapping', async () => {
    const database = `sqlite:${join(data, 'court.sqlite')}`;
    const good = ['--county', county, '--data', join(folder, 'none'), '--department', 'court'];
    expect((await check(...good, '--mapping', draft('', ''), database)).code).toBe(0);
    const typo = await check(...good, '--mapping', draft('column: JARQ', 'column: JARQX'), database);
    expect(typo.code).toBe(1);
    expect(typo.out).toMatch(/错误 {2}BAD_MAPPING .*JARQX.*draft\.yaml:\d+\./);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('the report for programs has stable words', async () => {
    const { out, code } = await check('--county', county, '--data', data, '--no-record', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as CheckReport;
    expect(Object.keys(report)).toEqual(['departments', 'indicators', 'counts']);
    expect(report.departments.map(({ id }) => id)).toEqual(fengxi.departments.map(({ id }) => id));
    const [finding] = report.departments.flatMap(({ findings }) => findings);
    expect(Object.keys(finding ?? {}).sort()).toEqual(
      ['about', 'code', 'field', 'of', 'rows', 'sentence', 'severity', 'type', 'values'].sort(),
    );
  });

  test.each([
    ['UNKNOWN_DEPARTMENT', ['--department', 'nobody']],
    ['BAD_COUNTY', ['--county', 'nowhere']],
    ['BAD_LANGUAGE', ['--language', 'fr']],
    ['BAD_OPTION', ['--mapping', 'x.yaml']],
    ['error: unknown option', ['--nonsense']],
  ])('a command that is itself wrong ends with 2: %s', async (words, args) => {
    const { code, err, out } = await check('--county', county, '--data', data, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(words)).toBe(true);
  });
});

test('every code that a check can give is in docs/check.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/check.md'), 'utf8');
  expect([...findingCodes, ...driftCodes].filter(code => !text.includes(`| \`${code}\` |`))).toEqual([]);
});
