import { describe, expect, test } from 'vitest';
import type { FieldMapping } from '../../../lib/source/index.ts';
import { databaseKinds } from '../../servers/databases.ts';
import { right } from '../legacy/database.ts';
import { openHabit } from './habit.ts';

const long = '1234567890123456789012345';

const decimals: readonly (readonly [string, Omit<FieldMapping, 'column'>, Record<string, string | null>])[] = [
  [
    'plain text',
    { decimal: true },
    {
      '007.50': '7.5',
      '-0': '0',
      '-0.00': '0',
      '.5': null,
      '5.': null,
      '1e3': null,
      '１': null,
      '--5': null,
      '+5': null,
      '5 ': null,
      '5\n': null,
      [long]: long,
      [`-${long}.0123456789`]: `-${long}.0123456789`,
      [`${long}1234`]: null,
    },
  ],
  [
    'thousands and a unit',
    { decimal: { thousands: ',', suffix: '元' } },
    { '12,345.00元': '12345', '1,000': '1000', 元: null, '12，345': null, '-1,000.5元': '-1000.5' },
  ],
  [
    'thousands of full width',
    { fold: ['width', 'space'], decimal: { thousands: ',', suffix: '元' } },
    { '１２，３４５．５０元　': '12345.5' },
  ],
  [
    'losses in parentheses',
    { decimal: { negative: 'parentheses', thousands: ',' } },
    { '(100.00)': '-100', '(1,000.5)': '-1000.5', '100': '100', '(100': null, '((5))': null, '()': null },
  ],
  [
    '万元',
    { decimal: { times: 10_000 } },
    { '12.34': '123400', '0.07': '700', '-3': '-30000', '1.12345678901234567890': '11234.567890123456789', 万: null },
  ],
  ['万元 with its unit', { decimal: { times: 10_000, suffix: '万元' } }, { '1.5万元': '15000' }],
  ['thousandths', { decimal: { times: 0.001 } }, { '12': '0.012', '1000': '1' }],
  [
    'a fraction of zeros',
    { fold: ['fraction'], integer: true },
    { '5.00': '5', '202315002117.00000000': null, '5.': '5', '5': '5', '5.01': null, '5..00': null },
  ],
  [
    'a number of persons',
    { take: { pattern: String.raw`^(\d+)人` }, integer: true },
    { '10人以上': '10', '10': null, 约10人: null },
  ],
  [
    'whole numbers',
    { integer: true },
    {
      '007': '7',
      '-3': '-3',
      '2147483647': '2147483647',
      '2147483648': null,
      '1.5': null,
      '99999999999999999999': null,
      '5\n': null,
      '-0': '0',
    },
  ],
];

describe.each(databaseKinds)('numbers on %s', kind => {
  test.each(decimals)('%s', async (_, mapping, spelt) => {
    const texts = Object.keys(spelt);
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE sz (id INT PRIMARY KEY, x VARCHAR(60), day CHAR(8) DEFAULT '20240101')${kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : ''}`,
        ...texts.map((text, i) => `INSERT INTO sz (id, x) VALUES (${i}, '${text}')`),
      ],
      types: {
        Sum: {
          from: 'sz',
          key: 'id',
          fields: { on: { column: 'day', date: 'yyyyMMdd' }, n: { column: 'x', ...mapping }, text: { column: 'x' } },
        },
      },
      schema: { Sum: { fields: { id: 'id', n: mapping.integer ? 'integer' : 'decimal', text: 'text', on: 'date' } } },
    });
    const rows = await h.rows('Sum', ['text', 'n']);
    expect(rows.map(([text, n]) => [text, n === null ? null : String(n)])).toEqual(Object.entries(spelt));
    const unreadable = Object.values(spelt).filter(value => value === null).length;
    const taken = mapping.take ? 1 : 0;
    if (!taken) expect(await h.unreadable('Sum', 'n')).toEqual(unreadable > 0 ? { UNREADABLE_NUMBER: unreadable } : {});
    const numbers = Object.values(spelt)
      .filter(value => value !== null)
      .map(Number);
    const order = { field: 'n', descending: true };
    const ordered = (await h.pages('Sum', ['n'], 2, { order })).flat();
    expect(ordered.map(n => (n === null ? null : Number(n)))).toEqual([
      ...numbers.toSorted((a, b) => b - a),
      ...Array<null>(unreadable).fill(null),
    ]);
    const middle = numbers[0] ?? 0;
    const bound = mapping.integer ? middle : String(BigInt(Math.trunc(middle)));
    expect((await h.rows('Sum', ['n'], { filter: { n: { gte: bound } } })).length).toBe(
      numbers.filter(n => n >= Number(bound)).length,
    );
  });

  test('numbers of the database itself, exact in the answer', async () => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE zs (id BIGINT PRIMARY KEY, d ${kind === 'sqlite' ? 'TEXT' : 'DECIMAL(30, 5)'}, f DOUBLE PRECISION, n INT, b ${kind === 'sqlite' ? 'INTEGER' : 'BIGINT'}, y BOOLEAN, t ${kind === 'sqlite' ? 'INTEGER' : kind === 'mariadb' ? 'BIT(1)' : 'BIT(1)'}, c DECIMAL(5, 2))`,
        `INSERT INTO zs VALUES (1, '${long}.12345', 0.25, 5, 5, true, ${kind === 'sqlite' ? '1' : "b'1'"}, 7.50), (2, '-0.50000', -1.5, -1, 3000000000, false, ${kind === 'sqlite' ? '0' : "b'0'"}, NULL), (3, NULL, NULL, NULL, NULL, NULL, NULL, -1)`,
      ],
      types: {
        Sum: {
          from: 'zs',
          key: 'id',
          fields: {
            d: { column: 'd', decimal: true },
            f: { column: 'f', decimal: true },
            n: { column: 'n', integer: true, missing: ['-1'] },
            b: { column: 'b', integer: true },
            y: { column: 'y', boolean: { true: ['true', '1'], false: ['false', '0'] } },
            t: { column: 't', boolean: { true: ['1'], false: ['0'] } },
            c: { column: 'c', decimal: { times: 10_000 } },
          },
        },
      },
      schema: {
        Sum: {
          fields: {
            id: 'id',
            d: 'decimal',
            f: 'decimal',
            n: 'integer',
            b: 'integer',
            y: 'boolean',
            t: 'boolean',
            c: 'decimal',
          },
        },
      },
    });
    expect(await h.rows('Sum', ['d', 'f', 'n', 'b', 'y', 't', 'c'])).toEqual([
      [`${long}.12345`, '0.25', 5, 5, true, true, '75000'],
      ['-0.5', '-1.5', null, null, false, false, null],
      [null, null, null, null, null, null, '-10000'],
    ]);
    expect(await h.ids('Sum', { n: { missing: true } })).toEqual(['2', '3']);
    expect(await h.ids('Sum', { b: { missing: true } })).toEqual(['3']);
    expect(await h.ids('Sum', { t: { eq: true } })).toEqual(['1']);
    expect(await h.ids('Sum', { f: { lt: '0' } })).toEqual(['2']);
  });

  test('what a double keeps far from one is a number too', async () => {
    const h = await openHabit(kind, {
      tables: [
        'CREATE TABLE fd (id INT PRIMARY KEY, f DOUBLE PRECISION)',
        'INSERT INTO fd VALUES (1, 1.5e20), (2, -2.5e-7), (3, 1e300), (4, 1234567.1), (5, 0)',
        ...(kind === 'postgres' ? ["INSERT INTO fd VALUES (6, 'NaN'), (7, 'Infinity')"] : []),
      ],
      types: { Sum: { from: 'fd', key: 'id', fields: { f: { column: 'f', decimal: true } } } },
      schema: { Sum: { fields: { id: 'id', f: 'decimal' } } },
    });
    expect((await h.rows('Sum', ['f'])).flat().slice(0, 5)).toEqual([
      '150000000000000000000',
      '-0.00000025',
      null,
      '1234567.1',
      '0',
    ]);
    expect(
      (await h.rows('Sum', ['f']))
        .flat()
        .slice(5)
        .every(value => value === null),
    ).toBe(true);
  });

  test('keys and links beyond 2^53, of whole decimals and of texts', async () => {
    const key = '9007199254740993';
    const h = await openHabit(kind, {
      tables: [
        'CREATE TABLE dz (id BIGINT PRIMARY KEY, d DECIMAL(20, 0), t VARCHAR(20))',
        `INSERT INTO dz VALUES (${key}, 18014398509481985, '${key}'), (9007199254740992, 18014398509481984, '9007199254740992'), (9007199254740994, NULL, '')`,
      ],
      types: { Sum: { from: 'dz', key: 'id', fields: { d: { column: 'd' }, t: { column: 't' } } } },
      schema: { Sum: { fields: { id: 'id', d: 'link', t: 'link' } } },
    });
    expect(await h.pages('Sum', ['id', 'd', 't'], 1)).toEqual([
      ['9007199254740992', '18014398509481984', '9007199254740992'],
      [key, '18014398509481985', key],
      ['9007199254740994', null, null],
    ]);
    expect(await h.ids('Sum', { d: { eq: '18014398509481985' } })).toEqual([key]);
    expect(await h.ids('Sum', { d: { eq: '018014398509481985' } })).toEqual([]);
    expect(await h.ids('Sum', { t: { in: [key] } })).toEqual([key]);
    expect(await h.session().one(right('Sum'), 'id', key, ['d'])).toEqual({ id: key, d: '18014398509481985' });
    const pages = await h
      .session()
      .children(right('Sum'), 'd', '18014398509481984', { fields: ['id'], first: 5, count: true });
    expect(pages.rows).toEqual([{ id: '9007199254740992' }]);
  });
});
