import { expect, test } from 'vitest';
import { csv, csvCell } from '../../../lib/cli/csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1+1', "'＝1+1"],
  ['-12.5', '-12.5'],
  ['甲,乙', '"甲,乙"'],
  ['他说"好"', '"他说""好"""'],
  ['=1,2', '"\'=1,2"'],
])('the text %j is %j: no formula, no second cell', (text, cell) => expect(csvCell(text)).toBe(cell));

test.each([
  [-1e-7, '-1e-7'],
  [0, '0'],
  [null, ''],
])('%j, which is no text, is %j', (value, cell) => expect(csvCell(value)).toBe(cell));

test('a file begins with the mark of UTF-8', () => expect(csv([['枫溪县'], [1]])).toBe('\uFEFF枫溪县\r\n1'));
