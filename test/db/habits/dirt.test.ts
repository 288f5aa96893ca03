import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  double,
  integer,
  oneof,
  string as anyText,
} from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { FieldKind, FieldMapping, Mapping } from '../../../lib/source/index.ts';
import { databaseKinds, type DatabaseKind } from '../../servers/databases.ts';
import { openHabit } from './habit.ts';

const seed = Number(process.env['COUNTYGRAPH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env['COUNTYGRAPH_RUNS'] ?? 12);
// Printed, so that a failure can be repeated.
afterAll(() => console.log(`dirt: COUNTYGRAPH_SEED=${seed}`));

type Text = string | null;

/** What one converter makes of a text, read by other means than the project's: a value, null for none, undefined for unreadable. */
interface Converter {
  readonly kind: FieldKind;
  readonly mapping: FieldMapping;
  readonly read: (text: string) => unknown;
}

const fullWidth = (text: string): string =>
  [...text]
    .map(c => (c >= '！' && c <= '～' ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c === '　' ? ' ' : c))
    .join('');

function calendarDay(year: string, month: string, day: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = `${year}-${month}-${day}`;
  return year >= '1900' && year < '2200' && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso
    ? iso
    : undefined;
}

const decimal = (text: string): string | undefined => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,28})(?:\.(\d{1,30}))?$(?![\n])/.exec(text) ?? [];
  if (whole === '') return undefined;
  const [left, right] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  const plain = right === '' ? left : `${left}.${right}`;
  return plain === '0' ? '0' : `${sign}${plain}`;
};

const converters: Record<string, Converter> = {
  text: { kind: 'text', mapping: { column: 'x' }, read: text => text },
  missing: {
    kind: 'text',
    mapping: { column: 'x', missing: ['-', 'NaN', '%'] },
    read: text => (['-', 'NaN', '%'].includes(text) ? null : text),
  },
  integer: {
    kind: 'integer',
    mapping: { column: 'x', integer: true },
    read: text => {
      if (!/^-?\d{1,18}$/.test(text)) return undefined;
      return Math.abs(Number(text) + 0.5) < 2 ** 31 ? Number(text) + 0 : undefined;
    },
  },
  decimal: { kind: 'decimal', mapping: { column: 'x', decimal: true }, read: decimal },
  amount: {
    kind: 'decimal',
    mapping: {
      column: 'x',
      fold: ['width', 'space'],
      decimal: { thousands: ',', suffix: '元', negative: 'parentheses' },
    },
    read: text => {
      const trimmed = fullWidth(text).replace(/^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/g, '');
      if (trimmed === '') return null;
      const plain = trimmed.replaceAll(',', '').replaceAll('元', '');
      return decimal(
        plain.startsWith('(') && plain.endsWith(')') && plain.length > 1 ? `-${plain.slice(1, -1)}` : plain,
      );
    },
  },
  day: {
    kind: 'date',
    mapping: { column: 'x', date: 'yyyyMMdd' },
    read: text => (/^\d{8}$/.test(text) ? calendarDay(text.slice(0, 4), text.slice(4, 6), text.slice(6)) : undefined),
  },
  american: {
    kind: 'date',
    mapping: { column: 'x', date: 'M/d/yyyy' },
    read: text => {
      const [, month = '', day = '', year = ''] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) ?? [];
      return year === '' ? undefined : calendarDay(year, month.padStart(2, '0'), day.padStart(2, '0'));
    },
  },
  moment: {
    kind: 'datetime',
    mapping: { column: 'x', datetime: 'yyyy-MM-dd HH:mm:ss', zone: 'UTC' },
    read: text => {
      const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(text) ?? [];
      if (!calendarDay(day.slice(0, 4), day.slice(5, 7), day.slice(8))) return undefined;
      const there = new Date(Date.parse(`${day}T${time}Z`) + 8 * 3_600_000).toISOString();
      return `${there.slice(0, 19)}+08:00`;
    },
  },
  epoch: {
    kind: 'date',
    mapping: { column: 'x', date: 'epoch-seconds' },
    read: text => {
      if (!/^\d{1,11}$/.test(text)) return undefined;
      const day = new Date((Number(text) + 8 * 3600) * 1000).toISOString().slice(0, 10);
      return day < '2200' ? day : undefined;
    },
  },
  kind: {
    kind: 'enum',
    mapping: { column: 'x', codes: 'kinds' },
    read: text => ({ a: 'SMALL', A: 'LARGE', '%': 'SHARE', '\\': 'SLASH' })[text],
  },
  flag: {
    kind: 'boolean',
    mapping: { column: 'x', boolean: { true: ['1', '是'], false: ['0'] } },
    read: text => ({ '1': true, 是: true, '0': false })[text],
  },
  before: {
    kind: 'text',
    mapping: { column: 'x', take: { before: '/' } },
    read: text => (text.includes('/') ? text.slice(0, text.indexOf('/')) || null : null),
  },
  part: {
    kind: 'text',
    mapping: { column: 'x', take: { part: 2, of: '-' } },
    read: text => text.split('-')[1] || null,
  },
  start: {
    kind: 'text',
    mapping: { column: 'x', take: { from: 2, length: 3 } },
    read: text => [...text].slice(1, 4).join('') || null,
  },
  digits: {
    kind: 'text',
    mapping: { column: 'x', take: { pattern: String.raw`[^\d](\d+)` } },
    read: text => /[^0-9](\d+)/u.exec(text)?.[1] ?? null,
  },
  padded: {
    kind: 'text',
    mapping: { column: 'x', pad: 6 },
    read: text => (text === '' ? null : text.padStart(text.length + Math.max(0, 6 - [...text].length), '0')),
  },
  folded: {
    kind: 'text',
    mapping: { column: 'x', fold: ['width', 'space', 'case', 'zeros'] },
    read: text => {
      const trimmed = fullWidth(text).replace(/^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/g, '');
      const upper = trimmed.replaceAll(/[a-z]/g, c => c.toUpperCase());
      return upper === '' ? null : upper.replace(/^0+/, '') || '0';
    },
  },
};

const piece = oneof(
  constantFrom(
    '0',
    '1',
    '12',
    '2024',
    '02',
    '29',
    '-',
    '/',
    '.',
    ',',
    '元',
    '(',
    ')',
    '%',
    '_',
    "'",
    '"',
    '\\',
    '?',
    ':',
    ' ',
    '　',
    '\t',
    '\n',
    '\r',
    'a',
    'A',
    '是',
    '１',
    'é',
    '\u00a0',
    '😀',
    '\u0001',
    '$1',
    '\\N',
    ';',
    '--',
  ),
  anyText({ unit: 'binary', maxLength: 4 }).map(text => text.replaceAll(/[\0\ud800-\udfff]/g, '')),
);
const dirt = oneof(
  { weight: 5, arbitrary: array(piece, { maxLength: 8 }).map(pieces => pieces.join('')) },
  {
    weight: 5,
    arbitrary: constantFrom(
      '1e400',
      '-0',
      'NaN',
      'Infinity',
      '20240229',
      '20230229',
      '00000000',
      '99999999',
      '2/9/2024',
      '12/31/2199',
      '31/12/2024',
      '2024-02-29 23:59:59',
      '2024-02-29 24:00:00',
      '0000-00-00 00:00:00',
      '2147483647',
      '-2147483648',
      '2147483648',
      '9'.repeat(28),
      '9'.repeat(29),
      `0.${'3'.repeat(30)}`,
      '１２，３４５．５０元',
      '(1,000.50)',
      '-1.10',
      '.5',
      '5.',
      '007',
      '1709220600',
      '99999999999',
      '',
      '   ',
      'null',
      "' OR 1=1 --",
      'a/b',
      'a-b-c',
      '是',
      '%',
      '\\',
      'a',
      'A',
      '0',
      '1',
      'x'.repeat(3000),
    ),
  },
  { weight: 2, arbitrary: integer().map(String) },
  { weight: 1, arbitrary: double().map(String) },
  { weight: 1, arbitrary: constant<Text>(null) },
);

function literal(kind: DatabaseKind, text: Text): string {
  if (text === null) return 'NULL';
  const hex = Buffer.from(text).toString('hex');
  return {
    sqlite: `CAST(x'${hex}' AS TEXT)`,
    mariadb: `_utf8mb4 x'${hex}'`,
    postgres: `convert_from('\\x${hex}'::bytea, 'UTF8')`,
  }[kind];
}

const fields = Object.keys(converters);

const value = (field: string, text: Text): unknown =>
  text === null || text === '' ? null : converters[field]?.read(text);

/** A table of dirt behind all converters, its rows read through pages. */
async function readAll(kind: DatabaseKind, texts: readonly Text[], first: number) {
  const long = kind === 'mariadb' ? 'TEXT CHARACTER SET utf8mb4' : 'TEXT';
  const types: Mapping['types'] = {
    Dirt: {
      from: 'dirt',
      key: 'id',
      fields: {
        on: { column: 'day', date: 'yyyyMMdd' },
        ...Object.fromEntries(fields.map(field => [field, converters[field]?.mapping ?? { absent: '' }])),
      },
    },
  };
  const kinds = Object.fromEntries(fields.map(field => [field, converters[field]?.kind ?? 'text']));
  const h = await openHabit(kind, {
    tables: [
      `CREATE TABLE dirt (id INT PRIMARY KEY, day CHAR(8), x ${long})`,
      `INSERT INTO dirt VALUES ${texts.map((text, i) => `(${i}, '20240101', ${literal(kind, text)})`).join(', ')}`,
    ],
    types,
    codes: { kinds: { map: { a: 'SMALL', A: 'LARGE', '%': 'SHARE', '\\': 'SLASH' } } },
    schema: { Dirt: { fields: { id: 'id', on: 'date', ...kinds } } },
  });
  const rows = await h.pages('Dirt', ['id', ...fields], first);
  const unreadable: Record<string, number> = {};
  for (const field of fields)
    unreadable[field] = Object.values(await h.unreadable('Dirt', field)).reduce((sum, n) => sum + n, 0);
  const orders: Record<string, number> = {};
  const missing: Record<string, number> = {};
  for (const field of fields) {
    orders[field] = (await h.pages('Dirt', ['id'], first, { order: { field, descending: true } })).length;
    missing[field] = (await h.page('Dirt', { filter: { [field]: { missing: true } }, first: 1000 })).rows.length;
  }
  await h.close();
  return { rows, unreadable, missing, orders };
}

const tables = array(dirt, { minLength: 1, maxLength: 30 });

describe('dirt in text columns', () => {
  test.each(databaseKinds)(
    'behind every converter on %s: no crash, no row lost, every text read as JavaScript reads it',
    async kind => {
      const property = asyncProperty(tables, integer({ min: 1, max: 40 }), async (texts, first) => {
        const read = await readAll(kind, texts, first);
        const byId = new Map(read.rows.map(row => [Number(row[0]), row.slice(1)]));
        expect(read.rows.length).toBe(texts.length);
        for (const [i, text] of texts.entries())
          expect([text, byId.get(i)]).toEqual([text, fields.map(field => value(field, text) ?? null)]);
        for (const field of fields) {
          const values = texts.map(text => value(field, text));
          const wrong = values.filter(v => v === undefined).length;
          const lacking = values.filter(v => v === null).length;
          expect([field, read.unreadable[field], read.missing[field], read.orders[field]]).toEqual([
            field,
            wrong,
            lacking,
            texts.length,
          ]);
        }
      });
      await assert(property, { seed, numRuns: runs, endOnFailure: true });
    },
  );
});
