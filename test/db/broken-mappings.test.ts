import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSource, readMapping, type RecordType } from '../../lib/source/index.ts';
import { databaseKinds, freshDatabase, type DatabaseKind, type FreshDatabase } from '../servers/databases.ts';
import { run } from './legacy/database.ts';
import { recordType } from './legacy/mapping.ts';

const types: RecordType[] = [
  {
    ...recordType('Case', 'id', {
      id: 'id',
      kind: 'enum',
      filedOn: 'date',
      urban: 'boolean',
      amount: 'decimal',
      court: 'link',
    }),
    values: new Map([['kind', ['CIVIL', 'CRIMINAL']]]),
  },
  recordType('Point', undefined, { place: 'place' }),
  recordType('Judge', 'id', { id: 'id' }),
];

const good = `database: court
types:
  Case:
    from: aj
    key: ah
    fields:
      kind: { column: lb, codes: kinds }
      filedOn: { column: larq, date: yyyyMMdd }
      urban: { column: cs, boolean: { true: ['1'], false: ['0'] } }
      amount: { column: je, decimal: true }
      court: { column: fy }
  Point:
    from: aj
    fields:
      place: { area: { longitude: x, latitude: y, outlines: towns.geojson, property: code } }
  Judge: { from: fg, key: gh, fields: {} }
codes:
  kinds: { table: dm, code: dm, label: mc, labels: { 民事: CIVIL, 刑事: CRIMINAL } }
`;

const polygons =
  '{"features":[{"properties":{"code":"1"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}';

/** What is written instead of what, the line that the fault is said to be in (that of `at`), and words of the sentence. */
interface Broken {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly says: RegExp;
  readonly towns?: string | null;
}

const broken: Record<string, Broken> = {
  'a converter that is not known': {
    from: 'date: yyyyMMdd',
    to: 'datum: yyyyMMdd',
    at: 'filedOn',
    says: /only known words in types\.Case\.fields\.filedOn, got "datum"/,
  },
  'a column that is not there': {
    from: 'column: larq',
    to: 'column: larq9',
    at: 'filedOn',
    says: /a column larq9 in aj/,
  },
  'a name that drivers cannot say': {
    from: 'column: fy',
    to: "column: 'ok?'",
    at: 'court: {',
    says: /a name without a question mark, as a view or a declared query can give it, got ok\?/,
  },
  'a column of a condition that is not there': {
    from: '    key: ah\n',
    to: '    key: ah\n    only: { sfsc: N }\n',
    at: 'only:',
    says: /a column sfsc in aj/,
  },
  'a date read as a whole number': {
    from: 'date: yyyyMMdd',
    to: 'integer: true',
    at: 'filedOn',
    says: /the word date for Case\.filedOn, which is date in the schema/,
  },
  'two converters': {
    from: 'date: yyyyMMdd',
    to: 'date: yyyyMMdd, integer: true',
    at: 'filedOn',
    says: /one word that converts for Case\.filedOn/,
  },
  'a format that is none': {
    from: 'yyyyMMdd',
    to: 'MM/dd/yy',
    at: 'filedOn',
    says: /a date format of .* got MM\/dd\/yy/,
  },
  'a format with a part twice': { from: 'yyyyMMdd', to: 'yyyyMMddMM', at: 'filedOn', says: /a date format/ },
  'a zone that is a place': {
    from: 'date: yyyyMMdd',
    to: 'date: yyyyMMdd, zone: Asia/Shanghai',
    at: 'filedOn',
    says: /a zone as UTC, \+08:00 or -05:00, got Asia\/Shanghai/,
  },
  'a zone that no clock has': {
    from: 'date: yyyyMMdd',
    to: "date: yyyyMMdd, zone: '+25:00'",
    at: 'filedOn',
    says: /a zone/,
  },
  'a pattern without a group': {
    from: 'column: fy',
    to: String.raw`column: fy, take: { pattern: '\d+' }`,
    at: 'court: {',
    says: /a pattern with one group/,
  },
  'a pattern of words that databases differ in': {
    from: 'column: fy',
    to: String.raw`column: fy, take: { pattern: '(?<n>a|b)' }`,
    at: 'court: {',
    says: /a pattern with one group/,
  },
  'side tables that lead to each other': {
    from: '    key: ah\n',
    to: '    key: ah\n    join:\n      one: { table: dm, on: { dm: two.dm } }\n      two: { table: dm, on: { dm: one.dm } }\n',
    at: 'one: {',
    says: /side tables that lead back to the rows of the type, got one -> two -> one, a circle/,
  },
  'a side table that is not there': {
    from: '    key: ah\n',
    to: '    key: ah\n    join:\n      one: { table: nowhere, on: { dm: ah } }\n',
    at: 'one: {',
    says: /a table or view nowhere/,
  },
  'two types on one key': {
    from: 'Judge: { from: fg, key: gh, fields: {} }',
    to: 'Judge: { from: [aj], key: [ah], fields: {} }',
    at: 'Judge:',
    says: /rows that Case does not have by the same key/,
  },
  'a code twice': {
    from: 'labels: { 民事: CIVIL, 刑事: CRIMINAL }',
    to: "map: { '01': CIVIL, '01': CRIMINAL }",
    at: 'kinds: {',
    says: /keys must be unique/,
  },
  'one code with two labels': {
    from: '刑事: CRIMINAL',
    to: '民: CRIMINAL',
    at: 'kinds: {',
    says: /one value for the code 01, got two labels of it/,
  },
  'a label that is not there': { from: '刑事: CRIMINAL', to: '刑: CRIMINAL', at: 'kinds: {', says: /a label 刑 in dm/ },
  'a value that the schema does not have': {
    from: '刑事: CRIMINAL',
    to: '刑事: PENAL',
    at: 'kinds: {',
    says: /values of Case\.kind in the schema \(CIVIL, CRIMINAL\), got PENAL/,
  },
  'a value for all others that the schema does not have': {
    from: 'code: dm, label',
    to: 'others: REST, code: dm, label',
    at: 'kinds: {',
    says: /values of Case\.kind .* got REST/,
  },
  'true and false at once': {
    from: "false: ['0']",
    to: "false: ['0', '1']",
    at: 'urban',
    says: /each code to be true or false, got 1 as both/,
  },
  'no file of outlines': {
    from: 'towns.geojson',
    to: 'villages.geojson',
    at: 'place:',
    says: /polygons with code in villages\.geojson, got no such file/,
  },
  'a file of outlines that is broken': {
    from: 'property: code',
    to: 'property: code',
    at: 'place:',
    says: /a file that is not JSON/,
    towns: '{"features": [',
  },
  'outlines of which none has that property': {
    from: 'property: code',
    to: 'property: codes',
    at: 'place:',
    says: /a feature without codes/,
  },
  'outlines without polygons': {
    from: 'property: code',
    to: 'property: code',
    at: 'place:',
    says: /a file without polygons/,
    towns: '{"features":[]}',
  },
};

const databases = new Map<DatabaseKind, FreshDatabase>();
const folder = mkdtempSync(join(tmpdir(), 'countygraph-broken-'));
beforeAll(async () => {
  for (const kind of databaseKinds) {
    const database = await freshDatabase(kind);
    databases.set(kind, database);
    const utf8 = kind === 'mariadb' ? ' CHARACTER SET utf8mb4' : '';
    await run(kind, database.url, [
      'CREATE TABLE aj (ah INT PRIMARY KEY, lb VARCHAR(4), larq CHAR(8), cs CHAR(1), je VARCHAR(9), fy VARCHAR(9), "ok?" VARCHAR(9), x VARCHAR(9), y VARCHAR(9))',
      'CREATE TABLE fg (gh INT PRIMARY KEY)',
      `CREATE TABLE dm (dm VARCHAR(4), mc VARCHAR(9))${utf8}`,
      "INSERT INTO dm VALUES ('01', '民事'), ('01', '民'), ('02', '刑事')",
    ]);
  }
});
afterAll(async () => {
  for (const database of databases.values()) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(kind: DatabaseKind, text: string, towns: string): Promise<void> {
  const file = join(folder, `${kind}.mapping.yaml`);
  writeFileSync(file, text);
  writeFileSync(join(folder, 'towns.geojson'), towns);
  const register = { county: '330199', has: () => true };
  const source = await openSource(databases.get(kind)?.url ?? '', readMapping(file), types, register);
  await source.close();
}

describe.each(databaseKinds)('a broken mapping on %s', kind => {
  test('opens when it is mended', async () => {
    await expect(opened(kind, good, polygons)).resolves.toBeUndefined();
  });

  test.each(Object.entries(broken))(
    '%s is one sentence with file and line',
    async (_, { from, to, at, says, towns }) => {
      expect(good).toContain(from);
      const text = good.replace(from, () => to);
      const line = text.split('\n').findIndex(each => each.includes(at)) + 1;
      const error: unknown = await opened(kind, text, towns ?? polygons).catch((e: unknown) => e);
      expect(error).toMatchObject({ code: 'BAD_MAPPING', kind: 'operator' });
      const { message } = error as Error;
      expect(message).toMatch(says);
      expect(message).toMatch(/^Expected [^\n]+, got [^\n]+; correct [^\n]+\.$/);
      expect(message).toMatch(new RegExp(`${kind}\\.mapping\\.yaml:${line}\\.$`));
      expect(message).not.toMatch(/SELECT|127\.0\.0\.1|test_/);
    },
  );
});
