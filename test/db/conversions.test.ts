import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../lib/source/connect.ts';
import {
  openSource,
  readMapping,
  type DateFormat,
  type FieldKind,
  type FieldMapping,
  type ListQuery,
  type Mapping,
  type Measure,
  type RecordType,
  type Source,
  type StatisticsQuery,
} from '../../lib/source/index.ts';
import { decide, type Obligation } from '../../lib/trust/index.ts';
import { databaseKinds, freshDatabase, type DatabaseKind, type FreshDatabase } from '../servers/databases.ts';

/** Statements of a clerk with every right, as the source's own programs run them. */
async function run(kind: DatabaseKind, url: string, statements: readonly string[]): Promise<void> {
  if (kind === 'sqlite') {
    const db = new Database(url.slice('sqlite:'.length));
    for (const statement of statements) db.exec(statement);
    db.close();
    return;
  }
  if (kind === 'mariadb') {
    const connection = await createConnection(url);
    // As a legacy server runs: a backslash in the data below is a backslash.
    await connection.query("SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'");
    for (const statement of statements) await connection.query(statement);
    await connection.end();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The first key is beyond 2^53: as a number it would be even. */
const firstKey = 9007199254740993n;

/** What clerks and programs wrote where a date was asked for, in one text column. */
const spellings: readonly (string | null)[] = [
  '20240229',
  '20240231',
  '00000000',
  '2024-13-01',
  '不详',
  '',
  null,
  '2024022',
  '0000-00-00',
  '2024-02-29',
  '2023-02-29',
  '20240229233001',
  '2024-02-29 23:30:01',
  '2024/02/29',
  '1709220600',
  '1709222400',
  '9999-12-31',
  '2024-02-29 24:00:00',
  '20240229246060',
  ' 20240229',
  '0000-00-00 00:00:00',
  '-1709220600',
  '-',
  "n'a?",
  String.raw`\N`,
  '   ',
];
/** NULL, the empty text and the three markers that the mapping declares. */
const missingSpellings = 5;
const missing = ['-', "n'a?", String.raw`\N`];

/** The day that each format reads; of all other spellings it reads none. */
const days: Record<DateFormat, Record<string, string>> = {
  yyyyMMdd: { '20240229': '2024-02-29' },
  yyyyMMddHHmmss: { '20240229233001': '2024-02-29', '20240229246060': '2024-02-29' },
  'yyyy-MM-dd': { '2024-02-29': '2024-02-29' },
  'yyyy-MM-dd HH:mm:ss': { '2024-02-29 23:30:01': '2024-02-29', '2024-02-29 24:00:00': '2024-02-29' },
  'yyyy/MM/dd': { '2024/02/29': '2024-02-29', '2024-02-29': '2024-02-29' },
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

function quoted(value: string | number | bigint | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

const caseRows: readonly (readonly (string | number | bigint | null)[])[] = [
  [
    2024,
    1,
    'A',
    '1',
    '1,234.50元',
    '10',
    '2024-01-10',
    '2024-03-10',
    '2024-02-09',
    null,
    '2024-01-10 08:00:00',
    '2024-01-10 08:05:30',
    '330199001',
    '001',
    '001',
    firstKey,
    0,
  ],
  [
    2024,
    2,
    "B'?",
    '0',
    'abc',
    '-3',
    '2024-01-20',
    '2024-03-20',
    '2024-04-01',
    null,
    '2024-01-20 23:59:00',
    null,
    '330199001',
    '001',
    '002',
    firstKey,
    0,
  ],
  [
    2024,
    3,
    'a',
    'x',
    '1000',
    '1.5',
    '2024-02-05',
    '2024-04-05',
    null,
    null,
    null,
    null,
    '330199001',
    '002',
    null,
    firstKey + 1n,
    0,
  ],
  // Closed before it was opened, in a town that the county does not have.
  [
    2024,
    4,
    'Z',
    '',
    null,
    '',
    '2024-02-15',
    '2024-02-20',
    '2024-02-01',
    null,
    null,
    null,
    '330199999',
    '001',
    '001',
    null,
    0,
  ],
  [
    2024,
    5,
    String.raw`C\D`,
    '1',
    '-0.25元',
    '007',
    '2024-03-01',
    '2024-05-01',
    null,
    '2024-03-11',
    null,
    null,
    '330199002',
    null,
    null,
    null,
    0,
  ],
  [2024, 6, 'A', '0', '--5', '--5', null, null, null, null, null, null, null, '', null, null, 0],
  // Removed by the clerk.
  [
    2024,
    7,
    'A',
    '1',
    '1元',
    '1',
    '2024-01-01',
    '2024-01-01',
    '2024-01-01',
    null,
    null,
    null,
    '330199001',
    '001',
    '001',
    firstKey,
    1,
  ],
  [
    2023,
    1,
    'A',
    'Y',
    '.5',
    '99999999999999999999',
    '2023-12-31',
    '2024-01-31',
    '2024-01-31',
    null,
    null,
    null,
    '330199001',
    null,
    null,
    null,
    0,
  ],
];

/** One habit in raw SQL of each database. Names are lower-case, so that all of them take them unquoted. */
function legacyTables(kind: DatabaseKind): string[] {
  const datetime = kind === 'postgres' ? 'TIMESTAMP' : 'DATETIME';
  const charset = kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : '';
  const insert = (table: string, row: readonly (string | number | bigint | null)[]): string =>
    `INSERT INTO ${table} VALUES (${row.map(quoted).join(', ')})`;
  return [
    `CREATE TABLE spelling (id BIGINT PRIMARY KEY, raw VARCHAR(40))${charset}`,
    ...spellings.map((raw, i) => insert('spelling', [firstKey + BigInt(i), raw])),
    `CREATE TABLE aj (yr INT, num INT, kind VARCHAR(10), urban VARCHAR(2), amount VARCHAR(20), lasted VARCHAR(20), opened DATE, due DATE, closed DATE, moved DATE, called ${datetime}, arrived ${datetime}, town VARCHAR(9), village VARCHAR(3), grid VARCHAR(3), dispute BIGINT, scbz INT)${charset}`,
    ...caseRows.map(row => insert('aj', row)),
    `CREATE TABLE sg (lb VARCHAR(10), rq VARCHAR(10), swrs INT)${charset}`,
    ...[
      ['火灾', '2024-01-05', 2],
      ['火灾', '2024-01-06', null],
      ['事故', '1900-01-01', 1],
    ].map(row => insert('sg', row)),
    'CREATE TABLE doomed (id BIGINT PRIMARY KEY, secret VARCHAR(10))',
  ];
}

function recordType(
  name: string,
  key: string | undefined,
  fields: Record<string, FieldKind>,
  measures: readonly Measure[] = [],
  dimensions: readonly string[] = [],
): RecordType {
  return {
    name,
    key,
    fields: new Map(Object.entries(fields)),
    dimensions,
    measures: new Map(measures.map(m => [m.name, m])),
  };
}

const formats = Object.keys(days) as DateFormat[];
const dayType = (format: DateFormat): string => `Day${formats.indexOf(format)}`;
const momentType = (format: DateFormat): string => `Moment${formats.indexOf(format)}`;
const read: Measure = { name: 'READ', kind: 'events', on: 'at', where: [] };

const civil = [{ field: 'kind', in: ['CIVIL'] }];
const caseMeasures: Measure[] = [
  { name: 'OPENED', kind: 'events', on: 'openedOn', where: [] },
  { name: 'CIVIL_OPENED', kind: 'events', on: 'openedOn', where: civil },
  { name: 'PENDING', kind: 'stock', from: 'openedOn', until: 'closedOn', where: [] },
  { name: 'DUE', kind: 'cohort', start: 'openedOn', due: 'dueOn', where: [] },
  { name: 'ON_TIME', kind: 'cohort', start: 'openedOn', reached: 'closedOn', due: 'dueOn', where: [] },
  { name: 'REACHED', kind: 'cohort', start: 'openedOn', reached: 'closedOn', where: [] },
  { name: 'AMOUNT', kind: 'sum', of: 'amount', on: 'openedOn', where: [] },
  { name: 'TIME', kind: 'durations', from: 'openedOn', to: 'closedOn', leftAt: 'movedOn', unit: 'DAY', where: [] },
  { name: 'ARRIVAL', kind: 'durations', from: 'calledAt', to: 'arrivedAt', unit: 'SECOND', where: [] },
];

const types: RecordType[] = [
  ...formats.map(format => recordType(dayType(format), 'id', { id: 'id', at: 'date' }, [read])),
  ...formats.map(format => recordType(momentType(format), 'id', { id: 'id', at: 'datetime' }, [read])),
  recordType(
    'Case',
    'id',
    {
      id: 'id',
      kind: 'enum',
      urban: 'boolean',
      amount: 'decimal',
      lasted: 'integer',
      openedOn: 'date',
      dueOn: 'date',
      closedOn: 'date',
      movedOn: 'date',
      calledAt: 'datetime',
      arrivedAt: 'datetime',
      place: 'place',
      dispute: 'link',
    },
    caseMeasures,
    ['kind', 'urban'],
  ),
  recordType('Accident', undefined, { kind: 'text', occurredOn: 'date', deaths: 'integer' }, [
    { name: 'DEATHS', kind: 'sum', of: 'deaths', on: 'occurredOn', where: [] },
  ]),
  recordType('Asked', 'id', { id: 'id', dispute: 'link', openedOn: 'date' }),
  recordType('Intruder', 'id', { id: 'id' }),
  recordType('Doomed', 'id', { id: 'id', name: 'text' }),
];

const overSpellings = (word: 'date' | 'datetime', format: DateFormat): Mapping['types'][string] => ({
  from: 'spelling',
  key: 'id',
  fields: { at: { column: 'raw', [word]: format, missing } as FieldMapping },
});

const mapping: Mapping = {
  database: 'test',
  types: {
    ...Object.fromEntries(
      formats.flatMap(format => [
        [dayType(format), overSpellings('date', format)],
        [momentType(format), overSpellings('datetime', format)],
      ]),
    ),
    Case: {
      from: 'aj',
      only: { scbz: '0' },
      key: ['yr', 'num'],
      fields: {
        kind: { column: 'kind', codes: 'kinds' },
        urban: { column: 'urban', boolean: { true: ['1', 'Y'], false: ['0'] } },
        amount: { column: 'amount', decimal: { thousands: ',', suffix: '元' } },
        lasted: { column: 'lasted', integer: true },
        openedOn: { column: 'opened', date: 'native' },
        dueOn: { column: 'due', date: 'native' },
        closedOn: { column: 'closed', date: 'native' },
        movedOn: { column: 'moved', date: 'native' },
        calledAt: { column: 'called', datetime: 'native' },
        arrivedAt: { column: 'arrived', datetime: 'native' },
        place: { area: ['town', 'village', 'grid'] },
        dispute: { column: 'dispute' },
      },
    },
    Accident: {
      from: 'sg',
      fields: {
        kind: { column: 'lb' },
        occurredOn: { column: 'rq', date: 'yyyy-MM-dd', missing: ['1900-01-01'] },
        deaths: { column: 'swrs', integer: true },
      },
    },
    Asked: {
      from: 'asked',
      key: 'bh',
      fields: { dispute: { column: 'dispute' }, openedOn: { column: 'opened', date: 'native' } },
    },
    Intruder: { from: 'intruder', key: 'id', fields: {} },
    Doomed: { from: 'doomed', key: 'id', fields: { name: { column: 'secret' } } },
  },
  codes: { kinds: { map: { A: 'CIVIL', "B'?": 'CRIMINAL', [String.raw`C\D`]: 'ADMINISTRATIVE' } } },
  queries: {
    asked:
      "SELECT c.num AS bh, c.dispute AS dispute, c.opened AS opened FROM aj c WHERE c.scbz = 0 AND c.kind <> 'A?' AND c.dispute IS NOT NULL",
    intruder: 'INSERT INTO doomed VALUES (1, 1)',
  },
};

const areas = new Set([
  '330199',
  '330199001',
  '330199002',
  '330199001001',
  '330199001002',
  '330199001001001',
  '330199001001002',
]);

function right(type: string): Obligation {
  const obligation = decide({ grants: [{ to: 'tester', read: { '*': 'all' }, statistics: 'exact' }] }, 'tester', type);
  if (!obligation) throw new Error('no right');
  return obligation;
}

interface Legacy {
  readonly database: FreshDatabase;
  readonly source: Source;
}

const opened = new Map<DatabaseKind, Legacy>();
const folder = mkdtempSync(join(tmpdir(), 'countygraph-mapping-'));
const mappingFile = join(folder, 'test.mapping.yaml');

beforeAll(async () => {
  writeFileSync(mappingFile, JSON.stringify(mapping));
  for (const kind of databaseKinds) {
    const database = await freshDatabase(kind);
    await run(kind, database.url, legacyTables(kind));
    const source = await openSource(database.url, readMapping(mappingFile), types, {
      county: '330199',
      has: code => areas.has(code),
    });
    opened.set(kind, { database, source });
  }
});

afterAll(async () => {
  for (const { database, source } of opened.values()) {
    await source.close();
    await database.drop();
  }
  rmSync(folder, { recursive: true, force: true });
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

  describe.each(formats)('a date as %s', format => {
    test.each([
      ['day', dayType(format), days[format]],
      ['moment', momentType(format), moments[format] ?? {}],
    ])('is read as a %s or counted as unreadable, never guessed', async (_, type, readable) => {
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
    const second = await list('Case', { first: 5, order, after: first.cursors.at(-1) });
    expect([second.rows.map(r => r['id']), second.hasNextPage]).toEqual([['2023-1', '2024-6'], false]);
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
    await expect(list('Intruder')).rejects.toMatchObject({ code: 'QUERY_FAILED' });
    const { url } = opened.get(kind)?.database ?? { url: '' };
    const connection = connect(url);
    await expect(connection.select("INSERT INTO doomed VALUES (1, 'x')", [])).rejects.toMatchObject({
      code: 'QUERY_FAILED',
    });
    await expect(connection.select('DROP TABLE doomed', [])).rejects.toMatchObject({ code: 'QUERY_FAILED' });
    await connection.close();
    expect((await list('Doomed')).rows).toEqual([]);
  });

  test('a table that goes away is QUERY_FAILED, without SQL or names', async () => {
    const { database } = opened.get(kind) ?? {};
    await run(kind, database?.url ?? '', ['DROP TABLE doomed']);
    const error: unknown = await list('Doomed', { fields: ['name'] }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'QUERY_FAILED', kind: 'operator' });
    expect((error as Error).message).not.toMatch(/doomed|secret|SELECT|127\.0\.0\.1|test_/i);
  });
});

test.each(['mariadb', 'postgres'] as const)('moments that %s keeps in UTC are read in Beijing time', async kind => {
  const database = await freshDatabase(kind);
  const file = join(folder, 'utc.mapping.yaml');
  writeFileSync(
    file,
    JSON.stringify({
      database: 'utc',
      types: { Call: { from: 'jj', key: 'id', fields: { at: { column: 'sj', datetime: 'native' } } } },
    }),
  );
  await run(kind, database.url, [
    ...(kind === 'mariadb' ? ["SET time_zone = '+00:00'"] : ["SET TIME ZONE 'UTC'"]),
    `CREATE TABLE jj (id INT PRIMARY KEY, sj ${kind === 'mariadb' ? 'TIMESTAMP' : 'TIMESTAMPTZ'} NULL)`,
    "INSERT INTO jj VALUES (1, '2024-02-29 16:00:00')",
  ]);
  const source = await openSource(
    database.url,
    readMapping(file),
    [recordType('Call', 'id', { id: 'id', at: 'datetime' })],
    { county: '330199', has: () => true },
  );
  expect((await source.session().list(right('Call'), { fields: ['at'], first: 1, count: false })).rows).toEqual([
    { at: '2024-03-01T00:00:00+08:00' },
  ]);
  await source.close();
  await database.drop();
});
