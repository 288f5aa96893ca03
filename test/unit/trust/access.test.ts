import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readAccess } from '../../../lib/trust/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-access-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = join(folder, 'court.access.yaml');
  writeFileSync(file, text);
  return file;
}

const grant = (words: string): string => `grants:\n  - { ${words} }\n`;

test('a grant with all its words', () => {
  const text = grant(
    "to: analyst, read: { CourtCase: all, Enforcement: [id] }, areas: ['330199001'], statistics: exact",
  );
  expect(readAccess(written(text))).toEqual({
    grants: [
      { to: 'analyst', read: { CourtCase: 'all', Enforcement: ['id'] }, areas: ['330199001'], statistics: 'exact' },
    ],
  });
});

test.each([
  ['no file', undefined],
  ['an empty file', ''],
  ['broken YAML', 'grants: ['],
  ['no list', 'grants: { to: analyst }'],
  ['an empty grant', 'grants:\n  -\n'],
  ['no role', grant('read: { CourtCase: all }, statistics: exact')],
  ['nothing to read', grant('to: analyst, statistics: exact')],
  ['null to read', grant('to: analyst, read: null, statistics: exact')],
  ['a field that is not in a list', grant('to: analyst, read: { CourtCase: id }, statistics: exact')],
  ['no word on statistics', grant('to: analyst, read: { CourtCase: all }')],
  ['another word on statistics', grant('to: analyst, read: { CourtCase: all }, statistics: yes')],
  [
    'an area that is not in a list',
    grant("to: analyst, read: { CourtCase: all }, areas: '330199001', statistics: exact"),
  ],
  ['an area that is a number', grant('to: analyst, read: { CourtCase: all }, areas: [330199001], statistics: exact')],
  ['an area by its name', grant('to: analyst, read: { CourtCase: all }, areas: [枫溪], statistics: exact')],
  ['half an area code', grant("to: analyst, read: { CourtCase: all }, areas: ['3301'], statistics: exact")],
])('%s is BAD_ACCESS_FILE and opens nothing', (_, text) => {
  const file = text === undefined ? join(folder, 'none.yaml') : written(text);
  expect(() => readAccess(file)).toThrow(expect.objectContaining({ code: 'BAD_ACCESS_FILE', kind: 'operator' }));
});

test('the access files of the county are right', () => {
  const files = readdirSync('counties/fengxi').filter(name => name.endsWith('.access.yaml'));
  expect(files.length).toBe(8);
  for (const file of files) expect(readAccess(join('counties/fengxi', file)).grants.length).toBeGreaterThan(0);
});
