import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { databaseKinds } from '../../servers/databases.ts';
import { right, run } from '../legacy/database.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { isThere, named, sharedData } from './shared-data.ts';
import { findingsOf, leftOut, openWrap, type Wrap } from './wrap.ts';

// Hundreds of thousands of rows, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const years = ['2022', '2023', '2024'] as const;
const path = (year: string): string => `police/incidents_${year}.csv.gz`;

interface District {
  readonly properties: { readonly dist_numc: string; readonly dist_num: number };
}

const districts = isThere
  ? (JSON.parse(readFileSync(join(sharedData, 'areas/police_districts.geojson'), 'utf8')) as { features: District[] })
      .features
  : [];
const places = new Set(districts.map(({ properties }) => properties.dist_numc));

function repeats(rows: readonly CsvRow[]): number {
  return rows.length - new Set(rows.map(row => row['dc_key'])).size;
}

function ordinary(rows: readonly CsvRow[]) {
  const count = (is: (row: CsvRow) => boolean): number => rows.filter(is).length;
  return {
    rows: rows.length,
    repeats: repeats(rows),
    noHour: count(row => row['hour'] === ''),
    noPoint: count(row => row['point_x'] === ''),
    otherDay: count(row => row['dispatch_date'] !== row['dispatch_date_time']?.slice(0, 10)),
    unknown: count(row => !places.has(row['dc_dist'] ?? '')),
    retired: count(row => row['dc_dist'] === '06'),
  };
}

/** The same counts, made in JavaScript from the files. */
const truth = isThere
  ? Object.fromEntries(years.map(year => [year, ordinary(readCsv(join(sharedData, path(year))))]))
  : {};
const all = (of: keyof ReturnType<typeof ordinary>): number =>
  Object.values(truth).reduce((sum, year) => sum + year[of], 0);

const located = ordinary(
  isThere ? readCsv(join(sharedData, path('2023'))).filter(row => /^[34]00$/.test(row['ucr_general'] ?? '')) : [],
);
/** Robberies and assaults of 2023 in no district of today. */
const inNoDistrict = 7;

describe.skipIf(!isThere).each(databaseKinds)(named('police incidents on %s'), kind => {
  let wrap: Wrap;
  beforeAll(async () => {
    const tables = Object.fromEntries(years.map(year => [`incidents_${year}`, path(year)]));
    wrap = await openWrap(kind, 'police', tables, places, async url => {
      const values = districts.map(({ properties }) => `(${properties.dist_num})`);
      await run(kind, url, [
        'CREATE TABLE districts (dist_num INT PRIMARY KEY)',
        `INSERT INTO districts VALUES ${values.join(', ')}`,
      ]);
    });
  });
  afterAll(() => wrap.close());

  test('three tables are one type: rows in are rows out and rows left out', async () => {
    const report = await wrap.report('Incident');
    expect(truth['2023']).toEqual({
      rows: 169_017,
      repeats: 55,
      noHour: 100_619,
      noPoint: 6_985,
      otherDay: 26_142,
      unknown: 7_339,
      retired: 7_338,
    });
    expect([report.quality.rows, report.quality.counted]).toEqual([480_602, 480_602]);
    expect(leftOut(report)).toEqual({
      id: {},
      kind: {},
      reportedOn: {},
      reportedAt: {},
      hour: { missing: all('noHour') },
      place: { UNKNOWN_AREA: all('unknown') },
    });
    const findings = findingsOf(report);
    expect(findings['BESIDE_DIFFERS reportedOn']).toMatchObject({ rows: all('otherDay'), of: 480_602 });
    expect(findings['DUPLICATE_KEY id']).toMatchObject({ rows: 104 });
    expect(findings['LABEL_VARIES kind']?.about).toEqual({ codes: 5, all: 26 });
    const { totalCount } = await wrap.source.session().list(right('Incident'), { fields: [], first: 0, count: true });
    expect(totalCount).toBe(480_602);
  });

  test('one year: each trap with its count', async () => {
    const report = await wrap.report('Incident2023');
    expect(report.quality.rows).toBe(169_017);
    const left = leftOut(report);
    expect(left).toMatchObject({
      id: {},
      hour: { missing: 100_619 },
      place: { UNKNOWN_AREA: 7_339 },
    });
    const findings = findingsOf(report);
    expect(findings['UNKNOWN_AREA place']).toMatchObject({
      rows: 7_339,
      values: [{ value: '06', rows: 7_338 }, { rows: 1 }],
    });
    expect(findings['BESIDE_DIFFERS reportedOn']).toMatchObject({ rows: 26_142, of: 169_017 });
    expect(findings['DUPLICATE_KEY id']).toMatchObject({ rows: 55, about: { keys: 46, declared: 1 } });
    expect(findings['LABEL_VARIES kind']?.about).toEqual({ codes: 5, all: 26 });
  });

  test('places told by coordinates: points of the retired district lie in those of today', async () => {
    const report = await wrap.report('LocatedIncident');
    const { quality } = report;
    expect([quality.rows, quality.counted]).toEqual([169_017, located.rows]);
    expect(leftOut(report)).toEqual({
      id: {},
      place: { UNKNOWN_AREA: located.unknown },
      district: { missing: located.noPoint, UNKNOWN_AREA: inNoDistrict },
    });
  });

  test('statistics count every row once', async () => {
    const { rows, leftOut: left } = await wrap.source.session().statistics(right('Incident'), {
      measures: ['REPORTED', 'KNOWN_HOUR'],
      by: ['kind'],
      period: { unit: 'YEAR', from: '2021', to: '2025' },
      level: 'COUNTY',
      asOf: '2025-12-31',
      leftOut: true,
    });
    expect(rows.reduce((sum, row) => sum + (row.values[0] ?? 0), 0)).toBe(480_602);
    expect(left).toEqual([]);
  });

  test('a key that repeats gives the first of its rows, and all of them in a list', async () => {
    const session = wrap.source.session();
    const id = '202315002117';
    expect(await session.one(right('Incident'), 'id', id, ['kind', 'place'])).toEqual({
      id,
      kind: 'HOMICIDE',
      place: '15',
    });
    const { rows } = await session.list(right('Incident2023'), {
      fields: ['id'],
      first: 10,
      count: false,
      filter: { id: { eq: id } },
    });
    expect(rows.length).toBe(3);
  });

  test('districts join although their numbers are kept differently', async () => {
    const { rows } = await wrap.source
      .session()
      .list(right('District'), { fields: ['place'], first: 100, count: false });
    expect(new Set(rows.map(row => row['place']))).toEqual(places);
  });
});
