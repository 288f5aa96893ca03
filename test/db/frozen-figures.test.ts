import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { analyticsOfCounty } from '../../lib/cli/county-indicators.ts';
import { openCounty } from '../../lib/cli/in-process-county.ts';
import { freeze, type FrozenFigures, replay, type Replay } from '../../lib/frozen/index.ts';
import { type County, loadCounty } from '../../lib/kernel/county.ts';
import { type Client, createClient } from '../../lib/sdk/index.ts';
import { openStore } from '../../lib/store/index.ts';
import { fengxi, makeTestCounty } from '../county.ts';
import { databaseKinds, freshDatabase } from '../servers/databases.ts';

const request = {
  areas: ['330199', '330199001', '330199002'],
  periods: ['2026-08', '2026-Q3'],
  indicators: ['clearance_rate', 'case_duration_median', 'mediation_success_rate'],
};
const at = new Date('2026-10-01T08:00:00Z');

let folder: string;
let made: Awaited<ReturnType<typeof makeTestCounty>>;
let frozen: FrozenFigures;

async function asking<T>(county: County, ask: (client: Client) => Promise<T>): Promise<T> {
  const opened = await openCounty(county, made.target, made.dataDir, undefined);
  try {
    return await ask(createClient({ execute: each => opened.gateway.execute(each) }));
  } finally {
    await opened.close();
  }
}

/** Through its text, as the store keeps it. */
async function replayed(county: County): Promise<Replay> {
  const kept = JSON.parse(JSON.stringify(frozen)) as FrozenFigures;
  return asking(county, client => replay(kept, client, each => analyticsOfCounty(county, each), at));
}

function court(sql: string): Database.RunResult {
  const database = new Database(join(made.dataDir, 'court.sqlite'));
  try {
    return database.prepare(sql).run();
  } finally {
    database.close();
  }
}

beforeAll(async () => {
  made = await makeTestCounty('sqlite', 0.1);
  folder = mkdtempSync(join(tmpdir(), 'countygraph-frozen-'));
  cpSync(made.dataDir, join(folder, 'data'), { recursive: true });
  frozen = await asking(fengxi, client => freeze(client, each => analyticsOfCounty(fengxi, each), request, at));
});
afterEach(() => cpSync(join(folder, 'data'), made.dataDir, { recursive: true }));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await made.drop();
});

/** A county of its own, with a file changed. */
function changedCounty(name: string, file: string, change: (text: string) => string): County {
  const path = join(folder, name);
  cpSync(fengxi.folder, path, { recursive: true });
  writeFileSync(join(path, file), change(name === 'redefined' ? '' : readFileSync(join(path, file), 'utf8')));
  return loadCounty(path);
}

describe('frozen figures', () => {
  test('hold the questions, the answers, the definitions and how far the sources went', () => {
    expect(frozen.figures).toHaveLength(3 * 3 * 2);
    expect(frozen.definitions.map(({ id, version }) => [id, version])).toContainEqual(['clearance_rate', 1]);
    const cases = frozen.watermarks.filter(({ type }) => type === 'courtCase');
    expect(cases.map(({ asOf, profile }) => [asOf, profile])).toContainEqual(['2026-09-30', 'EXACT']);
    expect(frozen.exchanges.some(({ query }) => query.includes('courtCaseStats'))).toBe(true);
  });

  test('while nothing changes are the same, from their answers and from the sources', async () => {
    expect(await replayed(fengxi)).toEqual({ sameBytes: true, figures: 18, changes: [] });
  });

  test('after late entries: the same bytes from the answers, and from the sources so many more of what', async () => {
    const columns = "AH || '补', AJLB, SYCX, LARQ, JARQ, KCSXTS, SXJMRQ, JAFS, SCBZ, XZDM, CWHDM, WGH";
    const names = 'AH, AJLB, SYCX, LARQ, JARQ, KCSXTS, SXJMRQ, JAFS, SCBZ, XZDM, CWHDM, WGH';
    const { changes: late } = court(
      `INSERT INTO T_AJ_JBXX (${names}) SELECT ${columns} FROM T_AJ_JBXX
       WHERE LARQ LIKE '202608__' AND SCBZ = '0' AND JARQ = '00000000' AND XZDM = '330199001' LIMIT 3`,
    );
    expect(late).toBe(3);
    const { sameBytes, changes } = await replayed(fengxi);
    expect(sameBytes).toBe(true);
    for (const code of ['330199', '330199001']) {
      const month = changes.find(
        ({ frozen: { id, area, period } }) =>
          id === 'clearance_rate' && area.code === code && period.label === '2026-08',
      );
      const filed = month?.frozen.denominator ?? 0;
      expect(month?.now?.denominator).toBe(filed + 3);
      expect(month?.underPresentDefinition?.denominator).toBe(filed);
      expect(month?.causes).toEqual([
        { cause: 'LATE_ENTRIES', counts: [{ measure: 'courtCase.FILED', frozen: filed, now: filed + 3 }] },
      ]);
    }
    expect(changes.filter(({ frozen: { area } }) => area.code === '330199002')).toEqual([]);
    expect(changes.filter(({ frozen: { id } }) => id === 'mediation_success_rate')).toEqual([]);
  });

  test('after a correction: fewer of what, and nothing said of late entries', async () => {
    expect(court("UPDATE T_AJ_JBXX SET SCBZ = '1' WHERE LARQ LIKE '202608__' AND SCBZ = '0'").changes).toBeGreaterThan(
      3,
    );
    const { sameBytes, changes } = await replayed(fengxi);
    expect(sameBytes).toBe(true);
    const causes = changes.flatMap(change => change.causes.map(({ cause }) => cause));
    expect(new Set(causes)).toEqual(new Set(['CORRECTIONS']));
    expect(changes.some(change => change.causes[0]?.counts.some(({ measure }) => measure === 'courtCase.FILED'))).toBe(
      true,
    );
  });

  test('under another definition: the frozen answers give other bytes, and that is the reason', async () => {
    const text = `override: clearance_rate
from: 2026-01-01
change: { zh: 另一区间, en: Another band }
band: { low: 50, high: 90 }
`;
    const county = changedCounty('redefined', join('indicators', 'clearance_rate.yaml'), () => text);
    const { sameBytes, changes } = await replayed(county);
    expect(sameBytes).toBe(false);
    expect(new Set(changes.map(({ frozen: { id } }) => id))).toEqual(new Set(['clearance_rate']));
    for (const { causes, now } of changes) {
      expect(causes.map(({ cause }) => cause)).toEqual(['NEW_DEFINITION']);
      expect(now?.definitionVersion).toBe(2);
    }
  });

  test('under other rights: what the department no longer gives out, and nothing about its rows', async () => {
    const county = changedCounty('refused', 'court.access.yaml', all => all.replace('role: analyst', 'role: nobody'));
    const { sameBytes, changes } = await replayed(county);
    expect(sameBytes).toBe(true);
    expect(changes.length).toBeGreaterThan(0);
    for (const { causes, now } of changes) {
      expect(causes).toEqual([{ cause: 'OTHER_RIGHTS', counts: [] }]);
      // Without its grant the analyst is the public, to whom the court gives protected counts.
      expect(now?.value === null || now?.roundedTo !== null).toBe(true);
    }
  });
});

const entry = { at: at.toISOString(), by: '张三', title: '枫溪县 2026-08' };

test.each(databaseKinds)('frozen figures are kept on %s as they are, and once', async kind => {
  const database = await freshDatabase(kind);
  const store = await openStore(database.url);
  const text = JSON.stringify({ ...frozen, padding: '数'.repeat(100_000) });
  const kept = await store.frozen.keep(text, entry);
  expect(await store.frozen.keep(text, entry)).toEqual(kept);
  expect(await store.frozen.list()).toEqual([kept]);
  expect(await store.frozen.open(kept.id)).toEqual({ ...kept, text });
  await expect(store.frozen.open('nobody')).rejects.toMatchObject({ code: 'UNKNOWN_FROZEN' });
  await store.close();
  await database.drop();
});

test('the store is for its owner alone, and a text that somebody changed in it is refused', async () => {
  const database = await freshDatabase('sqlite');
  const store = await openStore(database.url);
  expect(statSync(database.url.slice('sqlite:'.length)).mode & 0o077).toBe(0);
  const { id } = await store.frozen.keep(JSON.stringify(frozen), entry);
  await store.close();
  const file = new Database(database.url.slice('sqlite:'.length));
  file.prepare("UPDATE countygraph_frozen SET content = replace(content, '2026-08', '2026-07')").run();
  file.close();
  const again = await openStore(database.url);
  await expect(again.frozen.open(id)).rejects.toMatchObject({ code: 'FROZEN_BROKEN' });
  await again.close();
  await database.drop();
});
