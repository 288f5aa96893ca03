import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKeys } from '../../lib/cli/keys.ts';
import { runScorecard } from '../../lib/cli/scorecard.ts';
import { ensureData } from '../../lib/cli/synthesise.ts';
import { listVetoes, recordVeto, verifyKept, withdrawVeto } from '../../lib/cli/vetoes.ts';
import { loadCounty } from '../../lib/kernel/county.ts';
import { fengxi } from '../county.ts';
import { readWorkbook } from './workbook.ts';

const main = join(import.meta.dirname, '../../lib/cli/main.ts');
let folder: string;
let county: string;
let data: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countygraph-scorecard-'));
  [data, county] = [join(folder, 'data'), join(folder, 'county')];
  cpSync(fengxi.folder, county, { recursive: true });
  await ensureData(loadCounty(county), { county, data, scale: 0.1 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as it is typed: a process, for what only that shows. */
function countygraph(...args: string[]): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', code => resolve({ code, out, err }));
  });
}

const scorecard = (...args: string[]): Promise<Ended> =>
  countygraph('scorecard', ...args, '--county', county, '--data', data, '--language', 'en');

type Format = 'table' | 'json' | 'csv' | 'xlsx';
const options = () => ({ county, data, language: 'en' }) as const;
const asked = { card: 'town-quarter', period: '2026-Q2' } as const;

/** What a command writes, run in this process: nine in ten seconds of a process are its start. */
async function written(command: (where: { readonly output: string }) => Promise<unknown>): Promise<Buffer> {
  const output = join(folder, 'written');
  await command({ output });
  return readFileSync(output);
}

const run = (format: Format, more: { readonly county?: string } = {}): Promise<Buffer> =>
  written(where => runScorecard({ ...options(), ...asked, ...more, ...where, format }));

interface Told {
  readonly ranking: boolean;
  readonly areas: readonly {
    readonly area: { readonly code: string };
    readonly score: number | null;
    readonly ranks?: { readonly best: number; readonly worst: number } | null;
    readonly items: readonly { readonly points: number | null; readonly bonus: boolean }[];
    readonly vetoes: readonly { readonly number: number; readonly sound: boolean }[];
  }[];
}
const told = async (more: { readonly county?: string } = {}): Promise<Told> =>
  JSON.parse((await run('json', more)).toString()) as Told;

function vetoesOf({ areas }: Told, area: string): (readonly [number, boolean])[] {
  return (areas.find(each => each.area.code === area)?.vetoes ?? []).map(({ number, sound }) => [number, sound]);
}

describe('countygraph scorecard run', () => {
  test('tells scores, what of them is noise, and every step', async () => {
    const ended = await scorecard(
      'run',
      '--card',
      'town-quarter',
      '--period',
      '2026-Q2',
      '--explain',
      '--area',
      '白鹤镇',
    );
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(ended.out).toMatch(/330199100 {2}白鹤镇 +\d+\.\d\d +\d+(\.\d)? – \d+(\.\d)? /);
    expect(ended.out).toMatch(/more than noise/);
    expect(ended.out).toMatch(/Grid event on-time closure .* 15 − \(98 − \d+(\.\d+)?\) ÷ 1 × 0\.75 = \d/);
    expect(ended.out).toMatch(/Score = \d+(\.\d+)? \+ \d+(\.\d+)? = \d+(\.\d+)?\n$/);
    expect(ended.out).not.toContain('330199101');
  }, 60_000);

  test('gives all of it as JSON, CSV and a workbook; areas by code, ranks for nobody', async () => {
    const { areas, ranking } = await told();
    expect(ranking).toBe(false);
    expect(areas.map(({ area }) => area.code)).toEqual(areas.map(({ area }) => area.code).toSorted());
    expect(areas.every(each => !('ranks' in each))).toBe(true);
    const csv = (await run('csv')).toString().split('\r\n');
    expect(csv[0]).toMatch(/^\uFEFFCode,Area,Score,/);
    expect(csv[1]?.split(',')[2]).toBe(String(areas[0]?.score));
    const sheets = readWorkbook(await run('xlsx'));
    expect([...sheets.keys()]).toEqual(['得分 Scores', '项目 Items']);
    expect(sheets.get('得分 Scores')?.get('C2')).toBeCloseTo(areas[0]?.score ?? NaN, 9);
  }, 60_000);

  test('gives spans of ranks where the county has switched ranking on', async () => {
    const [file, ranked] = [join(folder, 'ranked'), join(folder, 'ranked', 'county.yaml')];
    cpSync(county, file, { recursive: true });
    appendFileSync(ranked, '\nranking: true\n');
    const { areas, ranking } = await told({ county: file });
    expect(ranking).toBe(true);
    for (const { ranks } of areas) expect(ranks?.worst).toBeGreaterThanOrEqual(ranks?.best ?? Infinity);
  }, 60_000);

  test('refuses a card that is not there and a period that it does not score by', async () => {
    const unknown = await scorecard('run', '--card', 'nobody', '--period', '2026-Q2');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringMatching(/^UNKNOWN_CARD: .*town-quarter/)]);
    const month = runScorecard({ ...options(), ...asked, period: '2026-08', format: 'json' });
    await expect(month).rejects.toMatchObject({ code: 'BAD_PERIOD' });
  }, 60_000);
});

const saying = (reason: string) =>
  ({ by: '县考核领导小组', reason, basis: '3号文', key: join(folder, 'keys/commission.key.pem') }) as const;

const record = (area: string, reason: string, ground?: string): Promise<Buffer> =>
  written(where =>
    recordVeto({
      ...options(),
      ...asked,
      ...saying(reason),
      ...where,
      area,
      format: 'table',
      ...(ground && { ground }),
    }),
  );

describe('countygraph scorecard veto', () => {
  beforeAll(() => newKeys({ out: join(folder, 'keys'), name: 'commission' }));

  test('by a key that the county does not know is refused; then its public half is added', async () => {
    await expect(record('白鹤镇', '事故', 'grave-accident')).rejects.toMatchObject({ code: 'VETO_SIGNER_UNKNOWN' });
    cpSync(join(folder, 'keys/commission.public.pem'), join(county, 'veto-signers.pem'));
    const { by, basis, key } = saying('');
    const what = ['--card', 'town-quarter', '--period', '2026-Q2', '--area', '白鹤镇', '--ground', 'grave-accident'];
    const said = ['--by', by, '--reason', '事故', '--basis', basis, '--key', key];
    expect(await scorecard('veto', 'record', ...what, ...said)).toMatchObject({ code: 0, err: '' });
  }, 60_000);

  test('stands beside the score, which stays as it was', async () => {
    const before = await told();
    expect(vetoesOf(before, '330199100')).toEqual([[1, true]]);
    await record('330199106', '瞒报', 'hidden-report');
    const after = await told();
    expect(after.areas.map(({ score }) => score)).toEqual(before.areas.map(({ score }) => score));
    expect((await run('table')).toString()).toMatch(/330199106 .*#2 Facts hidden or reported falsely/);
  }, 60_000);

  test.each([
    ['the number of petitions as its reason', ['大墩乡', '信访总量全县第一', 'hidden-report']],
    ['no ground where the card names two', ['大墩乡', '瞒报']],
    ['a ground that the card does not name', ['大墩乡', '瞒报', 'petitions']],
  ] as const)('is refused for %s', async (_, [area, reason, ground]) => {
    await expect(record(area, reason, ground)).rejects.toMatchObject({ code: 'VETO_REFUSED' });
  });

  test('is withdrawn by another record, once; both stay', async () => {
    const withdraw = (): Promise<Buffer> =>
      written(where => withdrawVeto('2', { ...options(), ...saying('复核后不成立'), ...where, format: 'table' }));
    await withdraw();
    await expect(withdraw()).rejects.toMatchObject({ code: 'UNKNOWN_VETO' });
    expect(vetoesOf(await told(), '330199106')).toEqual([]);
    const list = await written(where => listVetoes({ ...options(), ...where, format: 'table' }));
    expect(list.toString()).toMatch(/ 2 .* withdrawn by #3\n/);
    const verified = await written(async where => {
      expect(await verifyKept({ ...options(), ...where, format: 'table' })).toBe(0);
    });
    expect(verified.toString()).toMatch(/^3 records, signatures and order as they were/);
  }, 60_000);

  test('that was changed in the store is named, and not relied on; a broken withdrawal withdraws nothing', async () => {
    const store = new Database(join(data, 'store.sqlite'));
    store.prepare("UPDATE countygraph_veto SET said_by = '别人' WHERE number IN (1, 3)").run();
    store.close();
    const verified = await scorecard('veto', 'verify', '--format', 'json');
    expect(verified.code).toBe(1);
    const { findings } = JSON.parse(verified.out) as { findings: { number: number; fault: string }[] };
    expect(findings.map(({ number, fault }) => `${number} ${fault}`)).toEqual([
      '1 SIGNATURE',
      '2 PREVIOUS',
      '3 SIGNATURE',
    ]);
    const now = await told();
    expect([vetoesOf(now, '330199100'), vetoesOf(now, '330199106')]).toEqual([[[1, false]], [[2, true]]]);
    expect((await run('table')).toString()).toMatch(/330199100 .*#1 cannot be relied on, verify it/);
  }, 60_000);
});
