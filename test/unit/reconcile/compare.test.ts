import { expect, test } from 'vitest';
import { periodRange, parsePeriod } from '../../../lib/kernel/period.ts';
import { comparePlace } from '../../../lib/reconcile/compare.ts';
import type { SideCounts } from '../../../lib/reconcile/count-side.ts';
import type { Pair, Side } from '../../../lib/reconcile/index.ts';

const months = periodRange(parsePeriod('2026-01'), parsePeriod('2026-06'));
const area = { code: '330199', level: 'COUNTY', name: '枫溪县' } as const;
const name = { zh: '甲', en: 'A' };
const rows = { list: 'disputes', typeName: 'Dispute', id: 'id', date: 'acceptedOn', key: null, where: {} };
const side: Side = { name, type: 'dispute', measure: 'ACCEPTED', only: {}, rows };
const pair = (lag: number): Pair => ({ id: 'a', name, lag, sides: [side, side] });

function counts(values: readonly (number | null)[], { margin = 0, leftOut = 0 } = {}): SideCounts {
  return {
    asOf: '2026-09-30',
    roundedTo: margin === 0 ? null : 3,
    error: null,
    of: (_, label) => ({ count: values[months.findIndex(month => month.label === label)] ?? null, margin }),
    leftOut: () => leftOut,
  };
}

function compared(first: SideCounts, second: SideCounts, lag = 1) {
  return comparePlace(pair(lag), area, months, months, [first, second]);
}

test('a surplus is made up by the lack of the next period, and by no earlier one', () => {
  const found = compared(counts([10, 12, 8, 10, 7, 13]), counts([10, 10, 10, 10, 10, 10]));
  expect(found.map(({ difference, timing, verdict }) => [difference, timing, verdict])).toEqual([
    [0, 0, 'EQUAL'],
    [2, 2, 'TIMING'],
    [-2, 2, 'TIMING'],
    [0, 0, 'EQUAL'],
    // First a lack, then a surplus: the second system cannot have counted before the first.
    [-3, 0, 'DIFFERENT'],
    [3, 0, 'DIFFERENT'],
  ]);
});

test.each([
  [1, 'DIFFERENT'],
  [2, 'TIMING'],
])('with a lag of %i a lack two periods later leaves %s', (lag, verdict) => {
  const found = compared(counts([13, 10, 7, 10, 10, 10]), counts([10, 10, 10, 10, 10, 10]), lag);
  expect(found[0]?.verdict).toBe(verdict);
});

test('each lack makes up one surplus only', () => {
  const found = compared(counts([12, 12, 8, 10, 10, 10]), counts([10, 10, 10, 10, 10, 10]), 2);
  expect(found.map(({ timing }) => timing)).toEqual([2, 0, 2, 0, 0, 0]);
});

test('rows that a side could not count explain what it lacks, not what it has too much', () => {
  const [few, many] = [counts([8, 8, 8, 8, 8, 8], { leftOut: 2 }), counts([10, 10, 10, 10, 10, 10])];
  expect(compared(few, many)[0]?.verdict).toBe('LEFT_OUT');
  expect(compared(counts([12, 12, 12, 12, 12, 12], { leftOut: 2 }), many)[0]?.verdict).toBe('DIFFERENT');
  expect(compared(many, few)[0]?.verdict).toBe('LEFT_OUT');
});

test('a difference of rounded counts has bounds, and no verdict within them', () => {
  const found = compared(counts([12, 20, 9, 9, 9, 9], { margin: 2 }), counts([9, 9, 9, 9, 9, 9], { margin: 2 }));
  expect(found[0]).toMatchObject({ difference: 3, bounds: { lower: -1, upper: 7 }, verdict: 'WITHIN_ROUNDING' });
  expect(found[1]).toMatchObject({ difference: 11, bounds: { lower: 7, upper: 15 }, verdict: 'DIFFERENT' });
});

test('what is not given out is no 0', () => {
  const [found] = compared(counts([null, 1, 1, 1, 1, 1]), counts([5, 1, 1, 1, 1, 1]));
  expect(found).toMatchObject({ counts: [null, 5], difference: null, share: null, timing: null, verdict: 'UNKNOWN' });
});

test('the share is of the larger count, and of nothing none', () => {
  const found = compared(counts([8, 0, 1, 1, 1, 1]), counts([10, 0, 1, 1, 1, 1]));
  expect(found.slice(0, 2).map(({ share }) => share)).toEqual([0.2, null]);
});

test('outside the data nothing was counted, which is neither 0 nor agreement', () => {
  const early = { ...counts([0, 0, 0, 0, 0, 0]), asOf: '2026-04-15' };
  const found = comparePlace(pair(1), area, months, months, [early, counts([0, 0, 0, 0, 0, 0])], '2026-02-10');
  expect(found.map(({ verdict, counts: [first], difference }) => [verdict, first, difference])).toEqual([
    ['OUTSIDE', null, null],
    ['EQUAL', 0, 0],
    ['EQUAL', 0, 0],
    ['EQUAL', 0, 0],
    ['OUTSIDE', null, null],
    ['OUTSIDE', null, null],
  ]);
});
