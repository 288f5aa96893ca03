import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { isThere, named, sharedData } from './shared-data.ts';
import { findingsOf, leftOut, openWrap, type Wrap } from './wrap.ts';

const path = 'petition/requests_311.csv.gz';
const rows = isThere ? readCsv(join(sharedData, path)) : [];
const count = (is: (row: CsvRow) => boolean): number => rows.filter(is).length;

interface Zip {
  readonly properties: { readonly postalCode: string };
}
const zips = isThere
  ? (JSON.parse(readFileSync(join(sharedData, 'areas/nyc-zipcodes.geojson'), 'utf8')) as { features: Zip[] }).features
  : [];
const postcodes = new Set(zips.map(({ properties }) => properties.postalCode));

/** 02/17/2020 12:19:00 PM read by other means than the database's. */
function dayOf(text: string): string {
  const [month, day, year] = text.slice(0, 10).split('/');
  return `${year}-${month}-${day}`;
}

const sorted = (list: unknown[][]): string[] => list.map(row => JSON.stringify(row)).toSorted();

describe.skipIf(!isThere).each(databaseKinds)(named('requests on %s'), kind => {
  let wrap: Wrap;
  beforeAll(async () => {
    wrap = await openWrap(kind, 'petition', { requests: path }, postcodes);
  });
  afterAll(() => wrap.close());

  test('rows in are rows out and rows left out', async () => {
    const report = await wrap.report('Request');
    expect([rows.length, report.quality.rows]).toEqual([5_895, 5_895]);
    expect(leftOut(report)).toEqual({
      id: {},
      topic: {},
      createdOn: {},
      createdAt: {},
      closedOn: { missing: 3_431 },
      dueOn: { missing: count(row => row['Due Date'] === '') },
      state: { missing: 1 },
      channel: { missing: 929 },
      facility: { missing: 5_895 },
      borough: { missing: 3 },
      board: { missing: 3 },
      postcode: { missing: 16, UNKNOWN_AREA: 8 },
    });
    // 58 % have no day of closing.
    expect(Math.round((3_431 / 5_895) * 100)).toBe(58);
    const findings = findingsOf(report);
    const met = (field: string) => findings[`MISSING_SPELLINGS ${field}`]?.values.toSorted((a, b) => b.rows - a.rows);
    expect(met('facility')).toEqual([
      { value: '', rows: 3_412 },
      { value: 'N/A', rows: 2_483 },
    ]);
    expect(findings['EMPTY_FIELD facility']).toMatchObject({ rows: 5_895 });
    expect(findings['UNKNOWN_AREA postcode']?.values).toEqual([
      { value: '11249', rows: 6 },
      { value: '10000', rows: 2 },
    ]);
  });

  test('all pages give every row once, as the file has it', async () => {
    const session = wrap.source.session();
    const read: unknown[][] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await session.list(right('Request'), {
        fields: ['id', 'createdOn', 'closedOn', 'borough'],
        first: 1000,
        count: false,
        after,
      });
      read.push(...page.rows.map(row => Object.values(row)));
      [after, more] = [page.cursor(page.rows.length - 1), page.hasNextPage];
    }
    const written = rows.map(row => [
      row['Unique Key'],
      dayOf(row['Created Date'] ?? ''),
      row['Closed Date'] ? dayOf(row['Closed Date']) : null,
      row['Borough'] === 'Unspecified' ? null : row['Borough'],
    ]);
    expect(sorted(read)).toEqual(sorted(written));
  });

  test('times to the closing leave out what is closed before it begins', async () => {
    const { rows: cells, leftOut: left } = await wrap.source.session().statistics(right('Request'), {
      measures: ['CREATED', 'TIME'],
      by: [],
      period: { unit: 'YEAR', from: '2010', to: '2025' },
      level: 'COUNTY',
      asOf: '2025-12-31',
      leftOut: true,
    });
    expect(cells.reduce((n, cell) => n + (cell.values[0] ?? 0), 0)).toBe(5_895);
    const backwards = count(
      row => row['Closed Date'] !== '' && dayOf(row['Closed Date'] ?? '') < dayOf(row['Created Date'] ?? ''),
    );
    expect(left.reduce((n, { rows: out }) => n + out, 0)).toBe(backwards);
    expect(cells.reduce((n, cell) => n + (cell.values[1] ?? 0), 0)).toBe(5_895 - backwards);
  });
});
