import { describe, expect, test } from 'vitest';
import type { FieldMapping } from '../../../lib/source/index.ts';
import { databaseKinds, type DatabaseKind } from '../../servers/databases.ts';
import { openHabit, type OpenHabit } from './habit.ts';

/** A column of texts read as days and as moments; each of the texts with what they are. */
type Spelt = readonly (readonly [text: string, day: string | null, moment: string | null])[];

const formats: Record<string, Spelt> = {
  // A year or a month alone is its first day.
  yyyy: [
    ['2024', '2024-01-01', null],
    ['24', null, null],
    ['202401', null, null],
  ],
  yyyyMM: [
    ['202412', '2024-12-01', null],
    ['202413', null, null],
    ['2024', null, null],
  ],
  'yyyy-M-d': [
    ['2024-2-9', '2024-02-09', null],
    ['2024-12-31', '2024-12-31', null],
    ['2024-02-09', '2024-02-09', null],
    ['2024-2-30', null, null],
    ['24-2-9', null, null],
    ['2024-2-9 ', null, null],
  ],
  yyyy年M月d日: [
    ['2024年2月9日', '2024-02-09', null],
    ['2024年12月31日', '2024-12-31', null],
    ['2024年2月9号', null, null],
  ],
  'yyyy.MM.dd': [
    ['2024.02.09', '2024-02-09', null],
    ['2024-02-09', null, null],
  ],
  'dd/MM/yyyy': [
    ['09/02/2024', '2024-02-09', null],
    ['31/02/2024', null, null],
    ['02/29/2024', null, null],
  ],
  yyyyMMddHHmm: [
    ['202402091405', '2024-02-09', '2024-02-09T14:05:00+08:00'],
    ['202402092405', '2024-02-09', null],
    ['20240209', null, null],
  ],
  'M/d/yyyy h:mm:ss a': [
    ['2/9/2024 2:05:09 PM', '2024-02-09', '2024-02-09T14:05:09+08:00'],
    ['12/31/2024 12:00:00 AM', '2024-12-31', '2024-12-31T00:00:00+08:00'],
    ['12/31/2024 12:59:59 pm', '2024-12-31', '2024-12-31T12:59:59+08:00'],
    ['12/31/2024 0:00:00 AM', '2024-12-31', null],
    ['12/31/2024 13:00:00 PM', '2024-12-31', null],
    ['12/31/2024 1:00:00', null, null],
  ],
  'yyyy-MM-dd HH:mm:ssX': [
    ['2024-02-09 20:05:09+00', '2024-02-10', '2024-02-10T04:05:09+08:00'],
    ['2024-02-09 20:05:09Z', '2024-02-10', '2024-02-10T04:05:09+08:00'],
    ['2024-02-09 20:05:09+0800', '2024-02-09', '2024-02-09T20:05:09+08:00'],
    ['2024-02-09 20:05:09-05:30', '2024-02-10', '2024-02-10T09:35:09+08:00'],
    ['2024-02-09 20:05:09', null, null],
    ['2024-02-09 20:05:09*8', null, null],
  ],
  'yyyy-MM-ddTHH:mm:ss': [
    ['2024-02-09T20:05:09', '2024-02-09', '2024-02-09T20:05:09+08:00'],
    ['2024-02-09 20:05:09', null, null],
  ],
  'epoch-milliseconds': [
    ['1709220600123', '2024-02-29', '2024-02-29T23:30:00+08:00'],
    ['1709222400000', '2024-03-01', '2024-03-01T00:00:00+08:00'],
    ['12', null, null],
    ['-5', null, null],
    ['17092206001xx', null, null],
  ],
};

const at = (mapping: FieldMapping) => ({ column: 'x', ...mapping }) as FieldMapping;

async function openSpelt(kind: DatabaseKind, format: string, spelt: Spelt, zone?: string): Promise<OpenHabit> {
  const zoned = zone === undefined ? {} : { zone };
  const withHours = spelt.some(([, , moment]) => moment !== null);
  return openHabit(kind, {
    tables: [
      `CREATE TABLE rz (id INT PRIMARY KEY, x VARCHAR(40))${kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : ''}`,
      ...spelt.map(([text], i) => `INSERT INTO rz VALUES (${i}, '${text}')`),
    ],
    types: {
      Log: {
        from: 'rz',
        key: 'id',
        fields: {
          on: at({ date: format, ...zoned }),
          at: withHours ? at({ datetime: format, ...zoned }) : { absent: 'days only' },
          text: { column: 'x' },
        },
      },
    },
    schema: { Log: { fields: { id: 'id', on: 'date', at: 'datetime', text: 'text' } } },
  });
}

describe.each(databaseKinds)('dates on %s', kind => {
  test.each(Object.entries(formats))('text of the format %s', async (format, spelt) => {
    const h = await openSpelt(kind, format, spelt);
    expect(await h.rows('Log', ['text', 'on', 'at'])).toEqual(spelt);
    const readable = spelt.filter(([, day]) => day !== null);
    const order = { field: 'on', descending: false };
    const days = (await h.pages('Log', ['on'], 1, { order })).flat();
    expect(days).toEqual([
      ...readable.map(([, day]) => day).toSorted(),
      ...spelt.slice(readable.length).map(() => null),
    ]);
    const [first] = readable.map(([, day]) => day).toSorted();
    expect(await h.ids('Log', { on: { gte: first, lte: first } })).toEqual(
      spelt.flatMap(([, day], i) => (day === first ? [String(i)] : [])),
    );
    const counts = await h.counts('Log', 'text');
    expect(counts).toEqual(Object.fromEntries(readable.map(([text]) => [text, 1])));
    const left = spelt.length - readable.length;
    expect(await h.unreadable('Log', 'on')).toEqual(left > 0 ? { UNREADABLE_DATE: left } : {});
  });

  test('a clock that stood elsewhere', async () => {
    const h = await openSpelt(
      kind,
      'yyyy-MM-dd HH:mm:ss',
      [
        ['2024-02-28 16:00:00', '2024-02-29', '2024-02-29T00:00:00+08:00'],
        ['2024-02-28 15:59:59', '2024-02-28', '2024-02-28T23:59:59+08:00'],
      ],
      'UTC',
    );
    expect(await h.rows('Log', ['on', 'at'])).toEqual([
      ['2024-02-29', '2024-02-29T00:00:00+08:00'],
      ['2024-02-28', '2024-02-28T23:59:59+08:00'],
    ]);
    expect(await h.ids('Log', { on: { gte: '2024-02-29' } })).toEqual(['0']);
    expect(await h.ids('Log', { at: { lt: '2024-02-29T00:00:00+08:00' } })).toEqual(['1']);
  });

  test('a filter on text in the order of time finds exactly the days asked for', async () => {
    const h = await openSpelt(kind, 'yyyyMMddHHmmss', [
      ['20240228235959', '2024-02-28', '2024-02-28T23:59:59+08:00'],
      ['20240229000000', '2024-02-29', '2024-02-29T00:00:00+08:00'],
      ['20240229235959', '2024-02-29', '2024-02-29T23:59:59+08:00'],
      ['20240301000000', '2024-03-01', '2024-03-01T00:00:00+08:00'],
      ['202402290000', null, null],
    ]);
    expect(await h.ids('Log', { on: { gte: '2024-02-29', lte: '2024-02-29' } })).toEqual(['1', '2']);
    expect(await h.ids('Log', { on: { lt: '2024-02-29' } })).toEqual(['0']);
    expect(await h.ids('Log', { at: { gte: '2024-02-29T00:00:00+08:00', lt: '2024-03-01T00:00:00+08:00' } })).toEqual([
      '1',
      '2',
    ]);
    expect(await h.ids('Log', { on: { lte: '9999-12-31' } })).toEqual(['0', '1', '2', '3']);
  });

  test('days and moments of the database itself', async () => {
    const moment = kind === 'postgres' ? 'TIMESTAMP' : 'DATETIME';
    const zoned = kind === 'postgres' ? 'TIMESTAMPTZ' : kind === 'mariadb' ? 'TIMESTAMP NULL' : 'TIMESTAMP';
    const zero = { sqlite: "'0000-00-00'", mariadb: "'0000-00-00'", postgres: "'infinity'" }[kind];
    const zeroMoment = { sqlite: "'0000-00-00 00:00:00'", mariadb: "'0000-00-00 00:00:00'", postgres: "'-infinity'" }[
      kind
    ];
    const bad = kind === 'mariadb' ? ["INSERT INTO dj VALUES (6, '2024-00-10', '2024-05-00 10:00:00', NULL)"] : [];
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE dj (id INT PRIMARY KEY, d DATE, m ${moment}, z ${zoned})`,
        "INSERT INTO dj VALUES (1, '2024-02-29', '2024-02-29 23:59:59', '2024-02-29 23:59:59')",
        "INSERT INTO dj VALUES (2, '2024-03-01', '2024-03-01 00:00:00', '2024-03-01 00:00:00')",
        `INSERT INTO dj VALUES (3, ${zero}, ${zeroMoment}, NULL)`,
        'INSERT INTO dj VALUES (4, NULL, NULL, NULL)',
        "INSERT INTO dj VALUES (5, '9999-12-31', '9999-12-31 00:00:00', NULL)",
        ...bad,
      ],
      types: {
        Log: {
          from: 'dj',
          key: 'id',
          fields: {
            on: { column: 'd', date: 'native' },
            day: { column: 'm', date: 'native' },
            at: { column: 'm', datetime: 'native' },
            zoned: { column: 'z', datetime: 'native' },
            started: { column: 'd', datetime: 'native' },
          },
        },
      },
      schema: {
        Log: { fields: { id: 'id', on: 'date', day: 'date', at: 'datetime', zoned: 'datetime', started: 'datetime' } },
      },
    });
    const none = [null, null, null, null];
    expect(await h.rows('Log', ['id', 'on', 'day', 'at', 'zoned'])).toEqual([
      ['1', '2024-02-29', '2024-02-29', '2024-02-29T23:59:59+08:00', '2024-02-29T23:59:59+08:00'],
      ['2', '2024-03-01', '2024-03-01', '2024-03-01T00:00:00+08:00', '2024-03-01T00:00:00+08:00'],
      ['3', ...none],
      ['4', ...none],
      ['5', ...none],
      ...bad.map(() => ['6', ...none]),
    ]);
    expect((await h.rows('Log', ['started'])).flat()).toEqual([...none, null, ...bad.map(() => null)]);
    expect(await h.ids('Log', { on: { gte: '2024-03-01' } })).toEqual(['2']);
    expect(await h.ids('Log', { on: { lt: '2024-03-01' } })).toEqual(['1']);
    expect(await h.ids('Log', { at: { lt: '2024-03-01T00:00:00+08:00' } })).toEqual(['1']);
    expect(await h.ids('Log', { zoned: { gte: '2024-02-29T16:00:00Z' } })).toEqual(['2']);
    expect(await h.ids('Log', { on: { missing: true } })).toEqual(['4']);
    expect(await h.unreadable('Log', 'on')).toEqual({ UNREADABLE_DATE: 2 + bad.length });
    const order = { field: 'at', descending: true };
    expect((await h.pages('Log', ['id'], 2, { order })).flat().slice(0, 2)).toEqual(['2', '1']);
  });

  test('zero dates and other spellings of nothing are missing, not unreadable', async () => {
    const h = await openHabit(kind, {
      tables: [
        `CREATE TABLE qd (id INT PRIMARY KEY, t VARCHAR(20), d ${kind === 'postgres' ? 'VARCHAR(10)' : 'DATE'})`,
        "INSERT INTO qd VALUES (1, '0000-00-00 00:00:00', '0000-00-00'), (2, '1900-01-01 00:00:00', '1900-01-01'), (3, '2024-01-01 00:00:00', '2024-01-01'), (4, 'x', NULL)",
      ],
      types: {
        Log: {
          from: 'qd',
          key: 'id',
          missing: ['1900-01-01', '0000-00-00'],
          fields: {
            on: { column: 'd', date: 'native' },
            at: {
              column: 't',
              datetime: 'yyyy-MM-dd HH:mm:ss',
              missing: ['0000-00-00 00:00:00', '1900-01-01 00:00:00'],
            },
          },
        },
      },
      schema: { Log: { fields: { id: 'id', on: 'date', at: 'datetime' } } },
    });
    expect(await h.rows('Log', ['on', 'at'])).toEqual([
      [null, null],
      [null, null],
      ['2024-01-01', '2024-01-01T00:00:00+08:00'],
      [null, null],
    ]);
    expect(await h.ids('Log', { at: { missing: true } })).toEqual(['1', '2']);
    expect(await h.ids('Log', { on: { missing: true } })).toEqual(['1', '2', '4']);
    expect(await h.ids('Log', { on: { lt: '2024-01-01' } })).toEqual([]);
    expect(await h.unreadable('Log', 'on')).toEqual({});
    expect(await h.unreadable('Log', 'at')).toEqual({ UNREADABLE_DATE: 1 });
  });
});
