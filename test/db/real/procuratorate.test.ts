import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { readCsv } from './read-csv.ts';
import { isThere, named, sharedData } from './shared-data.ts';
import { leftOut, openWrap, type Wrap } from './wrap.ts';

const path = 'procuratorate/dispositions_by_offense_race.csv';
const rows = isThere ? readCsv(join(sharedData, path)) : [];

describe.skipIf(!isThere).each(databaseKinds)(named('dispositions on %s'), kind => {
  let wrap: Wrap;
  beforeAll(async () => {
    wrap = await openWrap(kind, 'procuratorate', { dispositions: path }, new Set());
  });
  afterAll(() => wrap.close());

  test('rows in are rows out and rows left out', async () => {
    const report = await wrap.report('DispositionGroup');
    expect([rows.length, report.quality.rows]).toEqual([7_287, 7_287]);
    expect(leftOut(report)).toEqual({ year: {}, disposition: { missing: 127 }, offense: {}, defendants: {} });
  });

  test('all pages give every row once, although rows are alike where race is not read', async () => {
    const session = wrap.source.session();
    let [read, defendants] = [0, 0];
    for (let after: string | undefined, more = true; more;) {
      const fields = ['defendants', 'offense'];
      const page = await session.list(right('DispositionGroup'), { fields, first: 1000, count: false, after });
      read += page.rows.length;
      for (const row of page.rows) defendants += Number(row['defendants']);
      [after, more] = [page.cursor(page.rows.length - 1), page.hasNextPage];
    }
    expect([read, defendants]).toEqual([7_287, 228_088]);
  });

  test('two ways of writing capitals become one; the groups add up to all defendants', async () => {
    const written = rows.map(row => (row['DISPOSITION'] ?? '').trim());
    // Plea Of Guilty stands beside Plea of Guilty - Amended Charge.
    expect(written.some(text => / Of /.test(text)) && written.some(text => / of /.test(text))).toBe(true);
    const { rows: cells } = await wrap.source.session().statistics(right('DispositionGroup'), {
      measures: ['DEFENDANTS'],
      by: ['disposition'],
      period: { unit: 'YEAR', from: '2011', to: '2016' },
      level: 'COUNTY',
      asOf: '2016-12-31',
      leftOut: true,
    });
    const met = new Set(cells.map(cell => cell.dimensions['disposition']));
    expect(met).toEqual(new Set(written.map(text => (text === '' ? null : text.toUpperCase()))));
    expect(cells.reduce((n, cell) => n + (cell.values[0] ?? 0), 0)).toBe(228_088);
  });
});
