import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../lib/source/connect.ts';
import type { Mapping } from '../../lib/source/index.ts';
import { databaseKinds, freshDatabase, type FreshDatabase } from '../servers/databases.ts';
import { openMapping, right, run } from './legacy/database.ts';
import { recordType } from './legacy/mapping.ts';

/** A statement that works for so long. */
const sleep = {
  mariadb: (seconds: number) => `SELECT SLEEP(${seconds}) AS s`,
  postgres: (seconds: number) => `SELECT pg_sleep(${seconds}) AS s`,
};
const working = {
  mariadb: "SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP(7)%'",
  postgres: "SELECT COUNT(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep(7)%'",
};

describe.each(['mariadb', 'postgres'] as const)('a slow %s', kind => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(kind);
  });
  afterAll(() => database.drop());

  test('a statement past its deadline is QUERY_TIMEOUT, and the server does not work on', async () => {
    const connection = connect(database.url, { statementTimeout: 300 });
    await expect(connection.select(sleep[kind](7), [])).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
    expect(Number((await connection.select(working[kind], []))[0]?.['n'])).toBe(0);
    await connection.close();
  });

  test('a question too many is DATABASE_BUSY at once, and those that wait are answered', async () => {
    const connection = connect(database.url, { poolSize: 1, queueLimit: 2 });
    const asked = Array.from({ length: 5 }, () => connection.select(sleep[kind](0.2), []));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(o => (o.status === 'fulfilled' ? 'answered' : (o.reason as { code: string }).code))).toEqual([
      'answered',
      'answered',
      'answered',
      'DATABASE_BUSY',
      'DATABASE_BUSY',
    ]);
    expect(await connection.select('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
    await connection.close();
  });
});

describe.each(databaseKinds)('many rows on %s', kind => {
  const mapping: Mapping = {
    database: 'many',
    types: { Row: { from: 'many', key: 'id', fields: { name: { column: 'mc' } } } },
  };
  const types = [recordType('Row', 'id', { id: 'id', name: 'text' })];
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(kind);
    const rows = Array.from({ length: 1200 }, (_, i) => `(${i + 1}, 'n${i + 1}')`);
    await run(kind, database.url, [
      'CREATE TABLE many (id INT PRIMARY KEY, mc VARCHAR(10))',
      `INSERT INTO many VALUES ${rows.join(', ')}`,
    ]);
  });
  afterAll(() => database.drop());

  test('come in batches, in order', async () => {
    const connection = connect(database.url);
    const batches: number[][] = [];
    for await (const batch of connection.stream('SELECT id FROM many WHERE id > ? ORDER BY id', [10]))
      batches.push(batch.map(row => Number(row['id'])));
    expect(batches.map(batch => batch.length)).toEqual([500, 500, 190]);
    expect(batches.flat()).toEqual(Array.from({ length: 1190 }, (_, i) => i + 11));
    await connection.close();
  });

  test('a reader that stops leaves the connection to others; a fault has its code', async () => {
    const connection = connect(database.url, { poolSize: 1 });
    for await (const batch of connection.stream('SELECT id FROM many ORDER BY id', [])) {
      expect(batch).toHaveLength(500);
      break;
    }
    expect(await connection.select('SELECT COUNT(*) AS n FROM many WHERE id = ?', [1])).toHaveLength(1);
    const broken = async (): Promise<void> => {
      for await (const batch of connection.stream('SELECT nothing FROM many', [])) expect(batch).toEqual([]);
    };
    await expect(broken()).rejects.toMatchObject({ code: 'QUERY_FAILED' });
    await connection.close();
  });

  test('no list in a statement is longer than 1,000; keys are asked for in batches of 500', async () => {
    const source = await openMapping(database.url, mapping, types);
    const session = source.session();
    const ids = Array.from({ length: 1001 }, (_, i) => String(i + 1));
    const list = (filter: string[]) =>
      session.list(right('Row'), { fields: ['id'], first: 5, count: true, filter: { id: { in: filter } } });
    expect((await list(ids.slice(0, 1000))).totalCount).toBe(1000);
    await expect(list(ids)).rejects.toMatchObject({ code: 'BAD_FILTER', message: expect.stringContaining('1001') });
    const before = source.statements;
    const rows = await Promise.all(ids.map(id => session.one(right('Row'), 'id', id, ['name'])));
    expect(rows.map(row => row?.['name'])).toEqual(ids.map(id => `n${id}`));
    expect(source.statements - before).toBe(3);
    await source.close();
  });
});
