import { describe, expect, test } from 'vitest';
import type { CodeList, FieldMapping } from '../../../lib/source/index.ts';
import { databaseKinds, type DatabaseKind } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { openHabit, type OpenHabit } from './habit.ts';

type Text = string | null;

async function openAreas(
  kind: DatabaseKind,
  place: FieldMapping,
  rows: readonly (readonly Text[])[],
  codes?: CodeList,
  beside?: Readonly<Record<string, string>>,
): Promise<OpenHabit> {
  const columns = (rows[0] ?? []).map((_, i) => `c${i}`);
  const text = (value: Text): string => (value === null ? 'NULL' : `'${value}'`);
  return openHabit(kind, {
    tables: [
      `CREATE TABLE dd (id INT PRIMARY KEY, day CHAR(8), ${columns.map(c => `${c} VARCHAR(20)`).join(', ')})${kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : ''}`,
      ...rows.map((row, i) => `INSERT INTO dd VALUES (${i}, '20240101', ${row.map(text).join(', ')})`),
    ],
    types: { Event: { from: 'dd', key: 'id', fields: { on: { column: 'day', date: 'yyyyMMdd' }, place } } },
    ...(codes ? { codes: { places: codes } } : {}),
    ...(beside ? { beside } : {}),
    schema: { Event: { fields: { id: 'id', on: 'date', place: 'place' } } },
  });
}

async function expectPlaces(h: OpenHabit, places: readonly Text[]): Promise<void> {
  expect((await h.rows('Event', ['place'])).flat()).toEqual(places);
  for (const code of ['330199', '330199001', '330199001001']) {
    const inside = places.flatMap((place, i) => (place?.startsWith(code) ? [{ id: String(i) }] : []));
    expect((await h.page('Event', { within: [code] })).rows).toEqual(inside);
    const query = { fields: ['id'], first: 100, count: true };
    const page = await h.session().children(right('Event'), 'place', code, query);
    expect([page.rows, page.totalCount]).toEqual([inside, inside.length]);
  }
  const towns = await h.session().statistics(right('Event'), {
    measures: ['on'],
    by: [],
    period: { unit: 'YEAR', from: '2024', to: '2024' },
    level: 'TOWN',
    asOf: '2024-12-31',
    leftOut: false,
  });
  const known = places.filter(place => /^33019900[12]/.test(place ?? '')).map(place => place?.slice(0, 9));
  for (const town of ['330199001', '330199002'])
    expect(towns.rows.find(row => row.area === town)?.values[0] ?? 0).toBe(known.filter(code => code === town).length);
  expect(towns.rows.find(row => row.area === null)?.values[0] ?? 0).toBe(places.length - known.length);
}

const square = (west: number, south: number, size: number): number[][] =>
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(([x = 0, y = 0]) => [west + x * size, south + y * size]);

const outlines = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      properties: { code: '330199001' },
      geometry: { type: 'Polygon', coordinates: [square(120, 29, 1), square(120.4, 29.4, 0.2)] },
    },
    {
      properties: { code: 330199002 },
      geometry: { type: 'MultiPolygon', coordinates: [[square(121, 29, 1)], [square(123, 29, 1)]] },
    },
  ],
});

describe.each(databaseKinds)('areas on %s', kind => {
  test('a code in several columns, of which some are missing', async () => {
    const h = await openAreas(kind, { area: ['c0', 'c1', 'c2'] }, [
      ['330199001', '001', '001'],
      ['330199001', '001', null],
      ['330199001', null, '001'],
      ['330199001', '', ''],
      [null, '001', '001'],
      ['330199002', '001', '002'],
      ['330199999', '001', '002'],
    ]);
    await expectPlaces(h, [
      '330199001001001',
      '330199001001',
      '330199001',
      '330199001',
      null,
      '330199002001002',
      '330199999001002',
    ]);
  });

  test('a code with the zeros of levels that are not used, in one column and in several', async () => {
    const one = await openAreas(kind, { area: ['c0'], fold: ['levels'] }, [
      ['330199000000'],
      ['330199001000'],
      ['330199001001'],
      ['330199001001000'],
      [null],
    ]);
    await expectPlaces(one, ['330199', '330199001', '330199001001', '330199001001', null]);
    const several = await openAreas(kind, { area: ['c0', 'c1'], fold: ['levels', 'space'], missing: ['-'] }, [
      ['330199001', '000'],
      [' 330199001', '001 '],
      ['330199002', '-'],
      ['-', '001'],
    ]);
    await expectPlaces(several, ['330199001', '330199001001', '330199002', null]);
  });

  test('codes of its own, by a list', async () => {
    const h = await openAreas(
      kind,
      { area: ['c0'], codes: 'places', fold: ['zeros'] },
      [['06'], ['6'], ['1'], ['99'], [null], ['']],
      {
        map: { '6': '330199001', '1': '330199002001' },
      },
    );
    await expectPlaces(h, ['330199001', '330199001', '330199002001', null, null, null]);
    expect(await h.ids('Event', { place: { missing: true } })).toEqual(['4', '5']);
  });

  test('codes of its own in two columns, others as they are', async () => {
    const h = await openAreas(
      kind,
      { area: ['c0', 'c1'], codes: 'places' },
      [
        ['枫溪', '东村'],
        ['枫溪', null],
        ['330199', '002'],
        [null, '东村'],
      ],
      {
        map: { 枫溪东村: '330199001001', 枫溪: '330199001' },
        others: 'same',
      },
    );
    await expectPlaces(h, ['330199001001', '330199001', '330199002', null]);
  });

  test('coordinates: in a polygon, in its hole, in a part of several, on no polygon, none', async () => {
    const place: FieldMapping = {
      area: { longitude: 'c0', latitude: 'c1', outlines: 'towns.geojson', property: 'code' },
    };
    const points: [Text, Text, Text][] = [
      ['120.1', '29.1', '330199001'],
      ['120.5', '29.5', null],
      ['121.5', '29.999999', '330199002'],
      ['123.00001', '29.5', '330199002'],
      ['122.5', '29.5', null],
      ['29.5', '120.5', null],
      ['0', '0', null],
      ['120.1', null, null],
      ['', 'x', null],
      ['1e2', '29.5', null],
      ['-120.1', '29.1', null],
      // On the border of the first, and on the one that both share.
      ['120', '29.5', '330199001'],
      ['121', '29.5', '330199001'],
      ['120.5', '30', '330199001'],
      ['120.4', '29.5', null],
    ];
    const h = await openAreas(
      kind,
      place,
      points.map(([x, y]) => [x, y]),
      undefined,
      { 'towns.geojson': outlines },
    );
    await expectPlaces(
      h,
      points.map(([, , code]) => code),
    );
  });

  test('coordinates in columns of numbers', async () => {
    const place: FieldMapping = {
      area: { longitude: 'x', latitude: 'y', outlines: 'towns.geojson', property: 'code' },
    };
    const h = await openHabit(kind, {
      tables: [
        'CREATE TABLE zb (id INT PRIMARY KEY, x DOUBLE PRECISION, y DECIMAL(10, 6))',
        'INSERT INTO zb VALUES (1, 120.1, 29.1), (2, NULL, 29.1), (3, 121.5, 29.5), (4, 1e-7, 29.5)',
      ],
      types: { Event: { from: 'zb', key: 'id', fields: { place } } },
      schema: { Event: { fields: { id: 'id', place: 'place' } } },
      beside: { 'towns.geojson': outlines },
    });
    expect((await h.rows('Event', ['place'])).flat()).toEqual(['330199001', null, '330199002', null]);
  });
});
