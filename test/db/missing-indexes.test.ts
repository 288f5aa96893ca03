import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openExamination, readMapping, type Finding, type Mapping } from '../../lib/source/index.ts';
import { databaseKinds, freshDatabase, type FreshDatabase } from '../servers/databases.ts';
import { run } from './legacy/database.ts';
import { recordType } from './legacy/mapping.ts';

const rows = Array.from({ length: 1000 }, (_, i) => `('K${i}', 2024, ${i}, '20240101', '330199001', ${i % 7}, 'x')`);
const statements = [
  'CREATE TABLE aj (ah VARCHAR(20), nf INT, xh INT, larq VARCHAR(8), qh VARCHAR(9), wyh INT, bz VARCHAR(9))',
  `INSERT INTO aj VALUES ${rows.join(', ')}`,
  // An index that begins with another column does not serve.
  'CREATE INDEX aj_wrong ON aj (bz, larq)',
  'CREATE TABLE twh (bh VARCHAR(9) PRIMARY KEY)',
  "INSERT INTO twh VALUES ('0'), ('01')",
  'CREATE TABLE pm (bh VARCHAR(9), ah VARCHAR(20))',
];

const mapping: Mapping = {
  database: 'test',
  types: {
    Case: {
      from: 'aj',
      key: 'ah',
      join: { pm: { table: 'pm', on: { ah: 'ah' } } },
      fields: {
        filedOn: { column: 'larq', date: 'yyyyMMdd' },
        place: { area: ['qh'] },
        committee: { column: 'wyh' },
        dispute: { column: 'bz', take: { part: 1, of: '-' } },
        auction: { column: 'pm.bh' },
      },
    },
    Petition: { from: 'aj', key: ['nf', 'xh'], fields: {} },
    Committee: { from: 'twh', key: 'bh', fields: {} },
  },
};

const types = [
  recordType(
    'Case',
    'id',
    { id: 'id', filedOn: 'date', place: 'place', committee: 'link', dispute: 'link', auction: 'text' },
    [{ name: 'FILED', kind: 'events', on: 'filedOn', where: [] }],
  ),
  recordType('Petition', 'id', { id: 'id' }),
  recordType('Committee', 'id', { id: 'id' }),
];
const ways = { links: new Map([['committee', 'Committee']]), askedBy: new Set(['committee', 'dispute']) };

describe.each(databaseKinds)('indexes on %s', kind => {
  let database: FreshDatabase;
  let file: string;
  beforeAll(async () => {
    database = await freshDatabase(kind);
    await run(kind, database.url, statements);
    file = join(mkdtempSync(join(tmpdir(), 'countygraph-index-')), 'test.mapping.yaml');
    writeFileSync(file, stringify(mapping));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(join(file, '..'), { recursive: true });
  });

  async function found(): Promise<Finding[]> {
    const register = { county: '330199', has: () => true };
    const examination = await openExamination(database.url, readMapping(file), types, register);
    const reports = [await examination.report('Case', ways), await examination.report('Petition', ways)];
    await examination.close();
    return reports.flatMap(({ findings }) => findings);
  }

  test('those that the graph will ask for are missed, and no longer once the owner has run the statements', async () => {
    const missed = (await found()).filter(({ code }) => code === 'MISSING_INDEX');
    expect(missed.map(({ field, about }) => [field, about['table'], about['columns']])).toEqual([
      ['id', 'aj', 'ah'],
      ['filedOn', 'aj', 'larq'],
      ['place', 'aj', 'qh'],
      ['committee', 'aj', 'wyh'],
      // Part of a column is asked for: no index on it would serve dispute.
      ['pm', 'pm', 'ah'],
      ['id', 'aj', 'nf, xh'],
    ]);
    await run(
      kind,
      database.url,
      missed.map(({ about }) => String(about['statement'])),
    );
    expect((await found()).filter(({ code }) => code === 'MISSING_INDEX')).toEqual([]);
  });

  test('a number that leads to a text', async () => {
    expect((await found()).find(({ code }) => code === 'KIND_DIFFERS')).toMatchObject({
      field: 'committee',
      about: { kind: 'integer', other: 'text', target: 'Committee' },
    });
  });
});
