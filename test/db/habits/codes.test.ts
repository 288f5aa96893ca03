import { describe, expect, test } from 'vitest';
import type { CodeList, FieldMapping } from '../../../lib/source/index.ts';
import { databaseKinds, type DatabaseKind } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { openHabit, type OpenHabit } from './habit.ts';

const texts = ['01', '1', 'a', 'A', ' 01', '0101', '0102', '', 'Z', '０１'];

const dictionary = [
  ['AJLB', '01', '民事', null],
  ['AJLB', '0101', '婚姻', '01'],
  ['AJLB', '010101', '离婚', '0101'],
  ['AJLB', '02', '刑事', null],
  ['AJLB', '0201', '盗窃', '02'],
  ['AJLB', '03', null, null],
  ['XB', '01', '男', null],
  ['AJLB', 'X', '循环', 'Y'],
  ['AJLB', 'Y', '循环', 'X'],
] as const;

const text = (value: string | null): string => (value === null ? 'NULL' : `'${value}'`);

async function openCodes(
  kind: DatabaseKind,
  codes: CodeList | undefined,
  field: Omit<FieldMapping, 'column'>,
  values: readonly string[] = texts,
): Promise<OpenHabit> {
  const utf8 = kind === 'mariadb' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci' : '';
  const column = kind === 'sqlite' ? 'VARCHAR(20) COLLATE NOCASE' : 'VARCHAR(20)';
  return openHabit(kind, {
    tables: [
      `CREATE TABLE aj (id INT PRIMARY KEY, lb ${column}, day CHAR(8))${utf8}`,
      ...values.map((value, i) => `INSERT INTO aj VALUES (${i}, '${value}', '20240101')`),
      `INSERT INTO aj VALUES (${values.length}, NULL, '20240101')`,
      `CREATE TABLE t_dm (lb VARCHAR(10), dm VARCHAR(10), mc VARCHAR(20), sj VARCHAR(10))${utf8}`,
      ...dictionary.map(row => `INSERT INTO t_dm VALUES (${row.map(text).join(', ')})`),
    ],
    types: {
      Case: {
        from: 'aj',
        key: 'id',
        fields: {
          on: { column: 'day', date: 'yyyyMMdd' },
          kind: { column: 'lb', ...(codes ? { codes: 'kinds' } : {}), ...field },
        },
      },
    },
    ...(codes ? { codes: { kinds: codes } } : {}),
    schema: { Case: { fields: { id: 'id', on: 'date', kind: field.boolean ? 'boolean' : 'enum' } } },
  });
}

const tree = { table: 't_dm', where: { lb: 'AJLB' }, code: 'dm', label: 'mc', parent: 'sj' };

const lists: readonly (readonly [
  string,
  CodeList,
  Omit<FieldMapping, 'column'>,
  readonly string[],
  readonly (string | null)[],
])[] = [
  [
    'inline',
    { map: { '01': 'CIVIL', a: 'SMALL', A: 'LARGE' } },
    {},
    texts,
    ['CIVIL', null, 'SMALL', 'LARGE', null, null, null, null, null, null],
  ],
  [
    'inline after folding',
    { map: { '1': 'CIVIL', A: 'LARGE' } },
    { fold: ['width', 'space', 'zeros', 'case'] },
    texts,
    ['CIVIL', 'CIVIL', 'LARGE', 'LARGE', 'CIVIL', null, null, null, null, 'CIVIL'],
  ],
  [
    'with a value for all others',
    { map: { '01': 'CIVIL' }, others: 'OTHER' },
    {},
    texts,
    ['CIVIL', 'OTHER', 'OTHER', 'OTHER', 'OTHER', 'OTHER', 'OTHER', null, 'OTHER', 'OTHER'],
  ],
  [
    'that keeps all others',
    { map: { '01': 'CIVIL' }, others: 'same' },
    { missing: ['Z'] },
    texts,
    ['CIVIL', '1', 'a', 'A', ' 01', '0101', '0102', null, null, '０１'],
  ],
  [
    'by the labels of a dictionary',
    { ...tree, parent: undefined, labels: { 民事: 'CIVIL', 婚姻: 'FAMILY' } } as unknown as CodeList,
    {},
    ['01', '0101', '02', 'X'],
    ['CIVIL', 'FAMILY', null, null],
  ],
  [
    'a tree: below an entry as the entry',
    { ...tree, map: { '01': 'CIVIL', '0201': 'THEFT' } },
    {},
    ['01', '0101', '010101', '02', '0201', '03', 'X', '99'],
    ['CIVIL', 'CIVIL', 'CIVIL', null, 'THEFT', null, null, null],
  ],
  [
    'a tree by labels',
    { ...tree, labels: { 刑事: 'CRIMINAL', 婚姻: 'FAMILY' } },
    {},
    ['010101', '0201', '01'],
    ['FAMILY', 'CRIMINAL', null],
  ],
  [
    'part of a text',
    { map: { EMS: 'AMBULANCE', Fire: 'FIRE' } },
    { take: { before: ':' } },
    ['EMS: A', 'Fire: B', 'fire: C', 'D'],
    ['AMBULANCE', 'FIRE', null, null],
  ],
];

describe.each(databaseKinds)('code lists on %s', kind => {
  test.each(lists)('%s', async (_, codes, field, texts, kinds) => {
    const list = Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== undefined));
    const h = await openCodes(kind, list, field, texts);
    expect((await h.rows('Case', ['kind'])).flat()).toEqual([...kinds, null]);
    const all = [...new Set(kinds)].filter(value => value !== null);
    for (const value of all)
      expect(await h.ids('Case', { kind: { in: [value] } })).toEqual(
        kinds.flatMap((k, i) => (k === value ? [String(i)] : [])),
      );
    expect((await h.ids('Case', { kind: { in: all } })).length).toBe(kinds.filter(k => k !== null).length);
    expect((await h.ids('Case', { kind: { missing: false } })).length).toBe(kinds.filter(k => k !== null).length);
    const counts: Record<string, number> = {};
    for (const k of [...kinds, null]) counts[String(k)] = (counts[String(k)] ?? 0) + 1;
    expect(await h.counts('Case', 'kind')).toEqual(counts);
    const missing = await h.ids('Case', { kind: { missing: true } });
    const unmapped = (counts['null'] ?? 0) - missing.length;
    expect(await h.unreadable('Case', 'kind')).toEqual(unmapped > 0 ? { UNMAPPED_CODE: unmapped } : {});
    if (list['others'] === undefined && !field.take)
      expect(missing.length).toBe(1 + texts.filter(t => t === '').length);
    const order = { field: 'kind', descending: true };
    const pages = (await h.pages('Case', ['kind'], 3, { order })).flat();
    expect(pages).toEqual([
      ...kinds
        .filter(k => k !== null)
        .toSorted()
        .toReversed(),
      ...Array<null>(counts['null'] ?? 0).fill(null),
    ]);
  });

  test('true and false by codes', async () => {
    const h = await openCodes(kind, undefined, { boolean: { true: ['Y', '1', '是'], false: ['N', '0'] } }, [
      'Y',
      'y',
      '1',
      '是',
      '0',
      'N',
      '2',
      '',
    ]);
    expect((await h.rows('Case', ['kind'])).flat()).toEqual([true, null, true, true, false, false, null, null, null]);
    expect(await h.ids('Case', { kind: { eq: false } })).toEqual(['4', '5']);
    expect(await h.counts('Case', 'kind')).toEqual({ true: 3, false: 2, null: 4 });
    expect(await h.unreadable('Case', 'kind')).toEqual({ UNMAPPED_CODE: 2 });
  });

  test('codes in other types than text', async () => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE zt (id INT PRIMARY KEY, a DECIMAL(1, 0), b INT, c CHAR(3), day DATE)`,
        "INSERT INTO zt VALUES (1, 1, 1, 'N', '2024-01-01'), (2, 0, 2, 'Y', '2024-01-01'), (3, NULL, NULL, NULL, '2024-01-01')",
      ],
      types: {
        Case: {
          from: 'zt',
          key: 'id',
          fields: {
            on: { column: 'day', date: 'native' },
            a: { column: 'a', codes: 'ab' },
            b: { column: 'b', codes: 'ab' },
            c: { column: 'c', codes: 'c' },
          },
        },
      },
      codes: { ab: { map: { '0': 'NO', '1': 'YES', '01': 'NEVER' } }, c: { map: { N: 'NO', Y: 'YES' } } },
      schema: { Case: { fields: { id: 'id', on: 'date', a: 'enum', b: 'enum', c: 'enum' } } },
    });
    expect(await h.rows('Case', ['a', 'b', 'c'])).toEqual([
      ['YES', 'YES', 'NO'],
      ['NO', null, 'YES'],
      [null, null, null],
    ]);
    expect(await h.ids('Case', { a: { in: ['NO'] } })).toEqual(['2']);
    expect(await h.ids('Case', { b: { in: ['YES', 'NEVER'] } })).toEqual(['1']);
    expect(await h.ids('Case', { c: { in: ['YES'] } })).toEqual(['2']);
    expect(await h.unreadable('Case', 'b')).toEqual({ UNMAPPED_CODE: 1 });
  });

  test('one code of the table with several labels: the code decides', async () => {
    const h = await openHabit(kind, {
      tables: [
        'CREATE TABLE jj (id INT PRIMARY KEY, dm VARCHAR(4), mc VARCHAR(40), day CHAR(8))',
        "INSERT INTO jj VALUES (1, '600', 'Thefts', '20240101'), (2, '600', 'Theft from Vehicle', '20240101'), (3, '100', 'Homicide', '20240101')",
      ],
      types: {
        Incident: {
          from: 'jj',
          key: 'id',
          fields: { on: { column: 'day', date: 'yyyyMMdd' }, kind: { column: 'dm', codes: 'kinds', label: 'mc' } },
        },
      },
      codes: { kinds: { map: { '600': 'THEFT', '100': 'HOMICIDE' } } },
      schema: { Incident: { fields: { id: 'id', on: 'date', kind: 'enum' } } },
    });
    expect(await h.counts('Incident', 'kind')).toEqual({ THEFT: 2, HOMICIDE: 1 });
    expect(await h.session().one(right('Incident'), 'id', '2', ['kind'])).toEqual({ id: '2', kind: 'THEFT' });
  });
});
