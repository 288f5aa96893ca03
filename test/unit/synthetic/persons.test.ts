import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { canaries, generateCounty, type Truth } from '../../../lib/synthetic/index.ts';
import { legacyDatabases } from '../../../lib/synthetic/legacy/index.ts';

const county = loadCounty('counties/fengxi');
const folder = mkdtempSync(join(tmpdir(), 'countygraph-persons-'));
let truth: Truth;

beforeAll(async () => {
  truth = await generateCounty({ county, scale: 0.3, dataDir: folder });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows as they stand in a department's own table. */
function read(department: string, table: string): Record<string, string | number | null>[] {
  const database = new Database(join(folder, `${department}.sqlite`), { readonly: true });
  const rows = database.prepare<[], Record<string, string | number | null>>(`SELECT * FROM "${table}"`).all();
  database.close();
  return rows;
}

describe('the same persons in two departments', () => {
  test('are known to truth.json', () => {
    const cases = Object.entries(truth.judicialAid);
    expect(cases.length).toBe(truth.rows['JudicialAid']);
    const assisted = cases.filter(([, { assistance }]) => assistance.length > 0);
    expect(assisted.length).toBeGreaterThan(cases.length / 5);
    const aid = new Map(read('procuratorate', 'jc_sfjz').map(row => [row['jzbh'], row]));
    const households = new Map(read('civil-affairs', 'mz_jzdx').map(row => [row['jzdxId'], row]));
    let plain = 0;
    for (const [id, { readable, comparable }] of assisted) {
      for (const household of comparable) {
        const [here, there] = [String(aid.get(id)?.['sqrsfzh']), String(households.get(household)?.['hzSfzh'])];
        if (!readable || !/^\d{17}[\dX]$/.test(here) || !/^\d{17}[\dX]$/.test(there)) continue;
        expect(here).toBe(there);
        expect(aid.get(id)?.['sqrxm']).toBe(households.get(household)?.['hzXm']);
        plain += 1;
      }
    }
    expect(plain).toBeGreaterThan(5);
  });

  test('nobody else has the number of a recipient', () => {
    const heads = new Map(read('civil-affairs', 'mz_jzdx').map(row => [row['hzSfzh'], String(row['jzdxId'])]));
    for (const row of read('procuratorate', 'jc_sfjz')) {
      const { readable = false, comparable = [] } = truth.judicialAid[String(row['jzbh'])] ?? {};
      const met = heads.get(row['sqrsfzh'] ?? '');
      if (readable && met !== undefined) expect(comparable).toContain(met.replace(/D$/, ''));
    }
  });
});

test('every department holds canaries of its own: names, numbers and telephones', () => {
  for (const [department, { tables }] of Object.entries(legacyDatabases)) {
    const all = Object.values(tables)
      .map(({ name }: { name: string }) => JSON.stringify(read(department, name)))
      .join('\n');
    const own = canaries.filter(canary => canary.department === department);
    expect(
      own.some(({ number }) => all.includes(number)),
      `${department}: number`,
    ).toBe(true);
    expect(
      own.some(({ name }) => all.includes(name)),
      `${department}: name`,
    ).toBe(true);
    expect(
      own.some(({ phone }) => all.includes(phone)),
      `${department}: telephone`,
    ).toBe(true);
    const others = canaries.filter(canary => canary.department !== department && all.includes(canary.number));
    // But for the two that share persons.
    if (!['procuratorate', 'civil-affairs'].includes(department)) expect(others).toEqual([]);
  }
});
