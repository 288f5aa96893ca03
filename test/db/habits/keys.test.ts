import { describe, expect, test } from 'vitest';
import type { FieldKind, Mapping } from '../../../lib/source/index.ts';
import { databaseKinds } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { openHabit } from './habit.ts';

/** A key, the columns of its table, its rows in SQL, and the ids that come out in any order. */
const keys: readonly (readonly [
  string,
  string,
  readonly string[],
  Mapping['types'][string],
  readonly (string | null)[],
])[] = [
  [
    'composite, not declared',
    'nf INT, xh VARCHAR(10)',
    ["2024, '1'", "2024, '2'", "2023, '1'", "2024, '10'", "NULL, '1'", "2024, ''"],
    { from: 'k', key: ['nf', 'xh'], fields: {} },
    ['2024-1', '2024-2', '2023-1', '2024-10', null, null],
  ],
  [
    'composite, declared, of numbers',
    'nf INT NOT NULL, xh INT NOT NULL, PRIMARY KEY (nf, xh)',
    ['2024, 1', '2024, 2', '2023, -1', '2023, 1'],
    { from: 'k', key: ['nf', 'xh'], fields: {} },
    ['2024-1', '2024-2', '2023--1', '2023-1'],
  ],
  [
    'composite texts that look alike when joined',
    'a VARCHAR(5) NOT NULL, b VARCHAR(5) NOT NULL, PRIMARY KEY (a, b)',
    ["'x-y', 'z'", "'x', 'y-z'", "'x', 'y'"],
    { from: 'k', key: ['a', 'b'], fields: {} },
    ['x-y-z', 'x-y-z', 'x-y'],
  ],
  [
    'missing in some rows',
    'bh VARCHAR(10)',
    ["'A'", 'NULL', "''", 'NULL', "'B'"],
    { from: 'k', key: 'bh', fields: {} },
    ['A', null, null, null, 'B'],
  ],
  [
    'unique but missing in some rows',
    'bh VARCHAR(10) UNIQUE',
    ["'A'", 'NULL', 'NULL', "'B'"],
    { from: 'k', key: 'bh', fields: {} },
    ['A', null, null, 'B'],
  ],
  [
    'that repeats, and says so',
    'bh VARCHAR(30)',
    ["'202315002117.00000000'", "'202315002117.00000000'", "'202315002118.00000000'"],
    { from: 'k', key: { column: 'bh', fold: ['fraction'], repeats: true }, fields: {} },
    ['202315002117', '202315002117', '202315002118'],
  ],
  [
    'that repeats, and does not say so',
    'bh INT',
    ['1', '1', '1', '2'],
    { from: 'k', key: 'bh', fields: {} },
    ['1', '1', '1', '2'],
  ],
  [
    'a uuid kept as text',
    'bh VARCHAR(36) PRIMARY KEY',
    ["'0f8fad5b-d9cb-469f-a165-70867728950e'", "'7C9E6679-7425-40DE-944B-E07FC1F90AE7'"],
    { from: 'k', key: 'bh', fields: {} },
    ['0f8fad5b-d9cb-469f-a165-70867728950e', '7C9E6679-7425-40DE-944B-E07FC1F90AE7'],
  ],
  [
    'a whole decimal',
    'bh DECIMAL(11, 0) PRIMARY KEY',
    ['10000000000', '9', '10'],
    { from: 'k', key: 'bh', fields: {} },
    ['10000000000', '9', '10'],
  ],
  [
    'with blanks, in full width',
    'bh VARCHAR(20)',
    ["' Ａ１ '", "'a2'"],
    { from: 'k', key: { column: 'bh', fold: ['width', 'space', 'case'] }, fields: {} },
    ['A1', 'A2'],
  ],
];

const sorted = (list: readonly (readonly unknown[])[]) => list.map(row => JSON.stringify(row)).toSorted();

describe.each(databaseKinds)('keys on %s', kind => {
  const utf8 = kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : '';

  test.each(keys)('%s', async (_, columns, rows, mapping, ids) => {
    const [head = '', ...constraints] = columns.split(/(?=, PRIMARY KEY)/);
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE k (${head}, n INT${constraints.join('')})${utf8}`,
        ...rows.map((row, i) => `INSERT INTO k VALUES (${row}, ${i % 2})`),
      ],
      types: { Thing: { ...mapping, fields: { n: { column: 'n', integer: true } } } as Mapping['types'][string] },
      schema: { Thing: { fields: { id: 'id', n: 'integer' } } },
    });
    const all = ids.map((id, i) => [id, i % 2]);
    for (const first of [1, 2, 100]) {
      expect(sorted(await h.pages('Thing', ['id', 'n'], first))).toEqual(sorted(all));
      const order = { field: 'n', descending: true };
      expect(sorted(await h.pages('Thing', ['id', 'n'], first, { order }))).toEqual(sorted(all));
    }
    for (const id of new Set(ids))
      if (id !== null) {
        expect((await h.session().one(right('Thing'), 'id', id, ['n']))?.['id']).toBe(id);
        expect(await h.ids('Thing', { id: { eq: id } })).toEqual(ids.filter(i => i === id));
      }
    const found = await Promise.all(
      ['nobody', '1', 'x-y-z-', "'", '%', '2024-1-'].map(id => h.session().one(right('Thing'), 'id', id, [])),
    );
    expect(found.map(row => row?.['id'])).toEqual(
      ['nobody', '1', 'x-y-z-', "'", '%', '2024-1-'].map(id => (ids.includes(id) ? id : undefined)),
    );
  });

  test('no key at all: rows that are alike stay as many as they are', async () => {
    const h = await openHabit(kind, {
      tables: [
        'CREATE TABLE sg (lb VARCHAR(10), rq CHAR(8))',
        "INSERT INTO sg VALUES ('a', '20240101'), ('a', '20240101'), ('a', '20240101'), ('b', NULL), (NULL, NULL), (NULL, NULL)",
      ],
      types: { Accident: { from: 'sg', fields: { on: { column: 'rq', date: 'yyyyMMdd' }, kind: { column: 'lb' } } } },
      schema: { Accident: { fields: { on: 'date', kind: 'text' } } },
    });
    for (const first of [1, 4]) {
      const rows = await h.pages('Accident', ['kind', 'on'], first);
      expect(rows.map(row => String(row[0])).toSorted()).toEqual(['a', 'a', 'a', 'b', 'null', 'null']);
    }
    const order = { field: 'on', descending: true };
    expect((await h.pages('Accident', ['kind'], 2, { order })).flat()).toEqual(['a', 'a', 'a', null, null, 'b']);
    expect((await h.page('Accident', { fields: ['kind'], count: true })).totalCount).toBe(6);
  });

  test('uuids of the database itself', async () => {
    const type = kind === 'sqlite' ? 'TEXT' : 'UUID';
    const ids = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'];
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE u (id ${type} PRIMARY KEY, other ${type})`,
        `INSERT INTO u VALUES ('${ids[0]}', '${ids[1]}'), ('${ids[1]}', NULL)`,
      ],
      types: { Thing: { from: 'u', key: 'id', fields: { other: { column: 'other' } } } },
      schema: { Thing: { fields: { id: 'id', other: 'link' } } },
    });
    expect((await h.pages('Thing', ['id'], 1)).flat().toSorted()).toEqual(ids);
    const forged = Buffer.from(JSON.stringify([null, 'nothing'])).toString('base64url');
    const page = h.page('Thing', { after: forged });
    if (kind !== 'sqlite') await expect(page).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    else expect((await page).rows).toEqual([]);
    expect(await h.ids('Thing', { id: { in: [ids[0], 'nothing', ''] } })).toEqual([ids[0]]);
    expect(await h.ids('Thing', { other: { eq: 'nothing' } })).toEqual([]);
    expect(await h.session().one(right('Thing'), 'other', ids[1] ?? '', ['id'])).toEqual({ id: ids[0], other: ids[1] });
    expect(await h.session().one(right('Thing'), 'id', 'nothing', ['id'])).toBeUndefined();
  });

  test('links by a shared key, a referral table and several columns', async () => {
    const fields: Record<string, FieldKind> = { id: 'id', dispute: 'link', case: 'link', report: 'link' };
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE xf (bh VARCHAR(10) PRIMARY KEY, jfbh VARCHAR(20), nf INT, xh VARCHAR(4))${utf8}`,
        `CREATE TABLE xf_fy (xfid VARCHAR(10), ah BIGINT, jb INT)${kind === 'mariadb' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci' : ''}`,
        "INSERT INTO xf VALUES ('X1', 'D1', 2024, '01'), ('X2', ' d1', 2024, NULL), ('X3', NULL, NULL, '02'), ('X4', 'D2', 2024, '01')",
        "INSERT INTO xf_fy VALUES ('X1', 9007199254740993, 1), ('X1', 9007199254740995, 2), ('X2', 9007199254740993, 1), ('X3', NULL, 1), ('X9', 9007199254740993, 1)",
      ],
      types: {
        Petition: {
          from: 'xf',
          key: 'bh',
          fields: {
            dispute: { column: 'jfbh', fold: ['space', 'case'] },
            case: { through: { table: 'xf_fy', on: { xfid: 'bh' }, column: 'ah' } },
            report: { columns: ['nf', 'xh'] },
          },
        },
      },
      schema: { Petition: { fields } },
    });
    const [one, two] = ['9007199254740993', '9007199254740995'];
    expect(await h.pages('Petition', ['id', 'dispute', 'case', 'report'], 3)).toEqual([
      ['X1', 'D1', one, '2024-01'],
      ['X2', 'D1', one, null],
      ['X3', null, null, null],
      ['X4', 'D2', null, '2024-01'],
    ]);
    expect(await h.ids('Petition', { dispute: { eq: 'D1' } })).toEqual(['X1', 'X2']);
    expect(await h.ids('Petition', { case: { eq: one } })).toEqual(['X1', 'X2']);
    expect(await h.ids('Petition', { case: { in: [two, 'x'] } })).toEqual([]);
    expect(await h.ids('Petition', { case: { missing: true } })).toEqual(['X3', 'X4']);
    expect(await h.ids('Petition', { report: { eq: '2024-01' } })).toEqual(['X1', 'X4']);
    const query = { fields: ['id'], first: 1, count: true };
    const children = async (via: string, parents: readonly string[]) => {
      const session = h.session();
      const pages = await Promise.all(parents.map(parent => session.children(right('Petition'), via, parent, query)));
      return pages.map(page => [page.rows.map(row => row['id']), page.totalCount]);
    };
    expect(await children('dispute', ['D1', 'D2', 'D3'])).toEqual([
      [['X1'], 2],
      [['X4'], 1],
      [[], 0],
    ]);
    expect(await children('case', [one, two])).toEqual([
      [['X1'], 2],
      [[], 0],
    ]);
    expect(await children('report', ['2024-01', '2024'])).toEqual([
      [['X1'], 2],
      [[], 0],
    ]);
    const order = { field: 'case', descending: false };
    expect((await h.pages('Petition', ['id'], 1, { order })).flat()).toEqual(['X1', 'X2', 'X3', 'X4']);
  });
});
