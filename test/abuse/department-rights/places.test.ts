import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { identityOfRole, publicIdentity, type Identity } from '../../../lib/kernel/identity.ts';
import { openDepartment, publicErrors, type Department } from '../../../lib/subgraph/index.ts';
import { fengxi } from '../../county.ts';
import { run } from '../../db/legacy/database.ts';
import { writeFiles } from '../one-department.ts';

const places = ['County', 'Town', 'Village'].map(
  type =>
    `  ${type}: { from: areas, only: { type: ${type} }, key: code, fields: { code: { area: [code] }, name: { column: name }, geometry: { column: outline } } }`,
);
const mapping = `database: grid
types:
${places.join('\n')}
  Grid:
    from: areas
    only: { type: Grid }
    key: code
    fields:
      code: { area: [code] }
      name: { column: name }
      geometry: { column: outline }
      households: { column: households, integer: true }
      population: { column: population, integer: true }
      urban: { column: urban, boolean: { true: ['1'], false: ['0'] } }
      establishedOn: { column: made, date: native }
      retiredOn: { column: ended, date: native }
  GridEvent: { absent: not kept here }
  GridPost: { absent: not kept here }
  GridVisit: { absent: not kept here }
  Handover: { absent: not kept here }
  Centre: { absent: not kept here }
`;

const access = `version: 2
grades: { Town: { '*': 1 }, Grid: { '*': 1 } }
grants:
  - to: { role: official }
    purpose: town-governance
    read: { Town: [code, name, geometry], Grid: [code, households] }
    where: { place: own-area }
    statistics: none
  - to: { role: codeless }
    purpose: town-governance
    read: { Grid: [households], Town: [name] }
    statistics: exact
`;

const statements = [
  'CREATE TABLE areas (code TEXT NOT NULL PRIMARY KEY, type TEXT, name TEXT, outline TEXT, households TEXT, population TEXT, urban TEXT, made TEXT, ended TEXT)',
  ...['330199001', '330199002'].map(
    code => `INSERT INTO areas VALUES ('${code}', 'Town', 't', '{"town":"${code}"}', NULL, NULL, NULL, NULL, NULL)`,
  ),
  ...['330199001001001', '330199002001001'].map(
    (code, i) =>
      `INSERT INTO areas VALUES ('${code}', 'Grid', 'g', '{"grid":${i}}', '${101 + i}', '${8801 + i}', '1', '2020-01-01', NULL)`,
  ),
];

const official = identityOfRole('official', { purpose: 'town-governance', areas: ['330199001'] });
const codeless = identityOfRole('codeless', { purpose: 'town-governance' });

describe('places, an interface whose fields only partly come from the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-places-'));
  let department: Department;
  beforeAll(async () => {
    cpSync(fengxi.folder, folder, { recursive: true });
    writeFiles(folder, { 'grid.mapping.yaml': mapping, 'grid.access.yaml': access });
    const databaseUrl = `sqlite:${join(folder, 'grid.sqlite')}`;
    await run('sqlite', databaseUrl, statements);
    department = await openDepartment({ county: loadCounty(folder), id: 'grid', databaseUrl, ledger: undefined });
  });
  afterAll(async () => {
    await department.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(
    identity: Identity,
    query: string,
  ): Promise<{ data: unknown; codes: string[]; statements: number }> {
    const before = department.source.statements;
    const result = await department.execute({ query }, identity);
    const codes = (publicErrors(result) ?? []).map(({ extensions }) => extensions.code);
    const data: unknown = JSON.parse(JSON.stringify(result.data ?? null));
    return { data, codes, statements: department.source.statements - before };
  }

  const own = '330199001001001';
  const other = '330199002001001';

  test.each([
    ['interface', `{ place(code: "${own}") { name ... on Grid { households population } } }`],
    ['interface list', `{ places(within: "${own}") { name ... on Grid { households population } } }`],
    [
      'entity',
      `{ _entities(representations: [{ __typename: "Grid", code: "${own}" }]) { ... on Grid { name households population } } }`,
    ],
    [
      'entity of the interface',
      `{ _entities(representations: [{ __typename: "Place", code: "${own}" }]) { ... on Grid { name households population } } }`,
    ],
  ])('read by the path %s: a refused field is null with a code, and its place stays', async (_, query) => {
    const { data, codes } = await ask(official, query);
    expect([JSON.stringify(data).match(/"households":101,"population":null/)?.length, codes]).toEqual([
      1,
      ['FORBIDDEN_FIELD'],
    ]);
    expect(JSON.stringify(data)).not.toMatch(/880\d/);
  });

  test('read: where nothing is granted, the register’s words stay and no statement runs', async () => {
    const {
      data,
      codes,
      statements: ran,
    } = await ask(publicIdentity, `{ place(code: "${own}") { name level geometry ... on Grid { households } } }`);
    expect(data).toMatchObject({ place: { level: 'GRID', geometry: null, households: null } });
    expect([codes, ran]).toEqual([['FORBIDDEN_TYPE', 'FORBIDDEN_TYPE'], 0]);
  });

  test('rows: a grid of another town is as one without numbers', async () => {
    const { data, codes } = await ask(
      official,
      `{ place(code: "${other}") { geometry ... on Grid { households } } grids { totalCount nodes { code } } }`,
    );
    expect(codes).toContain('FORBIDDEN_FIELD');
    expect(data).toEqual({
      place: { geometry: null, households: null },
      grids: { totalCount: 1, nodes: [{ code: own }] },
    });
  });

  test('rows: an outline of another town is as one that is not there', async () => {
    const { data } = await ask(
      official,
      '{ own: place(code: "330199001") { geometry } other: place(code: "330199002") { geometry } }',
    );
    expect(data).toEqual({ own: { geometry: { town: '330199001' } }, other: { geometry: null } });
  });

  test('key: without the code, nothing is asked by it', async () => {
    for (const query of [
      `{ list: grids(filter: { within: ["330199001"] }) { nodes { households } } }`,
      `{ list: gridStats(measures: [GRIDS], period: { unit: YEAR, from: "2026", to: "2026" }, within: ["330199001"]) { rows { values } } }`,
      `{ list: place(code: "${own}") { ... on Grid { households } } }`,
    ]) {
      const { data, codes, statements: ran } = await ask(codeless, query);
      expect(codes.length).toBeGreaterThan(0);
      expect(JSON.stringify(data)).not.toMatch(/10[12]/);
      expect(ran).toBe(0);
    }
    const { data } = await ask(codeless, '{ grids { totalCount nodes { households } } }');
    expect(data).toEqual({ grids: { totalCount: 2, nodes: [{ households: 101 }, { households: 102 }] } });
  });
});
