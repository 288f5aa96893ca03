import { describe, expect, test } from 'vitest';
import type { FieldMapping } from '../../../lib/source/index.ts';
import { databaseKinds, type DatabaseKind } from '../../servers/databases.ts';
import { openHabit, type OpenHabit } from './habit.ts';

type Steps = Omit<FieldMapping, 'column'>;

/** A column of texts behind text steps; each text with what comes out. */
const steps: readonly (readonly [string, Steps, Record<string, string | null>])[] = [
  [
    'before',
    { take: { before: ': ' } },
    { 'EMS: BACK PAINS': 'EMS', 'EMS:X': null, ': X': null, 'Fire: A: B': 'Fire', '消防: 火': '消防' },
  ],
  [
    'after',
    { take: { after: ': ' } },
    { 'EMS: BACK PAINS': 'BACK PAINS', 'Fire: A: B': 'A: B', 'EMS: ': null, EMS: null, '消防: 火灾': '火灾' },
  ],
  [
    'between',
    { take: { between: ['（', '）'] } },
    { '枫溪（县）城': '县', '（（a）': '（a', '（': null, 'a）（b': null },
  ],
  ['part', { take: { part: 2, of: '-' } }, { 'a-b-c': 'b', 'a-': null, a: null, '甲-乙': '乙', 'a-b': 'b' }],
  ['part of a longer separator', { take: { part: 3, of: '||' } }, { 'a||b||c': 'c', 'a|b|c': null, 'a||b': null }],
  [
    'from and length',
    { take: { from: 2, length: 3 } },
    { abcdef: 'bcd', 枫溪县城关镇: '溪县城', a: null, ab: 'b', '𠮷a𠮷b𠮷': 'a𠮷b' },
  ],
  [
    'pattern',
    { take: { pattern: String.raw`Station:? ?(\d+)` } },
    { 'X; Station 332; Y': '332', 'Station:27': '27', 'station 5': null, Station: null, 'Station ３': null },
  ],
  [
    'pattern with a list, bounds and an end',
    { take: { pattern: String.raw`^[A-Z]{2,3}-([0-9\d]+x?)$` } },
    { 'AB-12x': '12x', 'ABCD-1': null, 'ABC-7': '7', 'ab-1': null, 'AB-1\n': null, 'AB-1y': null },
  ],
  [
    'pattern with any mark, which is no end of line',
    { take: { pattern: '第(.+)号' } },
    { 第三号: '三', 第号: null, '第\n号': null, 第12号第3号: '12号第3' },
  ],
  ['pattern of marks', { take: { pattern: String.raw`\((\[.?\])\)` } }, { '([?])': '[?]', '(x)': null, '([])': '[]' }],
  ['pad', { pad: 3 }, { '7': '007', '0123': '0123', '12': '012', 甲: '00甲', '': null }],
  ['width', { fold: ['width'] }, { 'ＡＢ１２－３': 'AB12-3', 'Ａ　b': 'A b', '？': '?', '（枫）': '(枫)', ﾊ: 'ﾊ' }],
  [
    'space',
    { fold: ['space'] },
    { '  a b ': 'a b', '　枫　溪　': '枫　溪', '\t\r\na\n': 'a', '   ': null, '\u00a0x': 'x' },
  ],
  ['case', { fold: ['case'] }, { abZ: 'ABZ', é: 'é', ß: 'ß', я: 'я', ａ: 'ａ', '1a甲b': '1A甲B' }],
  ['zeros', { fold: ['zeros'] }, { '007': '7', '0': '0', '000': '0', '': null, '70': '70', '0.5': '.5' }],
  [
    'fraction',
    { fold: ['fraction'] },
    {
      '5.00': '5',
      '5.': '5',
      '5.10': '5.10',
      '5..00': '5.',
      '500': '500',
      '5.00\n': '5.00\n',
      '202315002117.00000000': '202315002117',
    },
  ],
  [
    'levels',
    { fold: ['levels'] },
    {
      '330199000000': '330199',
      '330199001000': '330199001',
      '330199001001': '330199001001',
      '330199001001000': '330199001001',
      '330199000': '330199000',
      '330199000000000': '330199',
    },
  ],
  ['width, space and case in the right order', { fold: ['case', 'space', 'width'] }, { '　ａｂ　': 'AB' }],
  [
    'three spellings of null',
    { missing: ['N/A', 'Unspecified', '-'] },
    { 'N/A': null, Unspecified: null, unspecified: 'unspecified', '-': null, '': null, '--': '--', ' - ': ' - ' },
  ],
  [
    'spellings of null after folding',
    { fold: ['width', 'space', 'case'], missing: ['NONE'] },
    { ' none　': null, ＮＯＮＥ: null, nonе: 'NONе' },
  ],
  ['a part that is missing', { take: { after: ':' }, missing: ['无'] }, { 'a:无': '无', 无: null, 'a:b': 'b' }],
];

const utf8 = (kind: DatabaseKind): string => (kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : '');
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const latin = (hex: string): string => quoted(Buffer.from(hex, 'hex').toString('latin1'));

async function openTexts(kind: DatabaseKind, mapping: Steps, texts: readonly string[]): Promise<OpenHabit> {
  return openHabit(kind, {
    tables: [
      `CREATE TABLE wz (id INT PRIMARY KEY, x VARCHAR(60), day CHAR(8) DEFAULT '20240101')${utf8(kind)}`,
      ...texts.map((text, i) => `INSERT INTO wz (id, x) VALUES (${i}, ${quoted(text)})`),
      `INSERT INTO wz (id, x) VALUES (${texts.length}, NULL)`,
    ],
    types: {
      Note: {
        from: 'wz',
        key: 'id',
        fields: { on: { column: 'day', date: 'yyyyMMdd' }, out: { column: 'x', ...mapping } },
      },
    },
    schema: { Note: { fields: { id: 'id', on: 'date', out: 'text' } } },
  });
}

describe.each(databaseKinds)('texts on %s', kind => {
  test.each(steps)('%s', async (_, mapping, spelt) => {
    const [texts, values] = [Object.keys(spelt), Object.values(spelt)];
    const h = await openTexts(kind, mapping, texts);
    expect((await h.rows('Note', ['out'])).flat().map((out, i) => [texts[i], out])).toEqual([
      ...Object.entries(spelt),
      [undefined, null],
    ]);
    const present = values.filter(value => value !== null);
    const order = { field: 'out', descending: false };
    // By code point, which in JavaScript is the order of the UTF-8 bytes.
    const byBytes = present.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await h.pages('Note', ['out'], 2, { order })).flat()).toEqual([
      ...byBytes,
      ...Array<null>(values.length + 1 - present.length).fill(null),
    ]);
    const same = (value: unknown): string[] => values.flatMap((v, i) => (v === value ? [String(i)] : []));
    for (const value of new Set(present)) expect(await h.ids('Note', { out: { eq: value } })).toEqual(same(value));
    expect(await h.ids('Note', { out: { missing: true } })).toEqual([...same(null), String(values.length)]);
    const counts: Record<string, number> = { null: same(null).length + 1 };
    for (const value of present) counts[value] = (counts[value] ?? 0) + 1;
    expect(await h.counts('Note', 'out')).toEqual(counts);
  });

  test('a value that counts in some rows only', async () => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE by1 (id INT PRIMARY KEY, lx VARCHAR(4), byzd1 VARCHAR(20), day CHAR(8))${utf8(kind)}`,
        "INSERT INTO by1 VALUES (1, '01', '20240105', '20240101'), (2, '02', '3人', '20240101'), (3, NULL, '20240106', '20240101'), (4, '03', 'x', '20240101'), (5, '01', '乱', '20240101')",
      ],
      types: {
        Note: {
          from: 'by1',
          key: 'id',
          fields: {
            on: { column: 'day', date: 'yyyyMMdd' },
            answered: { column: 'byzd1', date: 'yyyyMMdd', when: { lx: '01' } },
            persons: { column: 'byzd1', take: { before: '人' }, integer: true, when: { lx: ['02', '03'] } },
          },
        },
      },
      schema: { Note: { fields: { id: 'id', on: 'date', answered: 'date', persons: 'integer' } } },
    });
    expect(await h.rows('Note', ['answered', 'persons'])).toEqual([
      ['2024-01-05', null],
      [null, 3],
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(await h.ids('Note', { answered: { missing: true } })).toEqual(['2', '3', '4']);
    expect(await h.ids('Note', { answered: { gte: '2024-01-01' } })).toEqual(['1']);
    expect(await h.unreadable('Note', 'answered')).toEqual({ UNREADABLE_DATE: 1 });
  });

  test('spellings of null that hold for every field, and for the key', async () => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE kz (bh VARCHAR(10), a VARCHAR(10), n VARCHAR(10), d VARCHAR(10))${utf8(kind)}`,
        "INSERT INTO kz VALUES ('K1', 'NULL', 'N/A', '-'), ('N/A', 'x', '5', '20240101'), (NULL, '-', NULL, 'NULL'), ('K2', '', '', '')",
      ],
      types: {
        Note: {
          from: 'kz',
          missing: ['NULL', 'N/A', '-'],
          key: { column: 'bh', repeats: true },
          fields: { a: { column: 'a' }, n: { column: 'n', integer: true }, on: { column: 'd', date: 'yyyyMMdd' } },
        },
      },
      schema: { Note: { fields: { id: 'id', a: 'text', n: 'integer', on: 'date' } } },
    });
    expect((await h.pages('Note', ['id', 'a', 'n', 'on'], 1)).toSorted()).toEqual(
      [
        [null, null, null, null],
        [null, 'x', 5, '2024-01-01'],
        ['K1', null, null, null],
        ['K2', null, null, null],
      ].toSorted(),
    );
    expect(await h.unreadable('Note', 'n')).toEqual({});
    expect(await h.unreadable('Note', 'on')).toEqual({});
  });

  test('bytes in GBK, GBK that was taken for Latin letters, and broken bytes', async () => {
    const bytes = ['d6d0b9fa', 'b7e3cfaacfd8416231', '8140', '61d6', 'ff41', '', 'd6d0ff'];
    const expected = ['中国', '枫溪县Ab1', '丂', 'a?', '?A', null, '中?'];
    const blob = (hex: string): string =>
      ({ sqlite: `x'${hex}'`, mariadb: `x'${hex}'`, postgres: `'\\x${hex}'::bytea` })[kind];
    const column = { sqlite: 'BLOB', mariadb: 'BLOB', postgres: 'BYTEA' }[kind];
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE gb (id INT PRIMARY KEY, b ${column}, l VARCHAR(60)${kind === 'mariadb' ? ' CHARACTER SET latin1' : ''}, u VARCHAR(60)${kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : ''}, day CHAR(8))`,
        ...bytes.map((hex, i) => {
          const raw = kind === 'mariadb' ? `x'${hex}'` : latin(hex);
          return `INSERT INTO gb VALUES (${i}, ${blob(hex)}, ${raw}, ${i === 0 ? quoted('已经是 UTF-8') : latin(hex)}, '20240101')`;
        }),
      ],
      types: {
        Note: {
          from: 'gb',
          key: 'id',
          fields: {
            on: { column: 'day', date: 'yyyyMMdd' },
            b: { column: 'b', charset: 'gbk' },
            l: { column: 'l', charset: 'gbk' },
            u: { column: 'u', charset: 'gbk' },
            kind: { column: 'b', charset: 'gbk', codes: 'kinds' },
          },
        },
      },
      codes: { kinds: { map: { 中国: 'CHINA' } } },
      schema: { Note: { fields: { id: 'id', on: 'date', b: 'text', l: 'text', u: 'text', kind: 'enum' } } },
    });
    expect((await h.rows('Note', ['b'])).flat()).toEqual(expected);
    expect((await h.rows('Note', ['l'])).flat()).toEqual(expected);
    expect((await h.rows('Note', ['u'])).flat()).toEqual(['已经是 UTF-8', ...expected.slice(1)]);
    expect(await h.ids('Note', { b: { eq: '中国' } })).toEqual(['0']);
    expect(await h.counts('Note', 'kind')).toEqual({ CHINA: 1, null: 6 });
    expect(await h.unreadable('Note', 'kind')).toEqual({ UNMAPPED_CODE: 5 });
  });
});
