import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pairsOfCounty } from '../../../lib/cli/county-pairs.ts';
import { fengxi } from '../../county.ts';

const folder = mkdtempSync(join(tmpdir(), 'countygraph-pairs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const right = `pairs:
  - id: referrals
    name: { zh: 委派, en: Referrals }
    sides:
      - name: { zh: 法院, en: Court }
        count: preFilingMediation.REFERRED
        key: dispute
      - name: { zh: 司法, en: Justice }
        count: dispute.ACCEPTED
        only: { channel: [COURT] }
`;

function read(text: string) {
  writeFileSync(join(folder, 'reconciliation.yaml'), text);
  return pairsOfCounty({ ...fengxi, folder });
}

test('a pair says how its rows are listed, by what the schema declares of the measure', () => {
  const [pair] = read(right);
  expect(pair).toMatchObject({ id: 'referrals', lag: 1 });
  expect(pair?.sides.map(({ rows }) => rows)).toEqual([
    {
      list: 'preFilingMediations',
      typeName: 'PreFilingMediation',
      id: 'id',
      date: 'referredOn',
      key: { field: 'dispute', id: 'id' },
      where: {},
    },
    { list: 'disputes', typeName: 'Dispute', id: 'id', date: 'acceptedOn', key: null, where: { channel: ['COURT'] } },
  ]);
});

test.each([
  ['a word that there is not', right.replace('count: dispute', 'counts: dispute'), 8],
  ['a measure that there is not', right.replace('dispute.ACCEPTED', 'dispute.FOUND'), 9],
  ['a measure that counts no events', right.replace('dispute.ACCEPTED', 'dispute.OPEN'), 9],
  ['a type that there is not', right.replace('dispute.ACCEPTED', 'quarrel.ACCEPTED'), 9],
  ['a measure with a limit', right.replace('dispute.ACCEPTED', 'courtCase.CLOSED_WITHIN_LIMIT'), 9],
  ['a measure of moments', right.replace('dispute.ACCEPTED', 'policeIncident.CALLS'), 9],
  [
    'a measure of what can be read, unsaid',
    right.replace('preFilingMediation.REFERRED', 'preFilingMediation.ENDED'),
    6,
  ],
  ['a dimension that there is not', right.replace('channel:', 'colour:'), 10],
  ['a value that there is not', right.replace('[COURT]', '[MOON]'), 10],
  ['a link that there is not', right.replace('key: dispute', 'key: outcome'), 7],
  ['one side', right.slice(0, right.indexOf('      - name: { zh: 司法')), 5],
  ['an id twice', right + right.slice(right.indexOf('  - id')), 11],
])('%s is refused with file and line', (_, text, line) => {
  const sentence = expect.stringContaining(`reconciliation.yaml:${line}`) as string;
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'BAD_RECONCILIATION', message: sentence }));
});

test('a county without the file is told to write one', () => {
  expect(() => pairsOfCounty({ ...fengxi, folder: tmpdir() })).toThrow(
    expect.objectContaining({ code: 'BAD_RECONCILIATION' }),
  );
});
