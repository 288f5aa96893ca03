import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accessModelOf, readContract } from '../../../lib/subgraph/index.ts';
import { readAccess, readPurposes } from '../../../lib/trust/index.ts';
import { purpose, testPurposes } from '../../access.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-access-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const model = new Map([
  [
    'CourtCase',
    new Map([
      ['id', 'id'],
      ['kind', 'enum'],
      ['filedOn', 'date'],
      ['claimAmount', 'decimal'],
      ['place', 'place'],
    ]),
  ],
  ['Enforcement', new Map([['id', 'id']])],
]);

const purposes = {
  ...testPurposes,
  purposes: new Map([
    ['test', { ...purpose, grade: 2 }],
    ['single', { ...purpose, permit: 'required' as const }],
  ]),
};

const grades = "version: 2\ngrades: { CourtCase: { '*': 2, id: 1, claimAmount: 3 }, Enforcement: { '*': 1 } }\n";

function read(text: string): ReturnType<typeof readAccess> {
  const file = join(folder, 'court.access.yaml');
  writeFileSync(file, text);
  return readAccess(file, model, purposes);
}

const grant = (words: string): string => `${grades}grants:\n  - { ${words} }\n`;

test('a grant with all its words', () => {
  const { grants } = read(
    grant(
      "to: { role: analyst, department: court }, purpose: test, read: { CourtCase: [id, filedOn], Enforcement: all }, where: { place: ['330199001'] }, mask: { CourtCase: { filedOn: month } }, statistics: exact",
    ),
  );
  expect(grants).toEqual([
    {
      to: { role: 'analyst', department: 'court' },
      purpose: 'test',
      areas: ['330199001'],
      statistics: 'exact',
      line: expect.stringMatching(/court\.access\.yaml:4$/) as unknown,
      rights: new Map([
        [
          'CourtCase',
          {
            read: new Set(['id', 'filedOn']),
            count: new Set(['id', 'filedOn']),
            masks: new Map([['filedOn', 'month']]),
          },
        ],
        ['Enforcement', { read: new Set(['id']), count: new Set(['id']), masks: new Map() }],
      ]),
    },
  ]);
});

test('all is up to the grade of the purpose; a field without a grade has the highest', () => {
  const of = (text: string) => [...(read(text).grants[0]?.rights.get('CourtCase')?.read ?? [])];
  const right = 'to: { role: a }, purpose: test, read: { CourtCase: all }, statistics: exact';
  expect(of(grant(right))).toEqual(['id', 'kind', 'filedOn', 'place']);
  expect(of(`version: 2\ngrades: { CourtCase: { id: 1 } }\ngrants: [{ ${right} }]\n`)).toEqual(['id']);
  expect(read('version: 2\ngrades: { CourtCase: { id: 1 } }\ngrants: []\n').ungraded).toContain('CourtCase.kind');
});

function countedBy(profile: string): string[] {
  const words = `to: { role: a }, purpose: test, count: { CourtCase: all }, statistics: ${profile}`;
  return [...(read(grant(words)).grants[0]?.rights.get('CourtCase')?.count ?? [])];
}

test('grades bind rows and exact figures, not protected ones', () => {
  expect(countedBy('exact')).toEqual(['id', 'kind', 'filedOn', 'place']);
  expect(countedBy('protected')).toEqual(['id', 'kind', 'filedOn', 'claimAmount', 'place']);
});

test('the policy version changes with the policy and not with how it is written', () => {
  const words = 'to: { role: a }, purpose: test, read: { CourtCase: all }, statistics: exact';
  const turned = 'statistics: exact, read: { CourtCase: all }, purpose: test, to: { role: a }';
  expect(read(grant(words)).version).toMatch(/^[0-9a-f]{64}$/);
  expect(read(`# a comment\n${grant(turned)}`).version).toBe(read(grant(words)).version);
  expect(read(grant(words.replace('exact', 'none'))).version).not.toBe(read(grant(words)).version);
});

const good = 'to: { role: a }, purpose: test, read: { CourtCase: [id, filedOn] }, statistics: exact';

test.each([
  ['an empty file', ''],
  ['broken YAML', 'grants: ['],
  ['version 1', 'grants:\n  - { to: analyst, read: { CourtCase: all }, statistics: exact }\n'],
  ['no grades', `version: 2\ngrants: [{ ${good} }]\n`],
  ['a grade of 5', `version: 2\ngrades: { CourtCase: { id: 5 } }\ngrants: []\n`],
  ['a grade of an unknown type', `version: 2\ngrades: { Case: { id: 1 } }\ngrants: []\n`],
  ['a grade of an unknown field', `version: 2\ngrades: { CourtCase: { ID: 1 } }\ngrants: []\n`],
  ['no list', `${grades}grants: { to: analyst }\n`],
  ['an empty grant', `${grades}grants:\n  -\n`],
  ['nobody', grant(good.replace('{ role: a }', '{}'))],
  ['an unknown word for who', grant(good.replace('role', 'rôle'))],
  ['everybody and more', grant(good.replace('role: a', 'public: true, role: a'))],
  ['everybody’s own area', grant(`${good.replace('role: a', 'public: true')}, where: { place: own-area }`)],
  ['everybody with a permit', grant(good.replace('role: a', 'public: true').replace('test', 'single'))],
  ['no purpose', grant(good.replace('purpose: test, ', ''))],
  ['an unknown purpose', grant(good.replace('test', 'curiosity'))],
  ['nothing to read or count', grant('to: { role: a }, purpose: test, statistics: exact')],
  ['null to read', grant(good.replace('{ CourtCase: [id, filedOn] }', 'null'))],
  ['no type to read', grant(good.replace('{ CourtCase: [id, filedOn] }', '{}'))],
  ['no field to read', grant(good.replace('[id, filedOn]', '[]'))],
  ['a field that is not in a list', grant(good.replace('[id, filedOn]', 'id'))],
  ['an unknown type', grant(good.replace('CourtCase', 'courtCase'))],
  ['an unknown field', grant(good.replace('filedOn', 'filed'))],
  ['a list for every type', grant(good.replace('CourtCase', "'*'"))],
  ['a field above the purpose’s grade', grant(good.replace('filedOn', 'claimAmount'))],
  ['no word on statistics', grant(good.replace(', statistics: exact', ''))],
  ['another word on statistics', grant(good.replace('exact', 'yes'))],
  ['figures that are counted and not given', grant(`${good.replace('exact', 'none')}, count: { CourtCase: all }`)],
  ['an area that is not in a list', grant(`${good}, where: { place: '330199001' }`)],
  ['an area that is a number', grant(`${good}, where: { place: [330199001] }`)],
  ['an area by its name', grant(`${good}, where: { place: [枫溪] }`)],
  ['half an area code', grant(`${good}, where: { place: ['3301'] }`)],
  ['no area', grant(`${good}, where: { place: [] }`)],
  ['an unknown mask', grant(`${good}, mask: { CourtCase: { filedOn: blur } }`)],
  ['a mask that the kind has not', grant(`${good}, mask: { CourtCase: { filedOn: band } }`)],
  ['a mask of a key', grant(`${good}, mask: { CourtCase: { id: last4 } }`)],
  ['a mask of a field that is not read', grant(`${good}, mask: { CourtCase: { kind: hidden } }`)],
  ['a mask of a type that is not read', grant(`${good}, mask: { Enforcement: { id: hidden } }`)],
])('%s is BAD_ACCESS_FILE with a line, and opens nothing', (_, text) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({
      code: 'BAD_ACCESS_FILE',
      kind: 'operator',
      message: expect.stringMatching(/correct .*court\.access\.yaml:\d+\.$/) as unknown,
    }),
  );
});

test('no file is BAD_ACCESS_FILE, and no purposes are BAD_PURPOSES', () => {
  expect(() => readAccess(join(folder, 'none.yaml'), model, purposes)).toThrow(
    expect.objectContaining({ code: 'BAD_ACCESS_FILE' }),
  );
  expect(() => readPurposes(join(folder, 'none'))).toThrow(expect.objectContaining({ code: 'BAD_PURPOSES' }));
});

const written = (more: string): string =>
  `purposes:\n  test:\n    name: { zh: 试, en: Test }\n    basis: { law: 法, article: 第一条 }\n    approvedBy: { zh: 局, en: Bureau }\n    retention: { zh: 无, en: none }\n    grade: 2\n${more}`;
const dates = '    from: 2026-01-01\n    until: 2026-12-31\n';
const permit = "{ id: p, purpose: test, matter: { type: A, id: '1' }, holder: { role: r }, until: 2026-06-30 }";

test.each([
  ['purposes', 'without a time', written(''), undefined],
  ['purposes', 'that ends before it begins', written('    from: 2027-01-01\n    until: 2026-12-31\n'), undefined],
  ['purposes', 'with a day that is none', written(dates.replace('12-31', '13-31')), undefined],
  ['permits', 'without a holder', written(dates), `permits: [${permit.replace('role: r', '')}]\n`],
  ['permits', 'for an unknown purpose', written(dates), `permits: [${permit.replace('test', 'other')}]\n`],
  ['permits', 'twice', written(dates), `permits: [${permit}, ${permit}]\n`],
])('%s %s are refused with a line', (file, _, text, permits) => {
  const place = mkdtempSync(join(folder, 'county-'));
  writeFileSync(join(place, 'purposes.yaml'), text);
  if (permits !== undefined) writeFileSync(join(place, 'permits.yaml'), permits);
  expect(() => readPurposes(place)).toThrow(
    expect.objectContaining({
      code: `BAD_${file.toUpperCase()}`,
      message: expect.stringMatching(new RegExp(String.raw`${file}\.yaml:\d+\.$`)) as unknown,
    }),
  );
});

test('the access files of the county are right, and grade every field', () => {
  const county = 'counties/fengxi';
  const registered = readPurposes(county);
  const files = readdirSync(county).filter(name => name.endsWith('.access.yaml'));
  expect(files.length).toBe(8);
  for (const file of files) {
    const fields = accessModelOf(readContract(file.replace('.access.yaml', ''), { county }).model);
    const access = readAccess(join(county, file), fields, registered);
    expect(access.grants.length).toBeGreaterThan(0);
    expect(access.ungraded).toEqual([]);
  }
});
