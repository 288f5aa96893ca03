import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureData } from '../../lib/cli/synthesise.ts';
import { loadCounty } from '../../lib/kernel/county.ts';
import type { Alert } from '../../lib/store/index.ts';
import type { Truth } from '../../lib/synthetic/index.ts';
import { fengxi } from '../county.ts';
import { score } from '../warning/score.ts';

const main = join(import.meta.dirname, '../../lib/cli/main.ts');
let folder: string;
let place: string[];
let truth: Truth;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countygraph-alerts-'));
  const [data, county] = [join(folder, 'data'), join(folder, 'county')];
  cpSync(fengxi.folder, county, { recursive: true });
  const file = join(county, 'county.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('falseAlarmsAYear: 12', 'falseAlarmsAYear: 8'));
  await ensureData(loadCounty(county), { county, data, scale: 1, outbreaks: true });
  truth = JSON.parse(readFileSync(join(data, 'truth.json'), 'utf8')) as Truth;
  place = ['--county', county, '--data', data];
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function alerts(...args: string[]): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [main, 'alerts', ...args, ...place], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', code => resolve({ code, out, err }));
  });
}

describe('countygraph alerts over planted outbreaks', () => {
  test('run finds nearly all outbreaks, with about as few false alarms as are allowed, and says what they cost', async () => {
    const run = await alerts('run', '--months', '12', '--format', 'json', '--language', 'en');
    expect(run.code).toBe(0);
    const raised = JSON.parse(run.out) as Alert[];
    const { outbreaks, found, falseAlarms } = score(raised, truth.outbreaks ?? []);
    expect(outbreaks).toBe(10);
    expect(found.length).toBeGreaterThanOrEqual(7);
    // 8 are allowed; more than 16 would be seen once in 250 counties.
    expect(falseAlarms.length).toBeLessThanOrEqual(16);
    expect(run.err).toMatch(
      /False alarms: about [78](\.\d)? a year in the whole county \(40 years simulated\), 8 allowed/,
    );
    // No place below a town, no count below 5.
    for (const { area, observed } of raised) expect([area.length, observed >= 5]).toEqual([9, true]);
  }, 300_000);

  test('run again raises nothing twice', async () => {
    const before = await alerts('list', '--format', 'json');
    const again = await alerts('run', '--months', '12', '--format', 'json', '--language', 'en');
    expect(JSON.parse(again.out)).toEqual([]);
    expect(again.err).toMatch(/ 0 new alerts, \d+ known/);
    expect((await alerts('list', '--format', 'json')).out).toBe(before.out);
  }, 300_000);

  test('an alert is taken over, explained and closed; then it is no longer in the list', async () => {
    const [{ id }] = JSON.parse((await alerts('list', '--format', 'json')).out) as [Alert];
    const said = ['--by', '张三', '--reason', '=核实'];
    for (const word of ['acknowledge', 'explain', 'close']) expect((await alerts(word, id, ...said)).code).toBe(0);
    const refused = await alerts('close', id, ...said);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/^ALERT_STATE: /)]);
    const shown = await alerts('show', id, '--format', 'csv');
    expect(
      shown.out
        .trimEnd()
        .split('\r\n')
        .map(line => line.split(',').slice(1).join()),
    ).toEqual([
      '动作,操作人,理由',
      '新,,',
      "已认领,张三,'=核实",
      "已说明,张三,'=核实",
      expect.stringMatching(/^已关闭,张三,'=核实/),
    ]);
    expect((await alerts('list')).out).not.toContain(id);
    expect((await alerts('list', '--state', 'closed')).out).toContain(id);
  }, 60_000);
});
