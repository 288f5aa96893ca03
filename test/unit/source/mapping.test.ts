import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { openSource, readMapping, type RecordType } from '../../../lib/source/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-mapping-'));
const database = join(folder, 'court.sqlite');
beforeAll(() => {
  new Database(database).exec('CREATE TABLE AJ (AH TEXT, LARQ TEXT, LB TEXT)').close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = `database: court
types:
  CourtCase:
    from: AJ
    key: AH
    fields:
      filedOn: { column: LARQ, date: yyyyMMdd }
      kind: { column: LB, codes: kinds }
codes:
  kinds: { map: { '01': CIVIL } }
`;

const courtCase: RecordType = {
  name: 'CourtCase',
  key: 'id',
  fields: new Map([
    ['id', 'id'],
    ['filedOn', 'date'],
    ['kind', 'enum'],
  ]),
  dimensions: [],
  measures: new Map(),
};

async function opened(text: string): Promise<void> {
  const file = join(folder, 'court.mapping.yaml');
  writeFileSync(file, text);
  const source = await openSource(`sqlite:${database}`, readMapping(file), [courtCase], {
    county: '330199',
    has: () => true,
  });
  await source.close();
}

test('a mapping that fits its database and its type', async () => {
  await expect(opened(good)).resolves.toBeUndefined();
});

test.each([
  ['broken YAML', good.replace('date: yyyyMMdd }', 'date: yyyyMMdd'), /court\.mapping\.yaml:\d/],
  ['an unknown word', good.replace('key: AH', 'primary: AH'), /"primary".*yaml:/],
  ['an unknown date format', good.replace('yyyyMMdd', 'dd.QQ.yyyy'), /a date format of yyyy.*dd\.QQ\.yyyy.*yaml:7/],
  ['a table that is not there', good.replace('from: AJ', 'from: AJXX'), /AJXX.*yaml:4/],
  ['a column that is not there', good.replace('column: LARQ', 'column: LARQ2'), /LARQ2 in AJ.*yaml:7/],
  ['a key column that is not there', good.replace('key: AH', 'key: [AH, XH]'), /XH in AJ.*yaml:5/],
  ['no key', good.replace('    key: AH\n', ''), /a key of CourtCase/],
  ['no mapping of a field', good.replace(/ {6}kind:.*\n/, ''), /CourtCase\.kind.*yaml:/],
  [
    'a field that the schema does not have',
    good.replace('codes:\n', 'codes:\n').replace('      kind:', '      name: { column: LB }\n      kind:'),
    /only fields of CourtCase.*name.*yaml:8/,
  ],
  ['a date without its format', good.replace(', date: yyyyMMdd', ''), /the word date for CourtCase\.filedOn.*yaml:7/],
  ['a code list that is not there', good.replace('codes: kinds', 'codes: kind'), /a code list kind .*yaml:8/],
  ['a type that is not mapped', good.replace('CourtCase:', 'Enforcement:'), /a mapping of the type CourtCase/],
])('%s is BAD_MAPPING with file and line', async (_, text, message) => {
  await expect(opened(text)).rejects.toMatchObject({
    code: 'BAD_MAPPING',
    kind: 'operator',
    message: expect.stringMatching(message),
  });
});
