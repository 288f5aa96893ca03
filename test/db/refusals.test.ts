import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Mapping, Source } from '../../lib/source/index.ts';
import { databaseKinds, freshDatabase, type DatabaseKind } from '../servers/databases.ts';
import { openMapping, right, run } from './legacy/database.ts';
import { recordType } from './legacy/mapping.ts';

const mapping: Mapping = {
  database: 'court',
  types: {
    Case: { from: 'aj', key: 'ah', fields: { judge: { column: 'cbr' } } },
    Slow: { from: 'slow', key: 'n', fields: { judge: { column: 'cbr' } } },
  },
  queries: {
    slow: 'SELECT a.ah AS n, a.cbr AS cbr FROM aj a JOIN aj b ON 1 = 1 JOIN aj c ON 1 = 1 JOIN aj d ON 1 = 1 JOIN aj e ON 1 = 1',
  },
};
const types = [
  recordType('Case', 'id', { id: 'id', judge: 'text' }),
  recordType('Slow', 'id', { id: 'id', judge: 'text' }),
];

interface Opened {
  readonly url: string;
  readonly source: Source;
  /** What the operator was told. */
  readonly told: readonly string[];
}

async function open(
  kind: DatabaseKind,
  urlOf: (url: string) => Promise<string> | string = url => url,
): Promise<Opened> {
  const database = await freshDatabase(kind);
  onTestFinished(() => database.drop());
  const rows = Array.from({ length: 120 }, (_, i) => `(${i}, '法官${i}')`);
  await run(kind, database.url, [
    `CREATE TABLE aj (ah INT PRIMARY KEY, cbr VARCHAR(20))${kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : ''}`,
    'CREATE TABLE other (n INT)',
    `INSERT INTO aj VALUES ${rows.join(', ')}`,
  ]);
  const told: string[] = [];
  const options = { tell: (sentence: string) => void told.push(sentence), statementTimeout: 60_000 };
  const source = await openMapping(await urlOf(database.url), mapping, types, {}, options);
  onTestFinished(() => source.close());
  return { url: database.url, source, told };
}

const ask = (source: Source, type = 'Case') =>
  source.session().list(right(type), { fields: ['id', 'judge'], first: 1000, count: true });

/** One sentence with a code, and nothing of SQL, hosts, accounts, tables or stacks. */
async function expectRefusal(answer: Promise<unknown>, code: string): Promise<void> {
  const error: unknown = await answer.then(
    () => 'an answer',
    (e: unknown) => e,
  );
  expect(error).toMatchObject({ code });
  expect((error as Error).message).toMatch(/^Expected [^\n]*, got [^\n]*; [^\n]*\.$/);
  expect((error as Error).message).not.toMatch(
    /SELECT [a-z`"*]|127\.0\.0\.1|test_|\baj\b|reader|mapping\.yaml|at .*\.ts/,
  );
}

/** Ends the connections that read the slow query, as an administrator or a restart would. */
async function killReaders(kind: 'mariadb' | 'postgres', url: string): Promise<number> {
  if (kind === 'postgres') {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rowCount } = await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'",
    );
    await client.end();
    return rowCount ?? 0;
  }
  const connection = await createConnection(url);
  const [lines] = await connection.query<RowDataPacket[]>(
    "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND COMMAND = 'Query'",
  );
  for (const line of lines) await connection.query(`KILL ${Number(line['id'])}`);
  await connection.end();
  return lines.length;
}

describe.each(['mariadb', 'postgres'] as const)('refusals of %s', kind => {
  test('a connection that is ended in the middle of a reading costs that reading', async () => {
    const { source, url, told } = await open(kind);
    const slow = expectRefusal(
      source.session().list(right('Slow'), {
        fields: ['judge'],
        first: 5,
        count: false,
        order: { field: 'judge', descending: true },
      }),
      'DATABASE_UNAVAILABLE',
    );
    let killed = 0;
    while (killed === 0) killed = await killReaders(kind, url);
    await slow;
    expect((await ask(source)).totalCount).toBe(120);
    // It is not the mapping's fault.
    expect(told).toEqual([]);
  });

  test('an account without rights on a table, from the start', async () => {
    const opening = open(kind, url => readerOf(kind, url, 'other'));
    await expect(opening).rejects.toMatchObject({
      code: 'BAD_MAPPING',
      message: expect.stringMatching(/mapping\.yaml:\d+\.$/),
    });
  });

  test('an account that loses its right while the department runs', async () => {
    const { source, url, told } = await open(kind, base => readerOf(kind, base, 'aj'));
    expect((await ask(source)).totalCount).toBe(120);
    await run(kind, url, [`REVOKE SELECT ON aj FROM ${accountOf(kind, url)}`]);
    await expectRefusal(ask(source), 'DATABASE_FORBIDDEN');
    await expectRefusal(ask(source), 'DATABASE_FORBIDDEN');
    expect(told).toEqual([expect.stringMatching(/^DATABASE_FORBIDDEN: Expected .* Case, .*; hold .*mapping\.yaml:4 /)]);
    await run(kind, url, [`GRANT SELECT ON aj TO ${accountOf(kind, url)}`]);
    expect((await ask(source)).totalCount).toBe(120);
  });
});

function nameOf(url: string): string {
  return `reader_${new URL(url).pathname.slice(-12)}`;
}

function accountOf(kind: DatabaseKind, url: string): string {
  return kind === 'mariadb' ? `'${nameOf(url)}'@'%'` : nameOf(url);
}

/** An account that may read one table, and the database's URL with it. */
async function readerOf(kind: 'mariadb' | 'postgres', url: string, table: string): Promise<string> {
  const account = accountOf(kind, url);
  const make =
    kind === 'mariadb' ? `CREATE USER ${account} IDENTIFIED BY 'x'` : `CREATE ROLE ${account} LOGIN PASSWORD 'x'`;
  await run(kind, url, [make, `GRANT SELECT ON ${table} TO ${account}`]);
  onTestFinished(() =>
    run(
      kind,
      url,
      kind === 'mariadb' ? [`DROP USER ${account}`] : [`DROP OWNED BY ${account}`, `DROP ROLE ${account}`],
    ),
  );
  const own = new URL(url);
  [own.username, own.password] = [nameOf(url), 'x'];
  return own.href;
}

test.each(databaseKinds)('a table that is renamed while a department runs on %s', async kind => {
  const { source, url, told } = await open(kind);
  expect((await ask(source)).totalCount).toBe(120);
  await run(kind, url, ['ALTER TABLE aj RENAME TO aj_old']);
  await expectRefusal(ask(source), 'QUERY_FAILED');
  await expectRefusal(source.session().one(right('Case'), 'id', '1', ['judge']), 'QUERY_FAILED');
  expect(told[0]).toMatch(
    /^QUERY_FAILED: Expected the database to answer for Case, got its refusal: .*aj.*; hold .*mapping\.yaml:4 /,
  );
  await run(kind, url, ['ALTER TABLE aj_old RENAME TO aj']);
  expect((await ask(source)).totalCount).toBe(120);
});
