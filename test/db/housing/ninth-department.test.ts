import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCounty, type InProcessCounty } from '../../../lib/cli/in-process-county.ts';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { fengxi, openTestCounty, type TestCounty } from '../../county.ts';
import { databaseKinds, freshDatabase, type DatabaseKind, type FreshDatabase } from '../../servers/databases.ts';
import { run } from '../legacy/database.ts';

/** The housing bureau's database as it is: a table a year, codes in a tree, fees in 万元, an own numbering. */
function tables(dispute: string): string[] {
  const columns =
    'ND VARCHAR(4), XH INT, JFLX VARCHAR(4), SLRQ VARCHAR(10), HJRQ VARCHAR(10), QFJE VARCHAR(20), XQBH VARCHAR(10), ZF CHAR(1), YZXM VARCHAR(20)';
  return [
    'CREATE TABLE WY_XQ (XQBH VARCHAR(10) PRIMARY KEY, XQMC VARCHAR(40), HS VARCHAR(10), XZDM VARCHAR(9), SQDM VARCHAR(3))',
    "INSERT INTO WY_XQ VALUES ('A01', '枫林　１号院 ', '820户', '330199001', '001'), ('A02', '东湖', '约百户', '330199002', '')",
    'CREATE TABLE WY_ZD (DM VARCHAR(4) PRIMARY KEY, MC VARCHAR(20), SJDM VARCHAR(4))',
    "INSERT INTO WY_ZD VALUES ('10', '物业费', NULL), ('11', '催缴', '10'), ('20', '维修资金', NULL), ('30', '停车', NULL), ('90', '其他', NULL)",
    `CREATE TABLE WY_JF_2025 (${columns})`,
    "INSERT INTO WY_JF_2025 VALUES ('2025', 1, '11', '2025/1/6', '2025/2/1', '0.35万元', ' a01', '0', '王小明'), ('2025', 2, '30', '2025/12/31', '-', '无', 'A02', NULL, NULL)",
    `CREATE TABLE WY_JF_2026 (${columns})`,
    "INSERT INTO WY_JF_2026 VALUES ('2026', 1, '20', '2026/3/9', '2026/2/30', '1.2万元', 'A01', '0', NULL), ('2026', 2, '90', '2026/3/10', '', '欠费', 'A09', '0', NULL), ('2026', 3, '10', '2026/3/11', '', '1万元', 'A01', '1', NULL)",
    'CREATE TABLE WY_YS (ND VARCHAR(4), XH INT, TJBH VARCHAR(40))',
    `INSERT INTO WY_YS VALUES ('2025', 1, '${dispute}'), ('2026', 1, '${dispute}')`,
  ];
}

/** PostgreSQL folds unquoted names; the mapping's names are upper case, as this bureau's server keeps them. */
function spelt(kind: DatabaseKind, statement: string): string {
  return kind === 'postgres'
    ? statement.replaceAll(
        /\b(WY_[A-Z0-9_]+|ND|XH|JFLX|SLRQ|HJRQ|QFJE|XQBH|ZF|YZXM|XQMC|HS|XZDM|SQDM|DM|MC|SJDM|TJBH)\b/g,
        '"$1"',
      )
    : statement;
}

describe.each(databaseKinds)('a ninth department on %s, by three files of the county', kind => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-ninth-'));
  let eight: TestCounty;
  let nine: InProcessCounty;
  let database: FreshDatabase;
  let dispute: string;

  const ask = async (query: string): Promise<unknown> => {
    const { data, errors } = await nine.gateway.execute({ query });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data));
  };

  beforeAll(async () => {
    eight = await openTestCounty('sqlite', 0.01);
    const first = await eight.gateway.execute({ query: '{ disputes(first: 1) { nodes { id } } }' });
    dispute = (first.data as { disputes: { nodes: { id: string }[] } }).disputes.nodes[0]?.id ?? '';
    database = await freshDatabase(kind);
    await run(
      kind,
      database.url,
      tables(dispute).map(statement => spelt(kind, statement)),
    );
    cpSync(fengxi.folder, folder, { recursive: true });
    cpSync(join(import.meta.dirname, 'county'), folder, { recursive: true });
    const file = join(folder, 'county.yaml');
    const housing = `  - { id: housing, name: { zh: 住建局, en: Housing bureau }, database: '${database.url}' }\n`;
    writeFileSync(file, readFileSync(file, 'utf8').replace('departments:\n', `departments:\n${housing}`));
    nine = await openCounty(loadCounty(folder), undefined, eight.dataFolder, undefined);
  });
  afterAll(async () => {
    await nine.close();
    await eight.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('opens beside the eight', () => {
    expect([...nine.faults]).toEqual([]);
    expect(nine.departments.size).toBe(9);
  });

  test('its records, across two tables, with what the mapping says of each', async () => {
    expect(
      await ask(
        '{ propertyDisputes { totalCount nodes { id kind receivedOn settledOn amount estate { name flats } place { code } } } }',
      ),
    ).toEqual({
      propertyDisputes: {
        totalCount: 4,
        nodes: [
          {
            id: '2025-1',
            kind: 'FEE',
            receivedOn: '2025-01-06',
            settledOn: '2025-02-01',
            amount: '3500',
            estate: { name: '枫林 1号院', flats: 820 },
            // Side tables are met by the columns as they are: ' a01' is not 'A01'.
            place: null,
          },
          {
            id: '2025-2',
            kind: 'PARKING',
            receivedOn: '2025-12-31',
            settledOn: null,
            amount: null,
            estate: { name: '东湖', flats: null },
            place: { code: '330199002' },
          },
          {
            id: '2026-1',
            kind: 'REPAIR_FUND',
            receivedOn: '2026-03-09',
            settledOn: null,
            amount: '12000',
            estate: { name: '枫林 1号院', flats: 820 },
            place: { code: '330199001001' },
          },
          {
            id: '2026-2',
            kind: null,
            receivedOn: '2026-03-10',
            settledOn: null,
            amount: null,
            estate: null,
            place: null,
          },
        ],
      },
    });
  });

  test('joined with the other departments, both ways', async () => {
    expect(
      await ask(`{ propertyDispute(id: "2026-1") { dispute { id acceptedOn propertyDisputes { nodes { id } } } place { name propertyDisputes { totalCount } } }
        dispute(id: "${dispute}") { propertyDisputes(orderBy: RECEIVED_ON_DESC) { nodes { id estate { id } } } } }`),
    ).toEqual({
      propertyDispute: {
        dispute: {
          id: dispute,
          acceptedOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
          propertyDisputes: { nodes: [{ id: '2025-1' }, { id: '2026-1' }] },
        },
        place: { name: expect.any(String), propertyDisputes: { totalCount: 1 } },
      },
      dispute: {
        propertyDisputes: {
          nodes: [
            { id: '2026-1', estate: { id: 'A01' } },
            { id: '2025-1', estate: { id: 'A01' } },
          ],
        },
      },
    });
  });

  test('its statistics, with what could not be read', async () => {
    expect(
      await ask(`{ propertyDisputeStats(measures: [RECEIVED, RECEIVED_FOLLOWED, SETTLED, OWED], by: [KIND], period: { unit: YEAR, from: "2025", to: "2026" }) {
        notKept rows { period kind values } leftOut { measure reason rows } } }`),
    ).toEqual({
      propertyDisputeStats: {
        notKept: [],
        rows: [
          { period: '2025', kind: 'FEE', values: [1, 1, 1, 3500] },
          { period: '2025', kind: 'PARKING', values: [1, 1, 0, 0] },
          { period: '2026', kind: null, values: [1, 1, 0, 0] },
          { period: '2026', kind: 'REPAIR_FUND', values: [1, 0, 0, 12000] },
        ],
        leftOut: [
          { measure: 'RECEIVED_FOLLOWED', reason: 'UNREADABLE_DATE', rows: 1 },
          { measure: 'SETTLED', reason: 'UNREADABLE_DATE', rows: 1 },
          { measure: 'OWED', reason: 'UNREADABLE_NUMBER', rows: 1 },
        ],
      },
    });
  });
});
