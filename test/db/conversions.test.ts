import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../lib/source/connect.ts';
import type { DateFormat, ListQuery, Mapping, Source, StatisticsQuery } from '../../lib/source/index.ts';
import { databaseKinds, type DatabaseKind } from '../servers/databases.ts';
import { openLegacy, openMapping, right, run, type Legacy } from './legacy/database.ts';
import {
  caseMeasures,
  dayType,
  formats,
  mapping,
  momentFormats,
  momentType,
  recordType,
  spellingViews,
  types,
} from './legacy/mapping.ts';
import { firstKey, legacyTables, missingSpellings, spellings } from './legacy/tables.ts';

/** The day that each format reads; of all other spellings it reads none. */
const days: Record<DateFormat, Record<string, string>> = {
  yyyyMMdd: { '20240229': '2024-02-29' },
  yyyyMMddHHmmss: { '20240229233001': '2024-02-29', '20240229246060': '2024-02-29' },
  'yyyy-MM-dd': { '2024-02-29': '2024-02-29' },
  'yyyy-MM-dd HH:mm:ss': { '2024-02-29 23:30:01': '2024-02-29', '2024-02-29 24:00:00': '2024-02-29' },
  'yyyy/MM/dd': { '2024/02/29': '2024-02-29' },
  native: { '2024-02-29': '2024-02-29', '2024-02-29 23:30:01': '2024-02-29', '2024-02-29 24:00:00': '2024-02-29' },
  'epoch-seconds': {
    '1709220600': '2024-02-29',
    '1709222400': '2024-03-01',
    '20240229': '1970-08-23',
    '20240231': '1970-08-23',
    '00000000': '1970-01-01',
    '2024022': '1970-01-24',
  },
};

const moments: Partial<Record<DateFormat, Record<string, string>>> = {
  yyyyMMddHHmmss: { '20240229233001': '2024-02-29T23:30:01+08:00' },
  'yyyy-MM-dd HH:mm:ss': { '2024-02-29 23:30:01': '2024-02-29T23:30:01+08:00' },
  native: { '2024-02-29 23:30:01': '2024-02-29T23:30:01+08:00' },
  'epoch-seconds': {
    '1709220600': '2024-02-29T23:30:00+08:00',
    '1709222400': '2024-03-01T00:00:00+08:00',
    '20240229': '1970-08-23T14:17:09+08:00',
    '20240231': '1970-08-23T14:17:11+08:00',
    '00000000': '1970-01-01T08:00:00+08:00',
    '2024022': '1970-01-24T18:13:42+08:00',
  },
};

const opened = new Map<DatabaseKind, Legacy>();
beforeAll(async () => {
  for (const kind of databaseKinds)
    opened.set(kind, await openLegacy(kind, legacyTables(kind, spellingViews), mapping, types));
});
afterAll(async () => {
  for (const legacy of opened.values()) await legacy.close();
});

describe.each(databaseKinds)('conversions on %s', kind => {
  const source = (): Source => {
    const legacy = opened.get(kind);
    if (!legacy) throw new Error(`no legacy database on ${kind}`);
    return legacy.source;
  };
  const list = (type: string, query: Partial<ListQuery> = {}) =>
    source()
      .session()
      .list(right(type), { fields: ['id'], first: 100, count: true, ...query });
  const ids = async (filter: ListQuery['filter'], type = 'Case'): Promise<unknown[]> =>
    (await list(type, { filter })).rows.map(row => row['id']);
  const statistics = (type: string, query: Partial<StatisticsQuery>) =>
    source()
      .session()
      .statistics(right(type), {
        measures: ['READ'],
        by: [],
        period: { unit: 'YEAR', from: '1970', to: '2030' },
        level: 'COUNTY',
        asOf: '2030-12-31',
        leftOut: true,
        ...query,
      });

  test.each([
    ...formats.map(format => [format, 'day', dayType(format), days[format] ?? {}] as const),
    ...momentFormats.map(format => [format, 'moment', momentType(format), moments[format] ?? {}] as const),
  ])('%s is read as a %s or counted as unreadable, never guessed', async (_format, _kind, type, readable) => {
    const { rows, totalCount } = await list(type, { fields: ['id', 'at'] });
    expect(rows).toEqual(
      spellings.map((raw, i) => ({ id: String(firstKey + BigInt(i)), at: readable[raw ?? ''] ?? null })),
    );
    expect(totalCount).toBe(spellings.length);
    const { rows: cells, leftOut } = await statistics(type, {});
    const counted = cells.reduce((sum, cell) => sum + (cell.values[0] ?? 0), 0);
    const left = leftOut.reduce((sum, l) => sum + l.rows, 0);
    expect(counted).toBe(Object.keys(readable).length);
    expect(leftOut.map(l => [l.area, l.reason])).toEqual([['330199', 'UNREADABLE_DATE']]);
    expect(counted + left + missingSpellings).toBe(spellings.length);
  });

  test('rows of a table with every other habit', async () => {
    const { rows } = await list('Case', {
      fields: ['id', 'kind', 'urban', 'amount', 'lasted', 'openedOn', 'calledAt', 'place', 'dispute'],
    });
    expect(rows.map(row => Object.values(row))).toEqual([
      ['2023-1', 'CIVIL', true, null, null, '2023-12-31', null, '330199001', null],
      [
        '2024-1',
        'CIVIL',
        true,
        '1234.5',
        10,
        '2024-01-10',
        '2024-01-10T08:00:00+08:00',
        '330199001001001',
        '9007199254740993',
      ],
      [
        '2024-2',
        'CRIMINAL',
        false,
        null,
        -3,
        '2024-01-20',
        '2024-01-20T23:59:00+08:00',
        '330199001001002',
        '9007199254740993',
      ],
      ['2024-3', null, null, '1000', null, '2024-02-05', null, '330199001002', '9007199254740994'],
      ['2024-4', null, null, null, null, '2024-02-15', null, '330199999001001', null],
      ['2024-5', 'ADMINISTRATIVE', true, '-0.25', 7, '2024-03-01', null, '330199002', null],
      ['2024-6', 'CIVIL', false, null, null, null, null, null, null],
    ]);
  });

  test('filters compare canonical values', async () => {
    expect(await ids({ kind: { in: ['CRIMINAL', 'ADMINISTRATIVE'] } })).toEqual(['2024-2', '2024-5']);
    expect(await ids({ kind: { in: ['CRIMINAL'] }, openedOn: { gte: '2024-01-20', lte: '2024-01-20' } })).toEqual([
      '2024-2',
    ]);
    expect(await ids({ urban: { eq: false } })).toEqual(['2024-2', '2024-6']);
    expect(await ids({ amount: { gte: '1000' } })).toEqual(['2024-1', '2024-3']);
    expect(await ids({ lasted: { eq: 7 } })).toEqual(['2024-5']);
    expect(await ids({ openedOn: { missing: true } })).toEqual(['2024-6']);
    expect(await ids({ closedOn: { missing: false } })).toEqual(['2023-1', '2024-1', '2024-2', '2024-4']);
    expect(await ids({ calledAt: { gte: '2024-01-20T15:59:00Z', lt: '2024-01-20T16:00:00Z' } })).toEqual(['2024-2']);
    expect(await ids({ dispute: { eq: '9007199254740993' } })).toEqual(['2024-1', '2024-2']);
    expect((await list('Case', { within: ['330199001001'] })).rows).toEqual([{ id: '2024-1' }, { id: '2024-2' }]);
  });

  test('an unreadable date is not a missing one', async () => {
    expect((await ids({ at: { missing: true } }, dayType('yyyyMMdd'))).length).toBe(missingSpellings);
  });

  test('pages in an order, missing values last', async () => {
    const order = { field: 'openedOn', descending: true };
    const first = await list('Case', { first: 5, order });
    expect(first.rows.map(r => r['id'])).toEqual(['2024-5', '2024-4', '2024-3', '2024-2', '2024-1']);
    expect([first.hasNextPage, first.totalCount]).toEqual([true, 7]);
    const second = await list('Case', { first: 5, order, after: first.cursor(first.rows.length - 1) });
    expect([second.rows.map(r => r['id']), second.hasNextPage]).toEqual([['2023-1', '2024-6'], false]);
  });

  test('a cursor of a day says nothing of the hour that the source keeps', async () => {
    const at = { column: 'raw', date: 'yyyyMMddHHmmss' };
    const raw: Mapping = { database: 'test', types: { Raw: { from: 'spelling', key: 'id', fields: { at } } } };
    const kept = await openMapping(opened.get(kind)?.url ?? '', raw, [
      recordType('Raw', 'id', { id: 'id', at: 'date' }),
    ]);
    const page = await kept.session().list(right('Raw'), {
      fields: ['id'],
      first: 1,
      count: false,
      filter: { at: { gte: '2024-02-01' } },
      order: { field: 'at', descending: true },
    });
    await kept.close();
    const cursor: unknown = JSON.parse(Buffer.from(page.cursor(0), 'base64url').toString());
    expect(cursor).toEqual(['2024-02-29', page.rows[0]?.['id'], 'at DESC']);
  });

  test('records by key and children of several parents, one statement a question', async () => {
    const session = source().session();
    const before = source().statements;
    const keys = ['2024-1', '2024-7', '2024-99', "x' OR '1'='1"];
    expect(await Promise.all(keys.map(key => session.one(right('Case'), 'id', key, ['amount'])))).toEqual([
      { id: '2024-1', amount: '1234.5' },
      undefined,
      undefined,
      undefined,
    ]);
    expect(source().statements - before).toBe(1);
    const query: ListQuery = { fields: ['id'], first: 1, count: true };
    const parents = ['9007199254740993', '9007199254740994', '9007199254740992'];
    const pages = await Promise.all(parents.map(parent => session.children(right('Case'), 'dispute', parent, query)));
    expect(pages.map(p => [p.rows, p.hasNextPage, p.totalCount])).toEqual([
      [[{ id: '2024-1' }], true, 2],
      [[{ id: '2024-3' }], false, 1],
      [[], false, 0],
    ]);
    const places = await Promise.all(
      ['330199001', '330199002'].map(code => session.children(right('Case'), 'place', code, { ...query, first: 10 })),
    );
    expect(places.map(p => p.rows.map(r => r['id']))).toEqual([['2023-1', '2024-1', '2024-2', '2024-3'], ['2024-5']]);
    expect(source().statements - before).toBe(5);
  });

  test('all kinds of measure, cut at a day', async () => {
    const { rows, leftOut } = await statistics('Case', {
      measures: caseMeasures.map(m => m.name),
      period: { unit: 'MONTH', from: '2024-01', to: '2024-04' },
      asOf: '2024-03-31',
    });
    expect(rows.map(r => [r.period, r.area, r.values])).toEqual([
      ['2024-01', '330199', [2, 1, 2, 2, 1, 1, 1234.5, 2, 2]],
      ['2024-02', '330199', [2, 0, 2, 1, 1, 1, 1000, 1, 0]],
      ['2024-03', '330199', [1, 0, 3, 0, 0, 0, -0.25, 1, 0]],
    ]);
    expect(rows.map(r => r.durations)).toEqual([
      [
        { unit: 'DAY', length: [30, 71], closed: [1, 0], open: [0, 1] },
        { unit: 'SECOND', length: [330, 6_134_459], closed: [1, 0], open: [0, 1] },
      ],
      [
        { unit: 'DAY', length: [55], closed: [0], open: [1] },
        { unit: 'SECOND', length: [], closed: [], open: [] },
      ],
      [
        { unit: 'DAY', length: [10], closed: [0], open: [1] },
        { unit: 'SECOND', length: [], closed: [], open: [] },
      ],
    ]);
    expect(leftOut).toEqual([
      { measure: 'CIVIL_OPENED', area: '330199', reason: 'UNMAPPED_CODE', rows: 2 },
      { measure: 'AMOUNT', area: '330199', reason: 'UNREADABLE_NUMBER', rows: 3 },
      { measure: 'TIME', area: '330199', reason: 'OUT_OF_ORDER', rows: 1 },
    ]);
  });

  test('what comes after the cut-off is not out of order', async () => {
    const { rows, leftOut } = await statistics('Case', {
      measures: ['TIME'],
      period: { unit: 'YEAR', from: '2024', to: '2024' },
      asOf: '2024-01-31',
    });
    expect(rows.map(r => r.durations)).toEqual([[{ unit: 'DAY', length: [11, 21], closed: [0, 0], open: [1, 1] }]]);
    expect(leftOut).toEqual([]);
  });

  test('cells by area and dimensions; an area that is not known at the level is null', async () => {
    const question: Partial<StatisticsQuery> = {
      measures: ['OPENED'],
      period: { unit: 'QUARTER', from: '2024-Q1', to: '2024-Q1' },
    };
    const towns = await statistics('Case', { ...question, by: ['kind', 'urban'], level: 'TOWN' });
    expect(towns.rows.map(r => [r.area, r.dimensions['kind'], r.dimensions['urban'], r.values])).toEqual([
      ['330199001', 'CIVIL', 'true', [1]],
      ['330199001', 'CRIMINAL', 'false', [1]],
      ['330199001', null, null, [1]],
      ['330199002', 'ADMINISTRATIVE', 'true', [1]],
      [null, null, null, [1]],
    ]);
    const villages = await statistics('Case', { ...question, level: 'VILLAGE' });
    expect(villages.rows.map(r => [r.area, r.values])).toEqual([
      ['330199001001', [2]],
      ['330199001002', [1]],
      [null, [2]],
    ]);
  });

  test('a table without a key, and a declared query', async () => {
    expect(
      (
        await list('Accident', {
          fields: ['kind', 'occurredOn', 'deaths'],
          order: { field: 'occurredOn', descending: false },
        })
      ).rows,
    ).toEqual([
      { kind: '火灾', occurredOn: '2024-01-05', deaths: 2 },
      { kind: '火灾', occurredOn: '2024-01-06', deaths: null },
      { kind: '事故', occurredOn: null, deaths: 1 },
    ]);
    expect((await statistics('Accident', { measures: ['DEATHS'] })).rows.map(r => [r.period, r.values])).toEqual([
      ['2024', [2]],
    ]);
    expect(await ids({ openedOn: { gte: '2024-01-15' } }, 'Asked')).toEqual(['2', '3']);
    expect(await ids({ dispute: { in: ['9007199254740993'] } }, 'Asked')).toEqual(['1', '2']);
  });

  test('nothing can be written, by a declared query or by a statement of ours', async () => {
    const url = opened.get(kind)?.url ?? '';
    const intruder: Mapping = {
      database: 'test',
      types: { Intruder: { from: 'intruder', key: 'id', fields: {} } },
      queries: { intruder: 'INSERT INTO doomed VALUES (1, 1)' },
    };
    await expect(openMapping(url, intruder, [recordType('Intruder', 'id', { id: 'id' })])).rejects.toMatchObject({
      code: 'BAD_MAPPING',
    });
    const connection = connect(url);
    await expect(connection.select("INSERT INTO doomed VALUES (1, 'x')", [])).rejects.toMatchObject({
      code: 'QUERY_FAILED',
    });
    await expect(connection.select('DROP TABLE doomed', [])).rejects.toMatchObject({ code: 'QUERY_FAILED' });
    await connection.close();
    expect((await list('Doomed')).rows).toEqual([]);
  });

  test('a table that goes away is QUERY_FAILED, without SQL or names', async () => {
    await run(kind, opened.get(kind)?.url ?? '', ['DROP TABLE doomed']);
    const error: unknown = await list('Doomed', { fields: ['name'] }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'QUERY_FAILED', kind: 'operator' });
    expect((error as Error).message).not.toMatch(/doomed|secret|SELECT|127\.0\.0\.1|test_/i);
  });
});

test.each(['mariadb', 'postgres'] as const)('moments that %s keeps in UTC are read in Beijing time', async kind => {
  const calls: Mapping = {
    database: 'utc',
    types: { Call: { from: 'jj', key: 'id', fields: { at: { column: 'sj', datetime: 'native' } } } },
  };
  const statements = [
    kind === 'mariadb' ? "SET time_zone = '+00:00'" : "SET TIME ZONE 'UTC'",
    `CREATE TABLE jj (id INT PRIMARY KEY, sj ${kind === 'mariadb' ? 'TIMESTAMP' : 'TIMESTAMPTZ'} NULL)`,
    "INSERT INTO jj VALUES (1, '2024-02-29 16:00:00')",
  ];
  const legacy = await openLegacy(kind, statements, calls, [recordType('Call', 'id', { id: 'id', at: 'datetime' })]);
  const { rows } = await legacy.source.session().list(right('Call'), { fields: ['at'], first: 1, count: false });
  expect(rows).toEqual([{ at: '2024-03-01T00:00:00+08:00' }]);
  await legacy.close();
});
