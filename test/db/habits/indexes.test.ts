import { describe, expect, test } from 'vitest';
import { connect } from '../../../lib/source/connect.ts';
import type { FieldKind, FieldMapping, Filter, Mapping } from '../../../lib/source/index.ts';
import { databaseKinds, type DatabaseKind } from '../../servers/databases.ts';
import { right, run } from '../legacy/database.ts';
import { openHabit, type OpenHabit, type Statement } from './habit.ts';

/** How a database would answer a statement, in words. */
async function plan(kind: DatabaseKind, url: string, { sql, bindings }: Statement): Promise<string> {
  const connection = connect(url, { poolSize: 1 });
  try {
    const word = { sqlite: 'EXPLAIN QUERY PLAN', mariadb: 'EXPLAIN', postgres: 'EXPLAIN' }[kind];
    const lines = await connection.select(`${word} ${sql}`, bindings);
    return lines.map(line => Object.values(line).join(' ')).join('\n');
  } finally {
    await connection.close();
  }
}

/** Whether a plan goes through a table by an index of the test, and never through all of the table. */
function usesIndex(kind: DatabaseKind, words: string, index: string): boolean {
  const whole = { sqlite: /SCAN (t|aj|u)\b(?! USING)/, mariadb: /\b(t|u) +ALL\b/, postgres: /Seq Scan on aj/ }[kind];
  return words.includes(index) && !whole.test(words);
}

const rows = 3000;

const pad = (n: number, length: number): string => String(n).padStart(length, '0');

const tables = (kind: DatabaseKind): string[] => {
  const utf8 = kind === 'mariadb' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci' : '';
  const moment = kind === 'postgres' ? 'TIMESTAMP' : 'DATETIME';
  const values = Array.from({ length: rows }, (_, i) => {
    const day = `20${pad(i % 25, 2)}${pad((i % 12) + 1, 2)}${pad((i % 28) + 1, 2)}`;
    const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return `('A${i}', ${i}, '${day}', '${iso}', '${iso} 10:00:00', '${iso}', 'D${i % 1500}', '330199${pad(i % 400, 3)}', '${pad(i % 50, 3)}', 'K${i % 300}')`;
  });
  return [
    `CREATE TABLE aj (bh VARCHAR(20), n BIGINT, rq VARCHAR(8), d DATE, m ${moment}, iso VARCHAR(19), jf VARCHAR(20), xz VARCHAR(9), cw VARCHAR(3), lb VARCHAR(6))${utf8}`,
    `INSERT INTO aj VALUES ${values.join(', ')}`,
    ...['bh', 'n', 'rq', 'd', 'm', 'iso', 'jf', 'xz', 'lb'].map(
      column => `CREATE INDEX ix_${column} ON aj (${column})`,
    ),
    'CREATE INDEX ix_pair ON aj (n, bh)',
    `CREATE TABLE yj (bh VARCHAR(20), jf VARCHAR(20))${utf8}`,
    `INSERT INTO yj SELECT bh, CONCAT('J', n % 1000) FROM aj`
      .replace('CONCAT', kind === 'sqlite' ? 'format' : 'CONCAT')
      .replace("format('J', n % 1000)", "'J' || (n % 1000)"),
    'CREATE INDEX iy_bh ON yj (bh)',
    'CREATE INDEX iy_jf ON yj (jf)',
    ...(kind === 'sqlite'
      ? ['ANALYZE']
      : kind === 'mariadb'
        ? ['ANALYZE TABLE aj', 'ANALYZE TABLE yj']
        : ['ANALYZE aj', 'ANALYZE yj']),
  ];
};

const fields: Record<string, [FieldKind, FieldMapping]> = {
  on: ['date', { column: 'rq', date: 'yyyyMMdd' }],
  native: ['date', { column: 'd', date: 'native' }],
  at: ['datetime', { column: 'm', datetime: 'native' }],
  iso: ['date', { column: 'iso', date: 'yyyy-MM-dd' }],
  dispute: ['link', { column: 'jf' }],
  pair: ['link', { columns: ['n', 'bh'] }],
  via: ['link', { through: { table: 'yj', on: { bh: 'bh' }, column: 'jf' } }],
  place: ['place', { area: ['xz', 'cw'] }],
  kind: ['enum', { column: 'lb', codes: 'kinds' }],
};

const open = (
  kind: DatabaseKind,
  key: NonNullable<Exclude<Mapping['types'][string], { absent: string }>['key']>,
  from: string | string[] = 'aj',
) =>
  openHabit(kind, {
    tables: [
      ...tables(kind),
      ...(Array.isArray(from)
        ? [kind === 'mariadb' ? 'CREATE TABLE aj_old LIKE aj' : 'CREATE TABLE aj_old AS SELECT * FROM aj WHERE 1 = 0']
        : []),
    ],
    types: {
      Case: { from, key, fields: Object.fromEntries(Object.entries(fields).map(([name, [, m]]) => [name, m])) },
    },
    codes: { kinds: { map: { K7: 'SEVEN', K8: 'EIGHT' } } },
    schema: {
      Case: { fields: { id: 'id', ...Object.fromEntries(Object.entries(fields).map(([name, [k]]) => [name, k])) } },
    },
  });

const filters: readonly (readonly [string, Filter, string])[] = [
  ['a day kept as text', { on: { gte: '2024-01-01', lte: '2024-01-03' } }, 'ix_rq'],
  ["a day of the database's own", { native: { gte: '2024-01-01', lte: '2024-01-03' } }, 'ix_d'],
  [
    "a moment of the database's own",
    { at: { gte: '2024-01-01T00:00:00+08:00', lt: '2024-01-03T23:00:00+08:00' } },
    'ix_m',
  ],
  ['a day kept as text with hyphens', { iso: { gte: '2024-01-01', lt: '2024-01-04' } }, 'ix_iso'],
  ['a key', { id: { in: ['A5', 'A6'] } }, 'ix_bh'],
  ['a link', { dispute: { eq: 'D17' } }, 'ix_jf'],
  ['a link of two columns', { pair: { in: ['17-A17', '18-A18'] } }, 'ix_'],
  ['a link by a referral table', { via: { eq: 'J17' } }, 'iy_jf'],
  ['a code', { kind: { in: ['SEVEN'] } }, 'ix_lb'],
];

async function planOf(kind: DatabaseKind, h: OpenHabit, ask: () => Promise<unknown>): Promise<string> {
  const before = h.sent.length;
  await ask();
  const statement = h.sent[before];
  if (!statement) throw new Error('nothing was sent');
  return plan(kind, h.url, statement);
}

describe.each(databaseKinds)('indexes on %s', kind => {
  test('serve the filters and questions of the graph, through all conversions', async () => {
    const h = await open(kind, 'bh');
    // A table of few pages is not worth an index to PostgreSQL.
    if (kind === 'postgres')
      await run(kind, h.url, [`ALTER DATABASE ${new URL(h.url).pathname.slice(1)} SET enable_seqscan = off`]);
    for (const [what, filter, index] of filters) {
      expect((await h.ids('Case', filter)).length).toBeGreaterThan(0);
      const words = await planOf(kind, h, () => h.page('Case', { filter }));
      expect([what, usesIndex(kind, words, index), words]).toEqual([what, true, words]);
    }
    const inside = await planOf(kind, h, () => h.page('Case', { within: ['330199017'] }));
    expect([usesIndex(kind, inside, 'ix_xz'), inside]).toEqual([true, inside]);
    const village = await planOf(kind, h, () => h.page('Case', { within: ['330199017017'] }));
    expect([usesIndex(kind, village, 'ix_xz'), village]).toEqual([true, village]);
    const one = await planOf(kind, h, () => h.session().one(right('Case'), 'id', 'A7', ['on']));
    expect([usesIndex(kind, one, 'ix_bh'), one]).toEqual([true, one]);
    const query = { fields: ['id'], first: 3, count: false };
    const children = await planOf(kind, h, () => h.session().children(right('Case'), 'dispute', 'D3', query));
    expect([usesIndex(kind, children, 'ix_jf'), children]).toEqual([true, children]);
  });

  test('serve a composite key, and a key of numbers beyond 2^53', async () => {
    const pair = await open(kind, ['n', 'bh']);
    if (kind === 'postgres')
      await run(kind, pair.url, [`ALTER DATABASE ${new URL(pair.url).pathname.slice(1)} SET enable_seqscan = off`]);
    const words = await planOf(kind, pair, () => pair.session().one(right('Case'), 'id', '17-A17', ['on']));
    expect([usesIndex(kind, words, 'ix_pair'), words]).toEqual([true, words]);
    const number = await open(kind, 'n');
    if (kind === 'postgres')
      await run(kind, number.url, [`ALTER DATABASE ${new URL(number.url).pathname.slice(1)} SET enable_seqscan = off`]);
    const by = await planOf(kind, number, () => number.session().one(right('Case'), 'id', '17', ['on']));
    expect([/ix_n|ix_pair/.test(by) && usesIndex(kind, by, 'ix_'), by]).toEqual([true, by]);
  });
});
