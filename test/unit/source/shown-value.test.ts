import { describe, expect, test } from 'vitest';
import { alikeValues, mixedCapitals } from '../../../lib/source/quality/alike-values.ts';
import { shownValue, shownValues } from '../../../lib/source/quality/shown-value.ts';

describe('a code as it may be shown', () => {
  test.each([
    ['99', 1, '99'],
    ['A-01/2', 1, 'A-01/2'],
    ['330198104', 1, '330198104'],
    ['330198104001001', 1, '330198104001001'],
    // Shared by many rows, a text is no name that strayed into the column.
    ['来信', 5, '来信'],
    ['Nolle Prosecution', 5, 'Nolle Prosecution'],
    ['来信', 4, '字字'],
    ['Jane Roe', 4, 'AAAA AAA'],
    ['JaneRoeOfTheVillage', 1, 'AAAAAAAAAAAAAAAAAAA'],
    // A number of a person is never shown, however many rows have it.
    ['33019919800101123X', 90, '99999999999999999A'],
    ['身份证330199198001011234', 90, '字字字999999999999999999'],
    ['13805717788', 90, '99999999999'],
    ['电话：138 0571 7788', 90, '字字：999 9999 9999'],
    ['２０２４', 1, '９９９９'],
    ['Ａ', 1, 'A'],
  ])('%s of %i rows is shown as %s', (value, rows, shown) => {
    expect(shownValue({ value, rows })).toEqual({ value: shown, rows });
  });

  test('values that look alike then are one, the most frequent first', () => {
    const met = [
      { value: '张三', rows: 1 },
      { value: '李四', rows: 2 },
      { value: '9', rows: 2 },
    ];
    expect(shownValues(met, 2)).toEqual([
      { value: '字字', rows: 3 },
      { value: '9', rows: 2 },
    ]);
  });
});

const met = (...values: string[]) => values.map(value => ({ value, rows: 10 }));

describe('spellings of codes', () => {
  test('alike but for letter case, width or blanks', () => {
    const [found] = alikeValues('kind', met('WG', 'wg', 'Ｗ Ｇ', 'LF'));
    expect([found?.rows, found?.about]).toEqual([30, { groups: 1 }]);
    expect(alikeValues('kind', met('WG', 'LF'))).toEqual([]);
  });

  test('some in capitals and some not', () => {
    const [found] = mixedCapitals('decision', met('FNG', 'BFW', 'Case Dismissed', '9'));
    expect([found?.rows, found?.about]).toEqual([20, { capitals: 2, codes: 3 }]);
    expect(mixedCapitals('decision', met('FNG', 'BFW', '9'))).toEqual([]);
    expect(mixedCapitals('decision', met('Case Dismissed', 'A'))).toEqual([]);
  });
});
