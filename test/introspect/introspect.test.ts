import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { introspect, report, type Introspection } from '../../lib/introspect/index.ts';
import { openSource, readMapping, type TypeMapping } from '../../lib/source/index.ts';
import { readContract } from '../../lib/subgraph/index.ts';
import { freePort } from '../servers/free-port.ts';
import { databaseKinds, freshDatabase, type FreshDatabase } from '../servers/databases.ts';
import { canaries, makePetitionOffice } from './petition-office.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-draft-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = promisify(execFile);
const main = join(import.meta.dirname, '../../lib/cli/main.ts');

function run(...words: string[]): Promise<{ stdout: string; stderr: string }> {
  return command(process.execPath, [main, 'introspect', ...words], { maxBuffer: 2 ** 24 });
}

describe.each(databaseKinds)('a petition office on %s', kind => {
  let database: FreshDatabase;
  let found: Introspection;
  let petition: TypeMapping;

  beforeAll(async () => {
    database = await freshDatabase(kind);
    await makePetitionOffice(kind, database.url);
    found = await introspect({ url: database.url });
    petition = found.draft.mapping.types['Petition'] as TypeMapping;
  });
  afterAll(() => database.drop());

  test('is known as one, by its tables', () => {
    expect(found.department).toBe('petition');
    expect(petition.from).toBe('XF_XFJ_DJB');
  });

  test('has keys, although none is declared', () => {
    const keys = new Map(found.tables.map(table => [table.sample.shape.name, table.key?.columns]));
    expect(keys.get('XF_XFJ_DJB')).toEqual(['XFJBH']);
    expect(keys.get('XF_BLGC')).toEqual(['XFJBH', 'BLXH']);
    expect(petition.key).toBe('XFJBH');
  });

  test('has dates in four spellings, with their markers of nothing', () => {
    expect(petition.fields).toMatchObject({
      receivedOn: { column: 'DJSJ', date: 'yyyy-MM-dd HH:mm:ss' },
      acceptedOn: { column: 'SLSJ', date: 'yyyyMMdd', missing: ['00000000'] },
      dueOn: { column: 'BLQX', date: 'yyyy/MM/dd' },
      closedOn: { column: 'BJSJ', date: 'yyyy-MM-dd', missing: ['0000-00-00'] },
    });
  });

  test('has places in two columns, and rows that do not count', () => {
    expect(petition.fields['place']).toEqual({ area: ['WTSDXZ', 'WTSDC'] });
    expect(petition.only).toEqual({ SFSC: '0' });
  });

  test('has a join by name and value', () => {
    expect(found.joins).toMatchObject([
      { from: { table: 'XF_BLGC', column: 'XFJBH' }, to: { table: 'XF_XFJ_DJB', column: 'XFJBH' }, overlap: 1 },
    ]);
  });

  // SQLite keeps no comments.
  if (kind !== 'sqlite')
    test('has codes in a comment', () => {
      expect(petition.fields['channel']).toMatchObject({ column: 'XFXSDM', codes: 'channels' });
      expect(found.draft.mapping.codes?.['channels']?.map).toEqual({
        '1': 'LETTER',
        '2': 'VISIT',
        '3': 'ONLINE',
        '4': 'PHONE',
      });
    });

  test('has columns of persons by grade, by name and by the look of the values', () => {
    expect(petition.personal).toMatchObject({ XFRXM: 3, XFRSFZH: 4, TXDZ: 3, LXFS: 3, YL1: 3, YL3: 3 });
    expect(found.text).toContain('XF_BLGC');
  });

  test('says no value of a person', () => {
    const said = found.text + JSON.stringify(report(found));
    expect(canaries.filter(canary => said.includes(canary))).toEqual([]);
  });

  test('gives a draft that can be opened as it is', async () => {
    const file = join(folder, `${kind}.yaml`);
    writeFileSync(file, found.text);
    const read = readMapping(file);
    expect(read.mapping).toEqual(found.draft.mapping);
    const records = [...readContract('petition').model.records.values()];
    const source = await openSource(database.url, read, records, { county: '330199', has: () => true });
    await source.close();
  });

  test('says the same by the command, and no value of a person', async () => {
    const out = join(folder, `${kind}.command.yaml`);
    const { stdout, stderr } = await run(database.url, '--out', out, '--department', 'petition', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      department: 'petition',
      summary: { types: { drafted: 1, of: 1 }, joins: 1 },
    });
    expect(stderr).toContain('reading XF_XFJ_DJB (3 of 3)');
    const said = stdout + stderr + readFileSync(out, 'utf8');
    expect(canaries.filter(canary => said.includes(canary))).toEqual([]);
  });
});

test('zero dates of MariaDB are markers of a native date', async () => {
  const database = await freshDatabase('mariadb');
  const connection = await createConnection(database.url);
  try {
    await connection.query("SET sql_mode = ''");
    await connection.query("CREATE TABLE XF_XFSX (BH INT, SLRQ DATETIME COMMENT '受理日期')");
    await connection.query(
      `INSERT INTO XF_XFSX VALUES ${Array.from({ length: 40 }, (_, i) => `(${i}, '${i % 4 === 0 ? '0000-00-00 00:00:00' : '2026-03-04 10:00:00'}')`).join(', ')}`,
    );
    const found = await introspect({ url: database.url, department: 'petition' });
    const date = found.tables[0]?.columns.get('SLRQ')?.date;
    expect(date).toMatchObject({ format: 'native', missing: ['0000-00-00 00:00:00'] });
  } finally {
    await connection.end();
    await database.drop();
  }
});

describe('what cannot be read is one sentence with a code', () => {
  test.each([
    ['BAD_DATABASE_URL', async () => 'oracle://server/db'],
    ['DATABASE_UNAVAILABLE', async () => `sqlite:${join(folder, 'none.sqlite')}`],
    ['DATABASE_UNAVAILABLE', async () => `mysql://reader@127.0.0.1:${await freePort()}/court`],
    ['DATABASE_UNAVAILABLE', async () => `postgres://reader@127.0.0.1:${await freePort()}/court`],
    ['BAD_DATABASE_URL', async () => 'mysql://reader@server:port/court'],
  ])('%s', async (code, url) => {
    await expect(introspect({ url: await url() })).rejects.toMatchObject({ code });
  });

  test.each(databaseKinds)('NO_TABLES on an empty %s', async kind => {
    const database = await freshDatabase(kind);
    try {
      if (kind === 'sqlite') writeFileSync(database.url.slice('sqlite:'.length), '');
      await expect(introspect({ url: database.url })).rejects.toMatchObject({ code: 'NO_TABLES' });
    } finally {
      await database.drop();
    }
  });

  test('a department that is not there, and a draft that somebody may have worked on', async () => {
    const database = await freshDatabase('sqlite');
    await makePetitionOffice('sqlite', database.url);
    const out = join(folder, 'kept.yaml');
    writeFileSync(out, 'mine');
    await expect(run(database.url, '--out', join(folder, 'x.yaml'), '--department', 'weather')).rejects.toMatchObject({
      stderr: expect.stringContaining('UNKNOWN_DEPARTMENT: Expected one of '),
    });
    await expect(run(database.url, '--out', out)).rejects.toMatchObject({
      stderr: expect.stringMatching(/^FILE_EXISTS: /),
    });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    await database.drop();
  });
});
