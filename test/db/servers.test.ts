import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type RowDataPacket, createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { type DatabaseKind, databaseKinds, freshDatabase } from '../servers/databases.ts';

/** Each runs the statements in order, through that database's own driver, and returns the rows of the last. */
const runners: Record<DatabaseKind, (url: string, statements: readonly string[]) => Promise<unknown[]>> = {
  sqlite: async (url, statements) => {
    const database = new Database(url.slice('sqlite:'.length));
    for (const sql of statements.slice(0, -1)) database.exec(sql);
    const rows = database.prepare(statements.at(-1) ?? '').all();
    database.close();
    return rows;
  },
  mariadb: async (url, statements) => {
    const connection = await createConnection(url);
    let rows: unknown[] = [];
    for (const sql of statements) rows = (await connection.query<RowDataPacket[]>(sql))[0];
    await connection.end();
    return rows.map(row => ({ ...(row as object) }));
  },
  postgres: async (url, statements) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    let rows: unknown[] = [];
    for (const sql of statements) rows = (await client.query(sql)).rows;
    await client.end();
    return rows;
  },
};

for (const kind of databaseKinds) {
  test(`${kind}: rows in Chinese and outside the basic plane come back as they were written`, async () => {
    const database = await freshDatabase(kind);
    const rows = await runners[kind](database.url, [
      'CREATE TABLE AJXX (AJBH varchar(20) PRIMARY KEY, MC varchar(50))',
      `INSERT INTO AJXX VALUES ('A1', '枫溪县'), ('A2', '𠮷字')`,
      'SELECT AJBH AS bh, MC AS mc FROM AJXX ORDER BY AJBH',
    ]);
    await database.drop();
    expect(rows).toEqual([
      { bh: 'A1', mc: '枫溪县' },
      { bh: 'A2', mc: '𠮷字' },
    ]);
  });

  test(`${kind}: two fresh databases do not see each other's tables, and a dropped one is gone`, async () => {
    const [one, other] = [await freshDatabase(kind), await freshDatabase(kind)];
    const statements = ['CREATE TABLE T (N int)', 'INSERT INTO T VALUES (1)', 'SELECT N AS n FROM T'];
    expect(await runners[kind](one.url, statements)).toEqual([{ n: 1 }]);
    expect(await runners[kind](other.url, statements)).toEqual([{ n: 1 }]);
    await Promise.all([one.drop(), other.drop()]);
    if (kind === 'sqlite') expect(existsSync(dirname(one.url.slice('sqlite:'.length)))).toBe(false);
    else await expect(runners[kind](one.url, ['SELECT 1'])).rejects.toThrow(/test_/);
  });
}

test('postgres drops a database although a client is still connected', async () => {
  const database = await freshDatabase('postgres');
  const client = new Client({ connectionString: database.url });
  client.on('error', () => {}); // the server tells the client that it is thrown out
  await client.connect();
  await database.drop();
  await expect(client.query('SELECT 1')).rejects.toThrow();
});

test('the servers keep the time of China, whatever the zone of this machine', async () => {
  const [mariadb, postgres] = [await freshDatabase('mariadb'), await freshDatabase('postgres')];
  const local = ['SELECT hour(timediff(now(), utc_timestamp())) AS ahead'];
  expect(await runners.mariadb(mariadb.url, local)).toEqual([{ ahead: 8 }]);
  expect(await runners.postgres(postgres.url, ['SHOW timezone'])).toEqual([{ TimeZone: 'Asia/Shanghai' }]);
  await Promise.all([mariadb.drop(), postgres.drop()]);
});

test('Chromium runs', () => {
  const { status, stdout } = spawnSync(inject('chromiumPath'), ['--version'], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toMatch(/Chrom/);
});
