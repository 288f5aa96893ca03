import { identityOfRole } from '../../lib/kernel/identity.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose, createGateway, type Gateway, type RunningServer, serveGateway } from '../../gateway/index.ts';
import { connect, type Connection } from '../../lib/source/index.ts';
import { openDepartment, serveDepartment, type Department, type ServedDepartment } from '../../lib/subgraph/index.ts';
import { freshDatabase, type FreshDatabase } from '../servers/databases.ts';
import { ledgerCounty } from './ledger.ts';
import { run } from './legacy/database.ts';

/** A statement that works for 20 seconds a row unless it is ended; its words are found in the server's list of what runs. */
const dialects = {
  mariadb: {
    text: 'CAST(SLEEP(20) AS CHAR)',
    many: 'SELECT SLEEP(0.01) AS s FROM seq_1_to_5000',
    running: `SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST
      WHERE DB = DATABASE() AND COMMAND = 'Query' AND ID <> CONNECTION_ID()`,
  },
  postgres: {
    text: "(pg_sleep(20)::text || '')",
    many: 'SELECT pg_sleep(0.01)::text AS s FROM generate_series(1, 5000)',
    running: `SELECT COUNT(*) AS n FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()`,
  },
};

describe.each(['mariadb', 'postgres'] as const)('a statement on %s that nobody waits for', kind => {
  const { text, many, running } = dialects[kind];
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-cancel-'));
  let database: FreshDatabase;
  let beside: Connection;
  let opened: Department;
  let department: ServedDepartment;
  let gateway: Gateway;
  let server: RunningServer;

  const statements = async (): Promise<number> => Number((await beside.select(running, []))[0]?.['n']);
  const expectStatements = (count: number) => expect.poll(statements, { timeout: 10_000, interval: 50 }).toBe(count);

  beforeAll(async () => {
    database = await freshDatabase(kind);
    await run(kind, database.url, [
      'CREATE TABLE rows_of_entries (id VARCHAR(9) PRIMARY KEY)',
      "INSERT INTO rows_of_entries VALUES ('e1')",
      `CREATE VIEW entries AS SELECT id, ${text} AS slow FROM rows_of_entries`,
    ]);
    beside = connect(database.url);
    opened = await openDepartment({
      ledger: undefined,
      county: ledgerCounty(folder),
      id: 'ledger',
      databaseUrl: database.url,
      poolSize: 2,
      // What ends the statements below is not this.
      statementTimeout: 60_000,
    });
    department = await serveDepartment(opened, 0, { gateways: 'demo' });
    gateway = createGateway({
      ...compose([{ name: 'ledger', url: department.url, sdl: opened.sdl }]),
      defaultIdentity: identityOfRole('analyst', { purpose: 'governance-analysis' }),
    });
    server = await serveGateway(gateway, { port: 0 });
  });
  afterAll(async () => {
    await server.close();
    await gateway.close();
    await department.close();
    await beside.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (query: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`, signal ? { signal } : {});

  test('is ended in the server when the client of the gateway goes away, and the department answers others', async () => {
    const client = new AbortController();
    const asked = Promise.allSettled(
      // Two run, two wait for a connection.
      Array.from({ length: 4 }, (_, i) => ask(`{ entry(id: "e1") { s${i}: slow } }`, client.signal)),
    );
    await expectStatements(2);
    client.abort();
    await asked;
    await expectStatements(0);
    const answer = await ask('{ entry(id: "e0") { id } }');
    expect(await answer.json()).toEqual({ data: { entry: null } });
  });

  test('is ended when the caller of a department in the same process goes away', async () => {
    const caller = new AbortController();
    const answer = opened.execute(
      { query: '{ entry(id: "e1") { slow } }' },
      identityOfRole('analyst', { purpose: 'governance-analysis' }),
      caller.signal,
    );
    await expectStatements(1);
    caller.abort();
    expect((await answer).errors?.[0]?.originalError).toMatchObject({ code: 'QUERY_CANCELLED' });
    await expectStatements(0);
  });

  test('is ended in the middle of its rows', async () => {
    const caller = new AbortController();
    const reading = (async () => {
      for await (const batch of beside.until(caller.signal).stream(many, [])) expect(batch).toHaveLength(500);
    })();
    await expectStatements(1);
    caller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    await expectStatements(0);
  });

  test('is not begun', async () => {
    const before = beside.statements;
    const gone = beside.until(AbortSignal.abort());
    await expect(gone.select(`SELECT ${text}`, [])).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
    await expect(gone.stream(`SELECT ${text}`, [])[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'QUERY_CANCELLED',
    });
    expect(beside.statements - before).toBe(0);
    expect(await statements()).toBe(0);
  });
});

test('on SQLite, which cannot be interrupted in a statement, no other is begun', async () => {
  const database = await freshDatabase('sqlite');
  await run('sqlite', database.url, ['CREATE TABLE t (id INT)']);
  const seen: string[] = [];
  const connection = connect(database.url, { watch: sql => seen.push(sql) });
  const caller = new AbortController();
  const asker = connection.until(caller.signal);
  expect(await asker.select('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
  const many = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n';
  const rows: number[] = [];
  const reading = (async () => {
    for await (const batch of asker.stream(many, [])) {
      rows.push(batch.length);
      caller.abort();
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
  expect(rows).toEqual([500]);
  await expect(asker.select('SELECT 2 AS two', [])).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
  expect(seen).not.toContain('SELECT 2 AS two');
  expect(await connection.select('SELECT 3 AS three', [])).toEqual([{ three: 3 }]);
  await connection.close();
  await database.drop();
});
