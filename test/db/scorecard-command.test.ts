import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureData } from '../../lib/cli/synthesise.ts';
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
const run = (...args: string[]): Promise<Ended> =>
  scorecard('run', '--card', 'town-quarter', '--period', '2026-Q2', ...args);

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
const told = async (...args: string[]): Promise<Told> =>
  JSON.parse((await run('--format', 'json', ...args)).out) as Told;

function saying(reason: string): string[] {
  return ['--by', '县考核领导小组', '--reason', reason, '--basis', '3号文'];
}

async function vetoesOf(area: string): Promise<(readonly [number, boolean])[]> {
  const { areas } = await told();
  return (areas.find(each => each.area.code === area)?.vetoes ?? []).map(({ number, sound }) => [number, sound]);
}

describe('countygraph scorecard run', () => {
  test('tells scores, what of them is noise, and every step', async () => {
    const ended = await run('--explain', '--area', '白鹤镇');
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(ended.out).toMatch(/330199100 {2}白鹤镇 +\d+\.\d\d +\d+(\.\d)? – \d+(\.\d)? /);
    expect(ended.out).toMatch(/more than noise/);
    expect(ended.out).toMatch(/Grid event on-time closure .* 15 − \(98 − \d+(\.\d+)?\) ÷ 1 × 0\.75 = \d/);
    expect(ended.out).toMatch(/Score = \d+(\.\d+)? \+ \d+(\.\d+)? = \d+(\.\d+)?\n$/);
    expect(ended.out).not.toContain('330199101');
  }, 180_000);

  test('gives all of it as JSON, CSV and a workbook; areas by code, ranks for nobody', async () => {
    const { areas, ranking } = await told();
    expect(ranking).toBe(false);
    expect(areas.map(({ area }) => area.code)).toEqual(areas.map(({ area }) => area.code).toSorted());
    expect(areas.every(each => !('ranks' in each))).toBe(true);
    const csv = (await run('--format', 'csv')).out.split('\r\n');
    expect(csv[0]).toMatch(/^\uFEFFCode,Area,Score,/);
    expect(csv[1]?.split(',')[2]).toBe(String(areas[0]?.score));
    const file = join(folder, 'scores.xlsx');
    expect((await run('--format', 'xlsx', '--output', file)).code).toBe(0);
    const sheets = readWorkbook(readFileSync(file));
    expect([...sheets.keys()]).toEqual(['得分 Scores', '项目 Items']);
    expect(sheets.get('得分 Scores')?.get('C2')).toBeCloseTo(areas[0]?.score ?? NaN, 9);
  }, 180_000);

  test('gives spans of ranks where the county has switched ranking on', async () => {
    const [file, ranked] = [join(folder, 'ranked'), join(folder, 'ranked', 'county.yaml')];
    cpSync(county, file, { recursive: true });
    appendFileSync(ranked, '\nranking: true\n');
    const what = ['--card', 'town-quarter', '--period', '2026-Q2', '--format', 'json'];
    const ended = await countygraph('scorecard', 'run', ...what, '--county', file, '--data', data);
    const { areas, ranking } = JSON.parse(ended.out) as Told;
    expect(ranking).toBe(true);
    for (const { ranks } of areas) expect(ranks?.worst).toBeGreaterThanOrEqual(ranks?.best ?? Infinity);
  }, 180_000);

  test('refuses a card that is not there and a period that it does not score by', async () => {
    const unknown = await scorecard('run', '--card', 'nobody', '--period', '2026-Q2');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringMatching(/^UNKNOWN_CARD: .*town-quarter/)]);
    const month = await scorecard('run', '--card', 'town-quarter', '--period', '2026-08');
    expect([month.code, month.err]).toEqual([1, expect.stringMatching(/^BAD_PERIOD: /)]);
  }, 180_000);
});

describe('countygraph scorecard veto', () => {
  let key: string[];
  const record = (area: string, reason: string, ...more: string[]): Promise<Ended> => {
    const what = ['--card', 'town-quarter', '--period', '2026-Q2', '--area', area];
    return scorecard('veto', 'record', ...what, ...saying(reason), ...key, ...more);
  };
  beforeAll(async () => {
    const made = await countygraph('keys', 'new', '--out', join(folder, 'keys'), '--name', 'commission');
    expect(made.code).toBe(0);
    key = ['--key', join(folder, 'keys/commission.key.pem')];
  });

  test('by a key that the county does not know is refused; then its public half is added', async () => {
    const refused = await record('白鹤镇', '事故', '--ground', 'grave-accident');
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/^VETO_SIGNER_UNKNOWN: /)]);
    cpSync(join(folder, 'keys/commission.public.pem'), join(county, 'veto-signers.pem'));
    expect((await record('白鹤镇', '事故', '--ground', 'grave-accident')).code).toBe(0);
  }, 180_000);

  test('stands beside the score, which stays as it was', async () => {
    expect(await vetoesOf('330199100')).toEqual([[1, true]]);
    const before = await told();
    expect((await record('330199106', '瞒报', '--ground', 'hidden-report')).code).toBe(0);
    const after = await told();
    expect(after.areas.map(({ score }) => score)).toEqual(before.areas.map(({ score }) => score));
    expect((await run()).out).toMatch(/330199106 .*#2 Facts hidden or reported falsely/);
  }, 180_000);

  test.each([
    ['the number of petitions as its reason', ['大墩乡', '信访总量全县第一', '--ground', 'hidden-report']],
    ['no ground where the card names two', ['大墩乡', '瞒报']],
    ['a ground that the card does not name', ['大墩乡', '瞒报', '--ground', 'petitions']],
  ] as const)(
    'is refused for %s',
    async (_, [area, reason, ...more]) => {
      const refused = await record(area, reason, ...more);
      expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/^VETO_REFUSED: /)]);
    },
    180_000,
  );

  test('is withdrawn by another record, once; both stay', async () => {
    const withdraw = (): Promise<Ended> => scorecard('veto', 'withdraw', '2', ...saying('复核后不成立'), ...key);
    expect((await withdraw()).code).toBe(0);
    expect((await withdraw()).err).toMatch(/^UNKNOWN_VETO: /);
    expect(await vetoesOf('330199106')).toEqual([]);
    const { out } = await scorecard('veto', 'list');
    expect(out).toMatch(/ 2 .* withdrawn by #3\n/);
    expect((await scorecard('veto', 'verify')).out).toMatch(/^3 records, signatures and order as they were/);
  }, 180_000);

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
    expect(await vetoesOf('330199100')).toEqual([[1, false]]);
    expect(await vetoesOf('330199106')).toEqual([[2, true]]);
    expect((await run()).out).toMatch(/330199100 .*#1 cannot be relied on, verify it/);
  }, 180_000);
});
