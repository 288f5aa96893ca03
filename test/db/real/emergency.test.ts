import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { databaseKinds } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { isThere, named, sharedData } from './shared-data.ts';
import { findingsOf, leftOut, openWrap, type Wrap } from './wrap.ts';

// Hundreds of thousands of rows, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const path = 'emergency/911.csv.gz';
const rows = isThere ? readCsv(join(sharedData, path)) : [];
const lacking = (is: (row: CsvRow) => boolean): number => rows.filter(is).length;
const taken = (row: CsvRow, pattern: RegExp): string | undefined => pattern.exec(row['desc'] ?? '')?.[1];
const station = /Station[ :]*[A-Z]*(\d+)/;

describe.skipIf(!isThere).each(databaseKinds)(named('emergency calls on %s'), kind => {
  let wrap: Wrap;
  beforeAll(async () => {
    wrap = await openWrap(kind, 'emergency', { calls: path }, new Set(['042091']));
  });
  afterAll(() => wrap.close());

  test('rows in are rows out and rows left out', async () => {
    const report = await wrap.report('Call');
    expect([rows.length, report.quality.rows, report.quality.counted]).toEqual([99_492, 99_492, 99_492]);
    expect(leftOut(report)).toEqual({
      kind: {},
      nature: {},
      registeredOn: {},
      registeredAt: {},
      calledAt: { missing: lacking(row => !taken(row, /(\d{4}-\d\d-\d\d @ \d\d:\d\d:\d\d)/)) },
      station: { missing: lacking(row => !taken(row, station)) },
      township: { missing: 43 },
      finishedAt: { missing: 99_492 },
      place: { UNKNOWN_AREA: 15 },
    });
    const findings = findingsOf(report);
    expect(findings['UNKNOWN_AREA place']).toMatchObject({ rows: 15 });
    expect(findings['NOT_KEPT finishedAt']?.about).toEqual({ reason: 'The calls have no end' });
    // Each row has a moment of its own: none is the repeat of another in every column.
    expect(findings['DUPLICATE_ROWS']).toBeUndefined();
  });

  test('calls that are told twice', async () => {
    const report = await wrap.report('ToldCall');
    expect(report.quality.rows).toBe(99_492);
    expect(findingsOf(report)['DUPLICATE_ROWS']).toMatchObject({ rows: 37, about: { groups: 33 } });
  });

  test('kinds before the colon, and townships', async () => {
    const question = {
      measures: ['REGISTERED'],
      period: { unit: 'YEAR', from: '2015', to: '2016' },
      level: 'COUNTY',
      asOf: '2016-12-31',
      leftOut: true,
    } as const;
    const session = wrap.source.session();
    const kinds = await session.statistics(right('Call'), { ...question, by: ['kind'] });
    const counts = Map.groupBy(kinds.rows, row => row.dimensions['kind']);
    const sum = (of: string): number => (counts.get(of) ?? []).reduce((n, row) => n + (row.values[0] ?? 0), 0);
    expect([sum('AMBULANCE'), sum('TRAFFIC'), sum('FIRE')]).toEqual([48_877, 35_695, 14_920]);
    const townships = await session.statistics(right('Call'), { ...question, by: ['township'] });
    expect(new Set(townships.rows.map(row => row.dimensions['township'])).size).toBe(69);
    expect(townships.rows.reduce((n, row) => n + (row.values[0] ?? 0), 0)).toBe(99_492);
  });

  test('the station inside the text', async () => {
    const filter = { station: { eq: '332' } };
    const { totalCount } = await wrap.source
      .session()
      .list(right('Call'), { fields: [], first: 0, count: true, filter });
    expect(totalCount).toBe(lacking(row => taken(row, station) === '332'));
    expect(totalCount).toBeGreaterThan(0);
  });
});
