import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureData } from '../../lib/cli/synthesise.ts';
import type { Figure } from '../../lib/indicators/index.ts';
import { fengxi } from '../county.ts';
import { readWorkbook } from './workbook.ts';

const main = join(import.meta.dirname, '../../lib/cli/main.ts');
const command = join(import.meta.dirname, '../../lib/cli/countygraph.js');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countygraph-indicators-'));
  await ensureData(fengxi, { county: fengxi.folder, data: folder, scale: 0.05 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function startAs(program: string, name: string, ...args: string[]): ChildProcess {
  const words = [program, name, '--county', fengxi.folder, '--data', folder, ...args];
  return spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
}

function start(program: string, ...args: string[]): ChildProcess {
  return startAs(program, 'indicators', ...args);
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

const indicators = (...args: string[]) => ended(start(main, ...args));
const asked = [
  '--level',
  'TOWN',
  '--period',
  '2026-01..2026-06',
  '--indicator',
  'clearance_rate',
  'care_beds_per_1000_elderly',
];

describe('countygraph indicators', () => {
  test('gives several areas and periods in every form, and the same numbers in each', async () => {
    const json = await indicators(...asked, '--format', 'json');
    expect([json.code, json.err]).toEqual([0, '']);
    const figures = JSON.parse(json.out) as Figure[];
    expect(figures).toHaveLength(2 * 12 * 6);
    const csv = await indicators(...asked, '--format', 'csv', '--language', 'en');
    expect([csv.code, csv.out.startsWith('\uFEFF指标编号 Id,指标 Indicator,')]).toEqual([0, true]);
    const lines = csv.out.trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength(figures.length);
    expect(lines[0]?.startsWith('clearance_rate,Clearance rate,in-period,,330199001,枫溪街道,TOWN,2026-01,')).toBe(
      true,
    );
    const file = join(folder, 'figures.xlsx');
    expect(await indicators(...asked, '--format', 'xlsx', '--output', file)).toEqual({ code: 0, out: '', err: '' });
    const sheets = readWorkbook(readFileSync(file));
    expect([...sheets.keys()]).toEqual(['指标 Figures', '状态说明 Status words', '指标定义 Definitions']);
    const [first] = sheets.values();
    expect(figures.map((_, i) => first?.get(`M${i + 2}`) ?? null)).toEqual(figures.map(({ value }) => value));
    expect([first?.get('M1'), first?.get('N2'), first?.has('formula')]).toEqual(['数值 Value', '%', false]);
    expect([...(sheets.get('状态说明 Status words') ?? [])].flat()).toContain('NO_DENOMINATOR');
    expect(sheets.get('指标定义 Definitions')?.get('A2')).toBe('clearance_rate');
    const table = await indicators(...asked, '--language', 'en');
    expect(table.out).toMatch(/Area +Period +Indicator/);
  });

  test('--explain prints formula, definition, numbers and questions in place of a table', async () => {
    const asked = ['--area', '枫溪县', '--period', '2025', '--indicator', 'clearance_rate'];
    const { code, out, err } = await indicators(...asked, '--explain');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^收结比 \(clearance_rate\), 枫溪县, 2025: [\d.]+ %\n/);
    expect(out).toMatch(/代入 +100 × ([\d,]+) ÷ ([\d,]+) = [\d.]+ %\n/);
    expect(out).toContain('query CourtCaseStats(');
    const json = JSON.parse((await indicators(...asked, '--explain', '--json')).out) as { explanations: unknown[] };
    expect(json.explanations).toHaveLength(1);
    expect((await indicators(...asked, '--explain', '--compare')).err).toContain('cannot be used with option');
  });

  test('a pipe that is closed early, as by head, is no fault', async () => {
    const child = start(
      main,
      '--level',
      'VILLAGE',
      '--period',
      '2025-01..2025-03',
      '--indicator',
      'clearance_rate',
      '--json',
    );
    const told: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => told.push(chunk.toString()));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, told]).toEqual([0, []]);
  });

  test.each([
    [['--period', '2026'], "required option '--area'"],
    [['--area', '枫溪县'], "required option '--period'"],
    [['--area', '枫溪县', '--level', 'TOWN', '--period', '2026'], 'cannot be used with option'],
    [['--area', '枫溪县', '--period', '2026-06..2026-01'], 'BAD_PERIOD'],
    [['--area', '枫溪县', '--period', '2026-01..2026-02..2026-03'], 'BAD_PERIOD'],
    [['--area', '枫溪县', '--period', '2026-01..2026-Q2'], 'BAD_PERIOD'],
    [['--area', '枫溪县', '--period', '2026', '--output', '/nowhere/figures.csv'], 'got a folder that is not there'],
    [['--area', '枫溪县', '--period', '2026', '--output', tmpdir()], 'OUTPUT_UNWRITABLE: Expected --output FILE'],
    [['--area', '枫溪县', '--period', '2026', '--format', 'ods'], 'Allowed choices are table, json, csv, xlsx'],
  ])('%j is refused', async (args, sentence) => {
    const { code, out, err } = await indicators(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
  });

  test.each([
    ['the program', main],
    ['the command that starts it', command],
  ])('Ctrl-C at %s ends the request and the work in order', async (_, program) => {
    const gateway = createServer();
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    const { port } = gateway.address() as AddressInfo;
    const child = start(program, '--url', `http://127.0.0.1:${port}/graphql`, '--area', '330199', '--period', '2026');
    const outcome = ended(child);
    const [, response] = (await once(gateway, 'request')) as [unknown, ServerResponse];
    const left = once(response, 'close');
    child.kill('SIGINT');
    const { code, out, err } = await outcome;
    expect([code, out]).toEqual([130, '']);
    expect(err).toMatch(/^CANCELLED: Expected to finish/);
    await left;
    gateway.close();
  });
});

test('Ctrl-C while the databases are asked in the same process says so, and nothing else', async () => {
  const ledgers = join(folder, 'interrupted');
  const everything = ['--level', 'VILLAGE', '--period', '2023-10..2026-09', '--ledger', ledgers];
  const child = start(main, ...everything);
  const outcome = ended(child);
  // The departments record what they read before they answer.
  const written = () =>
    existsSync(ledgers) && readdirSync(ledgers, { recursive: true }).some(name => /records.+jsonl$/.test(String(name)));
  await expect.poll(written, { timeout: 30_000, interval: 20 }).toBe(true);
  child.kill('SIGINT');
  const { code, out, err } = await outcome;
  expect([code, out]).toEqual([130, '']);
  expect(err).toMatch(/^CANCELLED: Expected to finish[^\n]*\n$/);
});

const reconcile = (...args: string[]) => ended(startAs(main, 'reconcile', ...args));

describe('countygraph reconcile', () => {
  test('prints counts of both systems, what may explain a difference, and on demand the rows of one alone', async () => {
    const { code, out, err } = await reconcile(
      '--period',
      '2025',
      '--pair',
      'court_referrals',
      '--list',
      '--language',
      'en',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Mediations referred by the court \(court_referrals\)\n {2}1 The court's register of referrals: /,
    );
    expect(out).toMatch(/JF2025\d{6} +JF2025\d{6} +2025-\d\d-\d\d +the other system has nothing about the matter/);
    const csv = await reconcile('--level', 'TOWN', '--period', '2025', '--format', 'csv');
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(1 + 4 * 12);
    const file = join(folder, 'reconciliation.xlsx');
    expect((await reconcile('--list', '--format', 'xlsx', '--output', file)).code).toBe(0);
    expect([...readWorkbook(readFileSync(file)).keys()]).toEqual([
      '单边记录 One side alone',
      '对账 Reconciliation',
      '逐条核对 Row by row',
    ]);
  });

  test.each([
    [['--pair', 'nothing'], 'UNKNOWN_PAIR'],
    [['--period', '2026', '2026-08'], 'BAD_PERIOD'],
  ])('%j is refused', async (args, sentence) => {
    const { code, out, err } = await reconcile(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
  });
});
