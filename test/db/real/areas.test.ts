import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../servers/databases.ts';
import { right, run } from '../legacy/database.ts';
import { isThere, named, sharedData } from './shared-data.ts';
import { findingsOf, leftOut, openWrap, type Wrap } from './wrap.ts';

type Properties = Readonly<Record<string, string | number | null>>;

function propertiesOf(file: string): Properties[] {
  if (!isThere) return [];
  const text = readFileSync(join(sharedData, 'areas', file), 'utf8');
  return (JSON.parse(text) as { features: { properties: Properties }[] }).features.map(({ properties }) => properties);
}

const tracts = propertiesOf('census_tracts_pop.geojson');
const postcodes = propertiesOf('nyc-zipcodes.geojson');
const places = new Set(tracts.map(tract => String(tract['GEOID'])));

const text = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`;

function statements(table: string, rows: readonly Properties[], columns: readonly string[]): string[] {
  const values = rows.map(row => `(${columns.map(column => text(row[column])).join(', ')})`);
  return [
    `CREATE TABLE ${table} (${columns.map(column => `"${column}" VARCHAR(80)`).join(', ')})`,
    `INSERT INTO ${table} VALUES ${values.join(', ')}`,
  ];
}

describe.skipIf(!isThere).each(databaseKinds)(named('small areas on %s'), kind => {
  let wrap: Wrap;
  beforeAll(async () => {
    wrap = await openWrap(kind, 'areas', {}, places, url =>
      run(kind, url, [
        ...statements('tracts', tracts, ['STATEFP', 'COUNTYFP', 'TRACTCE', 'GEOID', 'NAME_y', 'total_pop']),
        ...statements('postcodes', postcodes, ['postalCode', 'borough']),
      ]),
    );
  });
  afterAll(() => wrap.close());

  test('census tracts, whose code is in three columns', async () => {
    const report = await wrap.report('Tract');
    expect(report.quality.rows).toBe(408);
    expect(leftOut(report)).toEqual({ id: {}, county: {}, population: {}, place: {} });
    const fields = ['id', 'place', 'population', 'county'];
    const { rows } = await wrap.source.session().list(right('Tract'), { fields, first: 1000, count: false });
    expect(rows.every(row => row['id'] === row['place'] && row['county'] === 'Philadelphia County')).toBe(true);
    expect(rows.reduce((sum, row) => sum + Number(row['population']), 0)).toBe(1_581_531);
  });

  test('postcodes, of which some have several areas', async () => {
    const report = await wrap.report('PostcodeArea');
    expect([report.quality.rows, leftOut(report)['place']]).toEqual([262, { UNKNOWN_AREA: 262 }]);
    expect(findingsOf(report)['DUPLICATE_KEY id']).toMatchObject({ rows: 15 });
  });
});
