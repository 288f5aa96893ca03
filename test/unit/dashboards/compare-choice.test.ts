import { expect, test } from 'vitest';
import { placeRows } from '../../../dashboards/compare/statistic-rows.ts';
import { readCompareChoice, writeCompareChoice } from '../../../dashboards/page/compare-choice.ts';

const people = ['analyst', 'town-official', 'auditor', 'public'];
const questions = ['calls', 'cases'];

test('a comparison survives the address', () => {
  const hash = '#language=en&question=cases&as=auditor,public,analyst';
  expect(writeCompareChoice(readCompareChoice(hash, people, questions))).toBe(hash);
});

test('what an address says wrongly takes its default', () => {
  const usual = { language: 'zh', question: 'calls', as: ['analyst', 'town-official', 'public'] };
  expect(readCompareChoice('#question=x&as=root,,', people, questions)).toEqual(usual);
  expect(readCompareChoice('', ['judge'], []).as).toEqual(['judge', 'judge', 'judge']);
});

const towns = ['330199001', '330199002'].map(code => ({ code, name: code }));
const columns = [{ measure: 0, isOf: () => true }];

test('a cell that an exact answer leaves out is 0 in the places of the reader, and beyond them there is no row', () => {
  const exact = { roundedTo: null, rows: [] };
  const statesOf = (areas: 'all' | string[]) =>
    placeRows(towns, exact, columns, { decision: { granted: true, areas } }).map(({ key, values }) => [key, values]);
  const zero = [{ state: 'given', words: '0' }];
  expect(statesOf('all')).toEqual([
    ['330199001', zero],
    ['330199002', zero],
  ]);
  expect(statesOf(['330199001'])).toEqual([['330199001', zero]]);
  expect(statesOf([])).toEqual([]);
});

test('a cell of a protected answer is never 0: withheld, or rounded with its margin', () => {
  const rows = [{ area: '330199001', values: [20], margins: [9] }];
  const [first, second] = placeRows(towns, { roundedTo: 10, rows }, columns, {
    decision: { granted: true, areas: 'all' },
  });
  expect(first?.values).toEqual([{ state: 'rounded', words: '20', detail: '±9' }]);
  expect(second?.values[0]?.state).toBe('suppressed');
});
