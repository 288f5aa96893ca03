import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { openHabit } from './habit.ts';

const caseFields = { id: 'id', on: 'date', kind: 'text', amount: 'decimal' } as const;

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe.each(databaseKinds)('tables on %s', kind => {
  const utf8 = kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : '';

  test('one type out of a table a year, whose columns are kept differently', async () => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE aj_2023 (bh VARCHAR(20), rq VARCHAR(8), lb VARCHAR(10), je DECIMAL(12, 2))${utf8}`,
        `CREATE TABLE aj_2024 (bh INT, lb VARCHAR(30), je VARCHAR(20), rq VARCHAR(10))${kind === 'mariadb' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci' : ''}`,
        "INSERT INTO aj_2023 VALUES ('7', '20230105', 'A', 12.50), ('8', '20230106', 'B', NULL), ('9', '2023', 'B', 0)",
        "INSERT INTO aj_2024 VALUES (10, 'A', '1000.25', '20240105'), (11, 'C', '多', '20240106')",
      ],
      types: {
        Case: {
          from: ['aj_2023', 'aj_2024'],
          key: 'bh',
          fields: {
            on: { column: 'rq', date: 'yyyyMMdd' },
            kind: { column: 'lb' },
            amount: { column: 'je', decimal: true },
          },
        },
      },
      schema: { Case: { fields: caseFields } },
    });
    const rows = [
      ['10', '2024-01-05', 'A', '1000.25'],
      ['11', '2024-01-06', 'C', null],
      ['7', '2023-01-05', 'A', '12.5'],
      ['8', '2023-01-06', 'B', null],
      ['9', null, 'B', '0'],
    ];
    expect(await h.rows('Case', ['id', 'on', 'kind', 'amount'])).toEqual(rows);
    expect(await h.pages('Case', ['id', 'on', 'kind', 'amount'], 2)).toEqual(rows);
    expect(await h.ids('Case', { kind: { eq: 'A' } })).toEqual(['10', '7']);
    expect(await h.ids('Case', { on: { gte: '2023-01-06' } })).toEqual(['10', '11', '8']);
    expect(await h.ids('Case', { amount: { gte: '12.5' } })).toEqual(['10', '7']);
    expect(await h.counts('Case', 'kind')).toEqual({ A: 2, B: 1, C: 1 });
    expect(await h.unreadable('Case', 'amount')).toEqual({ UNREADABLE_DATE: 1, UNREADABLE_NUMBER: 1 });
    expect(await h.unreadable('Case', 'on')).toEqual({ UNREADABLE_DATE: 1 });
    const byKey = ['7', '10', '12'].map(key => h.session().one(right('Case'), 'id', key, ['kind']));
    expect(await Promise.all(byKey)).toEqual([{ id: '7', kind: 'A' }, { id: '10', kind: 'A' }, undefined]);
  });

  test('a table and a view and a declared query behind one type', async () => {
    const h = await openHabit(kind, {
      tables: [
        'CREATE TABLE jj (bh INT PRIMARY KEY, rq DATE, lb VARCHAR(10), zt INT)',
        "INSERT INTO jj VALUES (1, '2024-01-05', '盗窃', 1), (2, '2024-02-05', '诈骗?', 1), (3, '2024-03-05', '盗窃', 0)",
        'CREATE VIEW jj_yx AS SELECT bh, rq, lb FROM jj WHERE zt = 1',
        'CREATE TABLE lsjj (id INT, d DATE, k VARCHAR(20))',
        "INSERT INTO lsjj VALUES (101, '2020-01-05', '盗窃'), (102, NULL, NULL)",
      ],
      types: {
        Incident: {
          from: ['jj_yx', 'old'],
          key: 'bh',
          fields: { on: { column: 'rq', date: 'native' }, kind: { column: 'lb' } },
        },
      },
      queries: { old: "SELECT d AS rq, id AS bh, k AS lb FROM lsjj WHERE k IS NULL OR k <> '诈骗?'" },
      schema: { Incident: { fields: { id: 'id', on: 'date', kind: 'text' } } },
    });
    expect(await h.pages('Incident', ['id', 'on', 'kind'], 1)).toEqual([
      ['1', '2024-01-05', '盗窃'],
      ['101', '2020-01-05', '盗窃'],
      ['102', null, null],
      ['2', '2024-02-05', '诈骗?'],
    ]);
    expect(await h.ids('Incident', { kind: { eq: '诈骗?' } })).toEqual(['2']);
    expect(await h.ids('Incident', { id: { in: ['1', '101', '3'] } })).toEqual(['1', '101']);
    expect(await h.ids('Incident', { on: { missing: true } })).toEqual(['102']);
    expect(await h.counts('Incident', 'kind')).toEqual({ 盗窃: 2, '诈骗?': 1 });
  });

  test('side tables, chained and repeating: no row comes twice, none is lost', async () => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE aj (bh VARCHAR(10) PRIMARY KEY, rq DATE, dsr INT)${kind === 'mariadb' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci' : ''}`,
        // Another type and another collation than the column that leads to it.
        `CREATE TABLE ajkz (ajbh VARCHAR(20), fy VARCHAR(4), je VARCHAR(10))${kind === 'mariadb' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci' : ''}`,
        `CREATE TABLE fy (dm INT PRIMARY KEY, mc VARCHAR(20))${utf8}`,
        "INSERT INTO aj VALUES ('A1', '2024-01-05', 1), ('A2', '2024-01-06', 2), ('A3', '2024-01-07', 3), ('a1', '2024-01-08', NULL)".replace(
          "('a1', '2024-01-08', NULL)",
          kind === 'mariadb' ? "('x1', '2024-01-08', NULL)" : "('a1', '2024-01-08', NULL)",
        ),
        "INSERT INTO ajkz VALUES ('A1', '01', '5'), ('A1', '1', '6'), ('A2', '2', NULL), ('A2', '9', '7'), ('B9', '1', '1')",
        "INSERT INTO fy VALUES (1, '枫溪法庭'), (2, '东溪法庭')",
      ],
      types: {
        Case: {
          from: 'aj',
          join: {
            court: { table: 'fy', on: { dm: 'more.fy' } },
            more: { table: 'ajkz', on: { ajbh: 'bh' } },
          },
          key: 'bh',
          fields: {
            on: { column: 'rq', date: 'native' },
            amount: { column: 'more.je', integer: true },
            court: { column: 'court.mc' },
          },
        },
      },
      schema: { Case: { fields: { id: 'id', on: 'date', amount: 'integer', court: 'text' } } },
    });
    const rows = await h.pages('Case', ['id', 'amount', 'court'], 2);
    expect(rows.map(row => [String(row[0]).toLowerCase().replace('x', 'a'), ...row.slice(1)]).toSorted()).toEqual(
      [
        ['a1', 5, null],
        ['a1', null, null],
        ['a2', null, '东溪法庭'],
        ['a3', null, null],
      ].toSorted(),
    );
    expect(await h.ids('Case', { court: { eq: '东溪法庭' } })).toEqual(['A2']);
    expect(await h.ids('Case', { amount: { gte: 5 } })).toEqual(['A1']);
    expect(await h.counts('Case', 'court')).toEqual({ 东溪法庭: 1, null: 3 });
    expect((await h.page('Case', { count: true })).totalCount).toBe(4);
  });

  test('a column a year becomes a row a year', async () => {
    const h = await openHabit(kind, {
      tables: [
        'CREATE TABLE xq (dm VARCHAR(12), n2022 INT, n2023 INT, n2024 VARCHAR(10))',
        "INSERT INTO xq VALUES ('330199001', 5, 6, '7人'), ('330199002', NULL, 0, '')",
      ],
      types: {
        Population: {
          from: 'xq',
          rows: { name: 'nf', value: 'rs', columns: { '2022': 'n2022', '2023': 'n2023', '2024': 'n2024' } },
          key: ['dm', 'nf'],
          fields: {
            on: { column: 'nf', date: 'yyyy' },
            year: { column: 'nf', integer: true },
            persons: { column: 'rs', integer: true },
            place: { area: ['dm'] },
          },
        },
      },
      schema: { Population: { fields: { id: 'id', year: 'integer', persons: 'integer', place: 'place', on: 'date' } } },
    });
    expect(await h.pages('Population', ['id', 'year', 'persons'], 4)).toEqual([
      ['330199001-2022', 2022, 5],
      ['330199001-2023', 2023, 6],
      ['330199001-2024', 2024, null],
      ['330199002-2022', 2022, null],
      ['330199002-2023', 2023, 0],
      ['330199002-2024', 2024, null],
    ]);
    expect(await h.ids('Population', { year: { eq: 2023 }, persons: { gte: 1 } })).toEqual(['330199001-2023']);
    expect(await h.ids('Population', { id: { eq: '330199002-2023' } })).toEqual(['330199002-2023']);
    const wide = await h.page('Population', { within: ['330199002'], count: true });
    expect(wide.totalCount).toBe(3);
  });

  test.each([
    ['N', { sfsc: 'N' }, undefined, ['1']],
    ['0', { delflag: '0' }, undefined, ['1', '2']],
    ['several values', { sfsc: ['N', 'n'] }, undefined, ['1', '4']],
    ['all but -1, NULL among them', undefined, { delflag: '-1' }, ['1', '2', '4']],
    ['all but several values', undefined, { sfsc: ['Y', 'n'] }, ['1', '2']],
    ['both', { delflag: ['0', '1'] }, { sfsc: 'Y' }, ['1', '2']],
    ['a Chinese word', { zt: '有效' }, undefined, ['1', '3']],
    ['one and zero of a number with a point', { jd: ['0.00'] }, undefined, ['1']],
  ] as const)('soft deletes: rows that count are %s', async (_, only, except, left) => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE sj (bh INT, rq DATE, sfsc CHAR(1), delflag INT, zt VARCHAR(10), jd VARCHAR(5))${utf8}`,
        "INSERT INTO sj VALUES (1, '2024-01-01', 'N', 0, '有效', '0.00'), (2, '2024-01-01', NULL, 0, '无效', NULL), (3, '2024-01-01', 'Y', -1, '有效', '1.00'), (4, '2024-01-01', 'n', NULL, NULL, '0')",
      ],
      types: {
        Thing: {
          from: 'sj',
          ...(only ? { only } : {}),
          ...(except ? { except } : {}),
          key: 'bh',
          fields: { on: { column: 'rq', date: 'native' }, kind: { column: 'jd' } },
        },
      },
      schema: { Thing: { fields: { id: 'id', on: 'date', kind: 'text' } } },
    });
    expect((await h.pages('Thing', ['id'], 1)).flat()).toEqual(left);
    expect(Object.values(await h.counts('Thing', 'kind')).reduce((sum, n) => sum + n)).toBe(left.length);
    expect((await h.session().one(right('Thing'), 'id', '3', ['id']))?.['id']).toBe(
      (left as readonly string[]).includes('3') ? '3' : undefined,
    );
  });

  test('names in Chinese, capitals, mixed case, with blanks, quotes and points', async () => {
    const table = '信访 "件".明细';
    const columns = ['XFBH', 'lArQ', '信访 类别', '备注"一"', "rem'k", 'select', 'BYZD.1', '`tick`'];
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE ${name(table)} (${columns.map(c => `${name(c)} VARCHAR(20)`).join(', ')}, "备用1" DATE)${utf8}`,
        `INSERT INTO ${name(table)} VALUES ('X1', '20240105', '土地', 'a', 'b', 'c', 'd', 'e', '2024-01-09'), ('X2', NULL, '环保', NULL, NULL, NULL, NULL, NULL, NULL)`,
      ],
      types: {
        Petition: {
          from: table,
          key: 'XFBH',
          fields: {
            on: { column: 'lArQ', date: 'yyyyMMdd' },
            kind: { column: '信访 类别' },
            a: { column: '备注"一"' },
            b: { column: "rem'k" },
            c: { column: 'select' },
            d: { column: 'BYZD.1' },
            e: { column: '`tick`' },
            answered: { column: '备用1', date: 'native' },
          },
        },
      },
      schema: {
        Petition: {
          fields: {
            id: 'id',
            on: 'date',
            kind: 'text',
            a: 'text',
            b: 'text',
            c: 'text',
            d: 'text',
            e: 'text',
            answered: 'date',
          },
        },
      },
    });
    expect(await h.rows('Petition', ['id', 'on', 'kind', 'a', 'b', 'c', 'd', 'e', 'answered'])).toEqual([
      ['X1', '2024-01-05', '土地', 'a', 'b', 'c', 'd', 'e', '2024-01-09'],
      ['X2', null, '环保', null, null, null, null, null, null],
    ]);
    expect(await h.ids('Petition', { kind: { eq: '环保' }, d: { missing: true } })).toEqual(['X2']);
    expect(await h.counts('Petition', 'kind')).toEqual({ 土地: 1 });
  });
});
