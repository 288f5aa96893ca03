import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import {
  openExamination,
  readMapping,
  type Examination,
  type Finding,
  type Mapping,
  type TypeReport,
} from '../../lib/source/index.ts';
import { databaseKinds, freshDatabase, type FreshDatabase } from '../servers/databases.ts';
import { run } from './legacy/database.ts';
import { recordType } from './legacy/mapping.ts';

/** Names, numbers of persons and telephones that clerks typed where they belong and where they do not. */
const canaries = ['欧阳翠花', '慕容大海', '330199198001011234', '13805717788', 'Jane Roe'];

/** One line a case: key, kind, its label, filed, closed, amount, area, dispute, committee, mark of removal, filed again, party. */
const cases: readonly (readonly (string | null)[])[] = [
  ['A1', '01', '民事', '20240110', '20240301', '100', '330199001', 'D1', 'W1', '0', '2024-01-10', '欧阳翠花'],
  ['A2', '01', '民事案件', '20240111', null, '1,000', '330199001', 'D2', 'W1', '0', '2024-01-11', '慕容大海'],
  ['A3', '02', '刑事', '20240112', '2024年3月', '十元', '330199002', 'D9', 'W2', '0', '2024-02-12', null],
  ['A4', '02', '民事', '2024-01-13', '不详', '5', '330198104', null, 'W9', '0', '2024-01-13', null],
  ['A5', '77', '其他', '20241301', '00000000', '7', '330198104', 'D1', 'W9', '0', 'x', null],
  ['A6', '欧阳翠花', null, '20240115', null, '330199198001011234', '330199199', null, null, '0', null, null],
  ['A7', 'a1', null, '20240116', '13805717788', '', '３30199001 ', '', '', '0', '2024-01-16', null],
  ['A8', 'A1', null, 'Jane Roe', null, '8', '慕容大海', null, null, '0', null, null],
  ['A8', '01', '民事', '20240117', null, '8', null, null, null, '0', '2024-01-17', null],
  ['A8', '01', '民事', '20240117', null, '8', null, null, null, '0', '2024-01-17', null],
  ['', '01', '民事', '20240118', '-', '9', '330199001', null, null, '0', '2024-01-18', null],
  ['A9', '01', '民事', '20240119', '无', '9', '330199001', 'D1', 'W1', '1', '2024-01-20', null],
];

function text(value: string | null): string {
  return value === null ? 'NULL' : `'${value}'`;
}

const statements = [
  'CREATE TABLE aj (ah VARCHAR(20), lb VARCHAR(20), lbmc VARCHAR(20), larq VARCHAR(20), jarq VARCHAR(20), je VARCHAR(20), qh VARCHAR(20), jf VARCHAR(20), wyh VARCHAR(20), sc VARCHAR(1), larq2 VARCHAR(20), dsr VARCHAR(20))',
  ...cases.map(row => `INSERT INTO aj VALUES (${row.map(text).join(', ')})`),
  'CREATE TABLE dm (lx VARCHAR(10), dm VARCHAR(10), mc VARCHAR(20))',
  "INSERT INTO dm VALUES ('AJLB', '01', '民事'), ('AJLB', '02', '刑事'), ('AJLB', '05', '执行'), ('QT', 'Q', '其他')",
  'CREATE TABLE twh (bh VARCHAR(20), mc VARCHAR(20))',
  "INSERT INTO twh VALUES ('W1', '一'), ('W2', '二')",
  'CREATE TABLE cl (ah VARCHAR(20), jg VARCHAR(20))',
  "INSERT INTO cl VALUES ('A1', 'x'), ('A1', 'y'), ('A1', 'z'), ('A2', 'x'), ('A5', 'x'), ('A5', 'y')",
  'CREATE TABLE zd (ah VARCHAR(20), bh VARCHAR(20))',
  "INSERT INTO zd VALUES ('A1', 'W1'), ('A1', 'W2'), ('A2', 'W8'), ('A0', 'W1'), ('A0', 'W1')",
  'CREATE TABLE zb (x VARCHAR(20), y DOUBLE PRECISION)',
  "INSERT INTO zb VALUES ('0.5', 0.5), ('9', 9), ('0.5', 9), ('', 9), ('0.5', NULL)",
  'CREATE TABLE sg (lb VARCHAR(10), rs INT, rq VARCHAR(10), bjr VARCHAR(20))',
  "INSERT INTO sg VALUES ('火灾', 1, '20240101', '欧阳翠花'), ('火灾', 1, '20240101', '慕容大海'), ('火灾', 1, '20240101', '欧阳翠花'), ('火灾', 2, '20240102', NULL), ('火灾', NULL, NULL, NULL), ('火灾', NULL, NULL, NULL), ('火灾', 1, '20240103', NULL)",
];

const mapping: Mapping = {
  database: 'test',
  types: {
    Case: {
      from: 'aj',
      only: { sc: '0' },
      join: { cl: { table: 'cl', on: { ah: 'ah' } } },
      key: 'ah',
      personal: { dsr: 3 },
      fields: {
        kind: { column: 'lb', codes: 'kinds', label: 'lbmc' },
        filedOn: { column: 'larq', date: 'yyyyMMdd', beside: { column: 'larq2', date: 'yyyy-MM-dd' } },
        closedOn: { column: 'jarq', date: 'yyyyMMdd', missing: ['-', '无'] },
        amount: { column: 'je', decimal: { thousands: ',' } },
        judgment: { column: 'cl.jg' },
        place: { area: ['qh'] },
        dispute: { column: 'jf' },
        committee: { column: 'wyh' },
        panel: { through: { table: 'zd', on: { ah: 'ah' }, column: 'bh' } },
        judge: { absent: '表中没有法官' },
      },
    },
    Committee: { from: 'twh', key: 'bh', fields: { name: { column: 'mc' } } },
    Accident: {
      from: 'sg',
      personal: { bjr: 3 },
      fields: {
        kind: { column: 'lb' },
        deaths: { column: 'rs', integer: true },
        occurredOn: { column: 'rq', date: 'yyyyMMdd' },
      },
    },
    Shelter: {
      from: 'zb',
      fields: { place: { area: { longitude: 'x', latitude: 'y', outlines: 'square.geojson', property: 'code' } } },
    },
    Auction: { absent: '本院没有拍卖' },
    Gone: { from: 'gone', key: 'id', fields: { name: { column: 'name' } } },
  },
  codes: {
    kinds: {
      table: 'dm',
      where: { lx: 'AJLB' },
      code: 'dm',
      label: 'mc',
      map: { '01': 'CIVIL', '02': 'CRIMINAL', '03': 'ADMINISTRATIVE' },
    },
  },
};

const types = [
  recordType('Case', 'id', {
    id: 'id',
    kind: 'enum',
    filedOn: 'date',
    closedOn: 'date',
    amount: 'decimal',
    judgment: 'text',
    place: 'place',
    dispute: 'link',
    committee: 'link',
    panel: 'link',
    judge: 'text',
  }),
  recordType('Committee', 'id', { id: 'id', name: 'text' }),
  recordType('Accident', undefined, { kind: 'text', deaths: 'integer', occurredOn: 'date' }),
  recordType('Shelter', undefined, { place: 'place' }),
  recordType('Auction', 'id', { id: 'id' }),
  recordType('Gone', 'id', { id: 'id', name: 'text' }),
];

const areas = new Set(['330199', '330199001', '330199002']);
const ways = {
  links: new Map([
    ['dispute', 'Dispute'],
    ['committee', 'Committee'],
    ['panel', 'Committee'],
  ]),
  askedBy: new Set(['committee']),
};

const code = (found: readonly Finding[], wanted: Finding['code'], field?: string): Finding | undefined =>
  found.find(each => each.code === wanted && (field === undefined || each.field === field));

describe.each(databaseKinds)('the questions of the check on %s', kind => {
  let database: FreshDatabase;
  let examination: Examination;
  let found: TypeReport;
  let folder: string;
  beforeAll(async () => {
    database = await freshDatabase(kind);
    await run(
      kind,
      database.url,
      statements.map(s => (kind === 'mariadb' && s.startsWith('CREATE') ? `${s} CHARACTER SET utf8mb4` : s)),
    );
    folder = mkdtempSync(join(tmpdir(), 'countygraph-check-'));
    const file = join(folder, 'test.mapping.yaml');
    writeFileSync(file, stringify(mapping));
    const square = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ];
    const feature = {
      type: 'Feature',
      properties: { code: '330199001' },
      geometry: { type: 'Polygon', coordinates: square },
    };
    writeFileSync(join(folder, 'square.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    const register = { county: '330199', has: (area: string) => areas.has(area) };
    examination = await openExamination(database.url, readMapping(file), types, register);
    found = await examination.report('Case', ways);
  });
  afterAll(async () => {
    await examination.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  test('a broken type is one sentence with file and line, and the others go on', () => {
    expect([...examination.faults.keys()]).toEqual(['Gone']);
    expect(examination.faults.get('Gone')).toMatchObject({ code: 'BAD_MAPPING' });
    expect(examination.faults.get('Gone')?.message).toMatch(/test\.mapping\.yaml:\d+\.$/);
    expect([...examination.types]).toEqual(['Case', 'Committee', 'Accident', 'Shelter', 'Auction']);
  });

  test('codes that are not mapped, with their rows; texts that may be names only by their shape', () => {
    const unmapped = code(found.findings, 'UNMAPPED_CODE', 'kind');
    expect([unmapped?.rows, unmapped?.of]).toEqual([4, 11]);
    expect(unmapped?.values).toEqual([
      { value: '77', rows: 1 },
      { value: 'A1', rows: 1 },
      { value: 'a1', rows: 1 },
      { value: '字字字字', rows: 1 },
    ]);
    expect(code(found.findings, 'ALIKE_VALUES', 'kind')).toMatchObject({ rows: 2, about: { groups: 1 } });
    // One row has 'A1' and another 'a1'; a letter alone is no convention.
    expect(code(found.findings, 'MIXED_CAPITALS', 'kind')).toBeUndefined();
  });

  test('what cannot be read is told by its shape', () => {
    expect(code(found.findings, 'UNREADABLE_DATE', 'filedOn')).toMatchObject({
      rows: 3,
      values: [
        { value: '9999-99-99', rows: 1 },
        { value: '99999999', rows: 1 },
        { value: 'AAAA AAA', rows: 1 },
      ],
    });
    expect(code(found.findings, 'UNREADABLE_DATE', 'closedOn')).toMatchObject({
      rows: 4,
      values: [
        // Zeros are told: they are a spelling of nothing that the mapping does not say yet.
        { value: '00000000', rows: 1 },
        { value: '99999999999', rows: 1 },
        { value: '9999字9字', rows: 1 },
        { value: '字字', rows: 1 },
      ],
    });
    expect(code(found.findings, 'UNREADABLE_NUMBER', 'amount')).toMatchObject({ rows: 1, values: [{ value: '字字' }] });
  });

  test('rows outside any area, with the codes', () => {
    expect(code(found.findings, 'UNKNOWN_AREA')).toMatchObject({
      rows: 5,
      of: 9,
      values: [
        { value: '330198104', rows: 2 },
        { value: '330199199', rows: 1 },
        { value: '字字字字', rows: 1 },
        { value: '９99999999 ', rows: 1 },
      ],
    });
    expect(code(found.findings, 'ALIKE_VALUES', 'place')).toMatchObject({ rows: 1, about: { groups: 1 } });
  });

  test('keys that repeat, and rows without one', () => {
    expect(code(found.findings, 'DUPLICATE_KEY')).toMatchObject({ rows: 2, of: 11, about: { keys: 1 } });
    expect(code(found.findings, 'MISSING_KEY')).toMatchObject({ rows: 1 });
  });

  test('rows that are alike in every column that may be compared', async () => {
    const { findings } = await examination.report('Accident', { links: new Map(), askedBy: new Set() });
    expect(code(findings, 'DUPLICATE_ROWS')).toMatchObject({ rows: 3, of: 7, about: { groups: 2 } });
    expect(code(findings, 'NEAR_DUPLICATE_ROWS')).toMatchObject({ field: 'occurredOn', rows: 4, about: { but: 'rq' } });
  });

  test('links that lead to no record of the department; those of another are given out to be looked for', async () => {
    expect(code(found.findings, 'ORPHAN_LINK')).toMatchObject({
      field: 'committee',
      rows: 2,
      of: 5,
      about: { keys: 1 },
    });
    const values = [];
    for await (const page of examination.values('Case', 'dispute')) values.push(...page);
    expect(values.toSorted((a, b) => (a.value < b.value ? -1 : 1))).toEqual([
      { value: 'D1', rows: 2 },
      { value: 'D2', rows: 1 },
      { value: 'D9', rows: 1 },
    ]);
  });

  test('side tables and referral tables with several rows to a row', () => {
    const { findings } = found;
    expect(code(findings, 'SEVERAL_SIDE_ROWS', 'cl')).toMatchObject({ rows: 2, about: { further: 3 } });
    expect(code(findings, 'SEVERAL_SIDE_ROWS', 'panel')).toMatchObject({ rows: 1, about: { further: 1 } });
  });

  test('points outside all outlines are in no known area; half a point is missing', async () => {
    const { findings, quality } = await examination.report('Shelter', { links: new Map(), askedBy: new Set() });
    expect(code(findings, 'UNKNOWN_AREA')).toMatchObject({ field: 'place', rows: 2, of: 3, values: [] });
    expect(quality.fields[0]).toMatchObject({ readable: 1, missing: 2 });
  });

  test('labels that vary or contradict the dictionary table, and codes that it has or lacks', async () => {
    expect(code(found.findings, 'LABEL_VARIES')).toMatchObject({ field: 'kind', rows: 7, about: { codes: 2, all: 3 } });
    expect(code(found.findings, 'LABEL_CONTRADICTS')).toMatchObject({
      rows: 2,
      values: [
        { value: '01', rows: 1 },
        { value: '02', rows: 1 },
      ],
    });
    const lists = await examination.codeLists();
    expect(lists.map(f => [f.code, f.field, f.values.map(v => v.value)])).toEqual([
      ['CODE_NOT_IN_DICTIONARY', 'kinds', ['03']],
      ['DICTIONARY_CODE_UNMAPPED', 'kinds', ['05']],
    ]);
  });

  test('a column beside it that says something else', () => {
    expect(code(found.findings, 'BESIDE_DIFFERS')).toMatchObject({ field: 'filedOn', rows: 1, of: 7 });
  });

  test('spellings of nothing', () => {
    expect(code(found.findings, 'MISSING_SPELLINGS', 'closedOn')?.values).toEqual([
      { value: 'NULL', rows: 5 },
      { value: '-', rows: 1 },
    ]);
  });

  test('what the source does not keep', async () => {
    expect(code(found.findings, 'NOT_KEPT', 'judge')?.about).toEqual({ reason: '表中没有法官' });
    const auction = await examination.report('Auction', { links: new Map(), askedBy: new Set() });
    expect(auction.findings.map(f => [f.code, f.about])).toEqual([['NOT_KEPT', { reason: '本院没有拍卖' }]]);
  });

  test('codes met and the latest days, for the next check', () => {
    expect(found.codes['kind']).toEqual(['01', '02', '77', 'A1', 'a1', '字字字字']);
    expect(found.latest).toEqual({ filedOn: '2024-01-18', closedOn: '2024-03-01' });
  });

  test('nothing of a person is in the findings', async () => {
    const accident = await examination.report('Accident', { links: new Map(), askedBy: new Set() });
    const all = JSON.stringify([found, accident, await examination.codeLists()]);
    for (const canary of canaries) expect(all).not.toContain(canary);
  });
});
