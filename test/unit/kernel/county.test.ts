import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { databaseUrl, loadCounty } from '../../../lib/kernel/county.ts';

const root = mkdtempSync(join(tmpdir(), 'countygraph-counties-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const good = `
name: { zh: 小县, en: Small }
code: '110101'
data: { from: 2024-01-01, asOf: 2024-12-31 }
departments:
  - { id: court, name: { zh: 法院, en: Court } }
`;
const goodAreas = 'code,name,level,urban\n110101,小县,COUNTY,0\r\n110101001,一镇,TOWN,1\n';

let folders = 0;
function folder(yaml: string | undefined, areas: string | undefined): string {
  const path = join(root, `county${(folders += 1)}`);
  mkdirSync(path);
  if (yaml !== undefined) writeFileSync(join(path, 'county.yaml'), yaml);
  if (areas !== undefined) writeFileSync(join(path, 'areas.csv'), areas);
  return path;
}

test('a county with what it leaves out filled in', () => {
  const county = loadCounty(folder(good, goodAreas));
  expect(county).toMatchObject({
    code: '110101',
    data: { from: '2024-01-01', asOf: '2024-12-31' },
    demo: undefined,
    databases: 'sqlite:{data}/{department}.sqlite',
  });
  expect([...county.areas.values()]).toEqual([
    { code: '110101', name: '小县', level: 'COUNTY', urban: false },
    { code: '110101001', name: '一镇', level: 'TOWN', urban: true },
  ]);
});

test.each([
  ['no county.yaml', undefined, goodAreas, /county\.yaml/],
  ['no areas.csv', good, undefined, /areas\.csv/],
  ['broken YAML', 'name: { zh: 小县', goodAreas, /in YAML/],
  ['an empty file', '', goodAreas, /name: \{ zh, en \}/],
  ['a name in one language', good.replace(', en: Small', ''), goodAreas, /name: \{ zh, en \}/],
  ['a short code', good.replace('110101', '11010'), goodAreas, /six digits/],
  ['a cut-off that is no date', good.replace('2024-12-31', 'today'), goodAreas, /ISO dates/],
  ['a department whose id would leave its folder', good.replace('id: court', 'id: ../court'), goodAreas, /departments/],
  ...[
    'null',
    '{ subject: analyst }',
    '{ default: a, identities: [null] }',
    '{ default: b, identities: [{ id: a, name: { zh: 甲, en: A }, roles: [] }] }',
    '{ default: a, identities: [{ id: a, name: { zh: 甲, en: A } }] }',
    "{ default: a, identities: [{ id: a, name: { zh: 甲, en: A }, roles: [], areas: ['33019900x'] }] }",
    '{ default: a, identities: [{ id: a, name: { zh: 甲, en: A }, roles: [], areas: [330199001] }] }',
    '{ default: a, identities: [{ id: a, name: { zh: 甲, en: A }, roles: [analyst, 7] }] }',
  ].map((demo): [string, string, string, RegExp] => [
    `demo: ${demo}`,
    `${good}demo: ${demo}\n`,
    goodAreas,
    /demo: \{ identities/,
  ]),
  [
    'made-up people for data that are not made up',
    `${good}demo: { default: a, identities: [{ id: a, name: { zh: 甲, en: A }, roles: [] }] }\n`,
    goodAreas,
    /demo only beside a seed/,
  ],
  ['patience of a day', `${good}patience: 86400\n`, goodAreas, /patience: seconds/],
  ['an unknown level', good, goodAreas.replace('TOWN', 'CITY'), /areas\.csv line 3/],
  ['a code twice', good, `${goodAreas}110101001,二镇,TOWN,0\n`, /areas\.csv line 4/],
])('%s is BAD_COUNTY, said in one sentence', (_, yaml, areas, message) => {
  const path = folder(yaml, areas);
  expect(() => loadCounty(path)).toThrow(
    expect.objectContaining({ code: 'BAD_COUNTY', kind: 'operator', message: expect.stringMatching(message) }),
  );
});

test('database URLs from a template', () => {
  expect(databaseUrl('sqlite:{data}/{department}.sqlite', 'civil-affairs', '/d')).toBe(
    'sqlite:/d/civil-affairs.sqlite',
  );
  expect(databaseUrl('mysql://u@h:1/x_{department}', 'civil-affairs', '/d')).toBe('mysql://u@h:1/x_civil_affairs');
});
