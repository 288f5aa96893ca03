import { expect, test } from 'vitest';
import { indicatorsByOwner, isFound } from '../../../dashboards/data/indicators-by-owner.ts';
import { readIndicatorsChoice, writeIndicatorsChoice } from '../../../dashboards/page/indicators-choice.ts';
import { catalogue } from '../../../lib/indicators/index.ts';

test('a choice survives the address', () => {
  const hash =
    '#language=en&area=330199003&period=2026-08&as=town-official&search=two+words&open=clearance_rate,repeat_call_share';
  expect(writeIndicatorsChoice(readIndicatorsChoice(hash))).toBe(hash);
});

test('what an address says wrongly is left out', () => {
  expect(readIndicatorsChoice('#open=a,B,<x>,,c_1')).toMatchObject({ open: ['a', 'c_1'], search: '' });
});

test('every indicator stands in one group', () => {
  const grouped = indicatorsByOwner(catalogue).flatMap(({ indicators }) => indicators);
  expect(new Set(grouped)).toEqual(new Set(catalogue));
  expect(grouped).toHaveLength(catalogue.length);
});

const found = (search: string) => catalogue.filter(each => isFound(each, search, 'zh')).map(({ id }) => id);

test('a search finds by name in both languages, id and question, all its words, in any case', () => {
  expect(found('CLEARANCE')).toContain('clearance_rate');
  expect(found('收结比')).toEqual(['clearance_rate']);
  expect(found('clearance 收结')).toEqual(['clearance_rate']);
  expect(found('')).toHaveLength(catalogue.length);
});
