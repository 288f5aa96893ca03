import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mapping, RecordType, Row } from '../../lib/source/index.ts';
import type { Mask } from '../../lib/trust/index.ts';
import { granted } from '../access.ts';
import { databaseKinds } from '../servers/databases.ts';
import { openLegacy, type Legacy } from './legacy/database.ts';

const type: RecordType = {
  name: 'Case',
  key: 'id',
  fields: new Map([
    ['id', 'id'],
    ['name', 'text'],
    ['phone', 'text'],
    ['amount', 'decimal'],
    ['native', 'decimal'],
    ['rounded', 'decimal'],
    ['persons', 'integer'],
    ['openedOn', 'date'],
    ['calledAt', 'datetime'],
    ['kind', 'enum'],
    ['urban', 'boolean'],
    ['place', 'place'],
    ['other', 'link'],
  ]),
  dimensions: ['kind'],
  measures: new Map(),
};

const mapping: Mapping = {
  database: 'masks',
  types: {
    Case: {
      from: 'masks',
      key: 'id',
      fields: {
        name: { column: 'name' },
        phone: { column: 'phone' },
        amount: { column: 'amount', decimal: { thousands: ',', suffix: '元' } },
        native: { column: 'native', decimal: true },
        rounded: { column: 'rounded', decimal: true },
        persons: { column: 'persons', integer: true },
        openedOn: { column: 'opened', date: 'yyyyMMdd' },
        calledAt: { column: 'called', datetime: 'yyyy-MM-dd HH:mm:ss' },
        kind: { column: 'kind', codes: 'kinds' },
        urban: { column: 'urban', boolean: { true: ['1'], false: ['0'] } },
        place: { area: ['area'] },
        other: { column: 'other' },
      },
    },
  },
  codes: { kinds: { map: { '1': 'A' } } },
};

/** [id, name, phone, amount as text, native, rounded, persons, opened, called, area] */
const lines: readonly (readonly (string | null)[])[] = [
  [
    '1',
    '欧阳明',
    '13800138000',
    '43,210.50元',
    '1999.99',
    '250000',
    '17',
    '20260831',
    '2026-08-31 23:59:59',
    '330199001001001',
  ],
  ['2', 'Li', '1380013', '-4,999.00元', '-0.5', '0.25', '-5', '20260101', '2026-01-01 00:00:00', '330199001'],
  [
    '3',
    '𠮷野',
    '12345678',
    '9999999999999999999999999999元',
    '5',
    '5e20',
    '0',
    '20240229',
    '2024-02-29 12:00:00',
    '330199',
  ],
  ['4', null, null, null, null, null, null, null, null, null],
  ['5', '', '七七七七七七七七', '0.99元', '0', '-1000000', '2147483647', 'bad', 'bad', '330199002001'],
];

function text(value: string | null | undefined): string {
  return typeof value === 'string' ? `'${value}'` : 'NULL';
}

function statements(): string[] {
  return [
    'CREATE TABLE masks (id VARCHAR(5) NOT NULL PRIMARY KEY, name VARCHAR(20), phone VARCHAR(20), amount VARCHAR(60), native DECIMAL(12, 2), rounded DOUBLE PRECISION, persons INTEGER, opened VARCHAR(8), called VARCHAR(19), kind VARCHAR(1), urban VARCHAR(1), area VARCHAR(15), other VARCHAR(5))',
    ...lines.map(([id, name, phone, amount, native, rounded, persons, opened, called, area]) => {
      const values = [
        text(id),
        text(name),
        text(phone),
        text(amount),
        native ?? 'NULL',
        rounded ?? 'NULL',
        persons ?? 'NULL',
      ];
      return `INSERT INTO masks VALUES (${[...values, text(opened), text(called), "'1'", "'1'", text(area), "'1'"].join(', ')})`;
    }),
  ];
}

const fields = [...type.fields.keys()].filter(field => field !== 'id');

describe.each(databaseKinds)('masks on %s', kind => {
  let legacy: Legacy;
  beforeAll(async () => {
    legacy = await openLegacy(kind, statements(), mapping, [type]);
  });
  afterAll(() => legacy.close());

  async function read(masks: Partial<Record<string, Mask>>): Promise<unknown[][]> {
    const mask = { Case: masks as Record<string, Mask> };
    const right = granted(new Map([['Case', type.fields]]), 'Case', { read: { Case: 'all' }, mask });
    const asked = Object.keys(masks);
    const { rows } = await legacy.source.session().list(right, { fields: ['id', ...asked], first: 10, count: false });
    return rows.map((row: Row) => asked.map(field => row[field]));
  }

  test.each<[Mask, string, unknown[]]>([
    ['surname', 'name', ['欧**', 'L**', '𠮷**', null, null]],
    ['last4', 'phone', ['****8000', '****', '****5678', null, '****七七七七']],
    ['band', 'amount', ['20000', '-2000', '5000000000000000000000000000', null, '0']],
    ['band', 'native', ['1000', '0', '5', null, '0']],
    ['band', 'rounded', ['200000', '0', '500000000000000000000', null, '-1000000']],
    ['band', 'persons', [10, -5, 0, null, 2000000000]],
    ['month', 'openedOn', ['2026-08-01', '2026-01-01', '2024-02-01', null, null]],
    ['year', 'openedOn', ['2026-01-01', '2026-01-01', '2024-01-01', null, null]],
    [
      'month',
      'calledAt',
      ['2026-08-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00', '2024-02-01T00:00:00+08:00', null, null],
    ],
    ['town', 'place', ['330199001', '330199001', '330199', null, '330199002']],
    ['village', 'place', ['330199001001', '330199001', '330199', null, '330199002001']],
  ])('%s of %s', async (mask, field, expected) => {
    expect((await read({ [field]: mask })).flat()).toEqual(expected);
  });

  test('hidden leaves nothing of any field', async () => {
    const all = await read(Object.fromEntries(fields.map(field => [field, 'hidden' as const])));
    expect(all).toEqual(lines.map(() => fields.map(() => null)));
  });
});
