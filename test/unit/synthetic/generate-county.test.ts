import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { openStore } from '../../../lib/synthetic/store/open-store.ts';
import {
  generateCounty,
  survivalMedian,
  type DurationCell,
  type RatioCell,
  type Truth,
} from '../../../lib/synthetic/index.ts';
import { readRows } from './read-rows.ts';

const county = loadCounty('counties/fengxi');
const folder = mkdtempSync(join(tmpdir(), 'countygraph-synthetic-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Record<string, string | number | null>;
const read = (department: string, sql: string): Row[] => {
  const database = new Database(join(folder, 'a', `${department}.sqlite`), { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
};

/** null: no date; undefined: cannot be read. */
function readDate(value: unknown, absent: string): string | null | undefined {
  if (value === null || value === '' || value === absent) return null;
  const iso = String(value).replace(/^(\d{4})[-/]?(\d\d)[-/]?(\d\d).*$/, '$1-$2-$3');
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

let truth: Truth;
beforeAll(async () => {
  truth = await generateCounty({ county, dataDir: join(folder, 'a'), scale: 0.2 });
}, 60_000);

/** Numbers that the databases must give: truth less what the dirt took. Cells without anything are left out. */
function visible(indicator: string, form: string, part: 'numerator' | 'denominator'): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const [month, areas] of Object.entries(truth.figures[indicator]?.[form] ?? {})) {
    for (const [area, cell] of Object.entries(areas as Record<string, RatioCell>)) {
      const left = cell[part] - cell.left[part];
      if (left > 0) cells[`${month} ${area}`] = left;
    }
  }
  return cells;
}

const accepted = (row: Row) => readDate(row['slrq'], '');
const resolved = (row: Row) => readDate(row['hjrq'], '0000-00-00');
const ended = (row: Row) => readDate(row['jsrq'], '00000000');
const persons = (row: Row): number => Number(row['jtrks']);

function june(cells: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(cells).filter(([key]) => key.startsWith('2025-06')));
}

/** Counts rows by month and place, as the databases hold them. */
function tally(
  rows: Row[],
  dayOf: (row: Row) => string | null | undefined,
  town: string,
  amount: (row: Row) => number = () => 1,
): Record<string, number> {
  const towns = new Set([...county.areas.values()].filter(area => area.level === 'TOWN').map(area => area.code));
  const cells: Record<string, number> = {};
  for (const row of rows) {
    const day = dayOf(row);
    if (!day || day < county.data.from || day > county.data.asOf) continue;
    const code = String(row[town]).slice(0, 9);
    for (const area of [county.code, ...(towns.has(code) ? [code] : [])]) {
      const key = `${day.slice(0, 7)} ${area}`;
      cells[key] = (cells[key] ?? 0) + amount(row);
    }
  }
  return cells;
}

describe('truth.json less what it says is lost equals the databases', () => {
  test('events and cohorts: disputes', () => {
    const rows = read('justice', 'SELECT * FROM tj_jfdj WHERE is_deleted = 0');
    const followed = (row: Row) => (resolved(row) === undefined ? null : accepted(row));
    expect(tally(rows, followed, 'xz')).toEqual(visible('dispute_resolution_rate', 'cohort', 'denominator'));
    expect(tally(rows, accepted, 'xz')).toEqual(visible('dispute_resolution_rate', 'in_period', 'denominator'));
    expect(tally(rows, resolved, 'xz')).toEqual(visible('dispute_resolution_rate', 'in_period', 'numerator'));
    expect(tally(rows, row => (resolved(row) ? accepted(row) : null), 'xz')).toEqual(
      visible('dispute_resolution_rate', 'cohort', 'numerator'),
    );
  });

  test('conditions on a code: mediations', () => {
    const rows = read('justice', 'SELECT * FROM tj_tjaj WHERE is_deleted = 0');
    const known = rows.filter(row => ['10', '20', '30'].includes(String(row['tjjg'])));
    expect(tally(known, ended, 'qhdm')).toEqual(visible('mediation_success_rate', 'value', 'denominator'));
    const agreed = rows.filter(row => row['tjjg'] === '10' || row['tjjg'] === '20');
    expect(tally(agreed, ended, 'qhdm')).toEqual(visible('mediation_success_rate', 'value', 'numerator'));
  });

  test('limits that have run: petitions', () => {
    const rows = read('petition', "SELECT * FROM XF_SXDJ WHERE YXBZ = '1'");
    const none = '0000-00-00 00:00:00';
    const run = (row: Row) => {
      const due = readDate(row['BLQX'], none);
      return due && due <= county.data.asOf ? readDate(row['SLRQ'], none) : null;
    };
    const onTime = (row: Row) => {
      const closed = readDate(row['BJRQ'], none);
      return closed && closed <= String(row['BLQX']) ? run(row) : null;
    };
    const followed = (row: Row) => (readDate(row['BJRQ'], none) === undefined ? null : run(row));
    expect(tally(rows, followed, 'WTSD')).toEqual(visible('petition_closed_on_time', 'value', 'denominator'));
    expect(tally(rows, onTime, 'WTSD')).toEqual(visible('petition_closed_on_time', 'value', 'numerator'));
  });

  test('stock: persons aided at the end of a month', () => {
    const rows = read('civil-affairs', 'SELECT * FROM mz_jzdx WHERE delFlag = 0');
    const monthEnd = '2025-06-30';
    const open = (from: string, until: string) => (row: Row) => {
      const [start, end] = [readDate(row[from], ''), readDate(row[until], '')];
      return start && end !== undefined && start <= monthEnd && (end === null || end > monthEnd) ? monthEnd : null;
    };
    expect(tally(rows, open('jzqsrq', 'jzzzrq'), 'xzDm', persons)).toEqual(
      june(visible('relief_coverage', 'value', 'numerator')),
    );
    expect(tally(rows, open('rdrq', 'tcrq'), 'xzDm', persons)).toEqual(
      june(visible('relief_coverage', 'value', 'denominator')),
    );
  });

  test('durations: months in court', () => {
    const rows = read('court', "SELECT * FROM T_AJ_JBXX WHERE SCBZ = '0'");
    const cell = truth.figures['case_duration_median']?.['value']?.['2026-05']?.[county.code] as DurationCell;
    const tally = new Map<number, [closed: number, open: number]>();
    for (const row of rows) {
      const [filed, closed] = [readDate(row['LARQ'], ''), readDate(row['JARQ'], '00000000')];
      if (!filed?.startsWith('2026-05') || closed === undefined) continue;
      const length = (Date.parse(closed ?? county.data.asOf) - Date.parse(filed)) / 86_400_000;
      const [ended, still] = tally.get(length) ?? [0, 0];
      tally.set(length, closed === null ? [ended, still + 1] : [ended + 1, still]);
    }
    const length = [...tally.keys()].sort((a, b) => a - b);
    const histogram = {
      length,
      closed: length.map(n => tally.get(n)?.[0] ?? 0),
      open: length.map(n => tally.get(n)?.[1] ?? 0),
    };
    expect(cell.observable.histogram).toEqual(histogram);
    expect(cell.observable.value).toEqual({ median: survivalMedian(histogram) });
  });
});

test('a grid never has two main workers at a time', () => {
  const ends = new Map<string, string>();
  for (const row of read('grid', "SELECT * FROM wg_gwjl WHERE gwlx = 'A' AND zt = '1' ORDER BY wgbm, gwbh")) {
    const [grid, from, until] = [String(row['wgbm']), readDate(row['qsrq'], ''), readDate(row['zzrq'], '')];
    if (from) expect(from >= (ends.get(grid) ?? '')).toBe(true);
    ends.set(grid, until === null ? '9999' : (until ?? ''));
  }
  expect(ends.size).toBe(1900);
});

test('560,000 people live in the grids', () => {
  expect(read('grid', 'SELECT SUM(rks) AS people FROM wg_jcxx')).toEqual([{ people: 560_000 }]);
});

test('every link within the county leads to a record', () => {
  const disputes = new Set(read('justice', 'SELECT jfbh FROM tj_jfdj').map(row => row['jfbh']));
  const links = [
    ...read('grid', 'SELECT byzd1 AS link FROM wg_sj WHERE byzd1 IS NOT NULL'),
    ...read('petition', 'SELECT BYZD3 AS link FROM XF_SXDJ WHERE BYZD3 IS NOT NULL'),
    ...read('court', 'SELECT SQTJAH AS link FROM T_AJ_JBXX WHERE SQTJAH IS NOT NULL'),
    ...read('police', 'SELECT BYZD1 AS link FROM JCJ_JJD WHERE BYZD1 IS NOT NULL'),
  ];
  expect(links.length).toBeGreaterThan(1000);
  expect(links.filter(row => !disputes.has(row['link'] ?? null))).toEqual([]);
});

test('dirt stays near its rates', () => {
  for (const type of ['GridEvent', 'PoliceIncident', 'Dispute']) {
    for (const spoiled of Object.values(truth.spoiled[type] ?? {})) {
      const share = spoiled / (truth.rows[type] ?? 0);
      expect(share).toBeGreaterThan(0.001);
      expect(share).toBeLessThan(0.008);
    }
    expect(truth.deleted[type]).toBeGreaterThan(0);
  }
});

test('the same seed makes the same county, another seed another', async () => {
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name, 'court.sqlite')))
      .digest('hex');
  const small = { county, scale: 0.02 };
  const first = await generateCounty({ ...small, dataDir: join(folder, 'b') });
  const second = await generateCounty({ ...small, dataDir: join(folder, 'c') });
  await generateCounty({ county: { ...county, seed: 7 }, scale: 0.02, dataDir: join(folder, 'd') });
  expect(second).toEqual(first);
  expect(hash('c')).toBe(hash('b'));
  expect(hash('d')).not.toBe(hash('b'));
});

test.each(['mysql', 'postgres'] as const)(
  '%s holds what SQLite holds',
  async kind => {
    const server = kind === 'mysql' ? inject('mariadbUrl') : inject('postgresUrl');
    const prefix = `synthetic_${process.pid}_`;
    const options = { county, scale: 0.01, dataDir: join(folder, kind) };
    const there = await generateCounty({ ...options, target: `${server}/${prefix}{department}` });
    const here = await generateCounty({ ...options, dataDir: join(folder, 'e') });
    expect(there).toEqual(here);
    for (const [department, table, order] of [
      ['police', 'JCJ_JJD', 'JJDBH'],
      ['petition', 'XF_SXDJ', 'BYZD3'],
      ['emergency', 'YJ_SGXX', 'FSSJ'],
    ] as const) {
      const rows = await readRows(`${server}/${prefix}${department}`, table, order);
      expect(rows).toEqual(await readRows(`sqlite:${join(folder, 'e', `${department}.sqlite`)}`, table, order));
      expect(rows.length).toBeGreaterThan(0);
    }
  },
  60_000,
);

test('an address that is none, and a server that is not there, are said in one sentence', async () => {
  await expect(openStore('oracle://host/x')).rejects.toMatchObject({ code: 'BAD_DATABASE_URL', kind: 'operator' });
  await expect(openStore('mysql://root@127.0.0.1:1/x')).rejects.toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
    kind: 'operator',
  });
});
