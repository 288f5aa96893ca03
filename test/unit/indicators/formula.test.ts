import { expect, test } from 'vitest';
import {
  countRatio,
  type Histogram,
  kaplanMeierMedian,
  per10k,
  quantile,
  share,
  sumShare,
} from '../../../lib/indicators/index.ts';
import { durations, measure } from '../../../lib/indicators/index.ts';

const x = measure('courtCase', 'CLOSED');
const n = measure('courtCase', 'FILED');
const time = durations('courtCase', 'TIME_TO_CLOSE');

function cell(closed: number, filed: number, histogram?: Histogram) {
  return {
    count: (term: typeof x) => (term.measure === 'CLOSED' ? closed : filed),
    register: () => 0,
    days: 31,
    lengths: () => histogram ?? { unit: 'DAY' as const, length: [], closed: [], open: [] },
  };
}

test('a share has Wilson limits within 0 and 100', () => {
  // Published with PHEindicatormethods: 65 of 100.
  const result = share(x, n).evaluate(cell(65, 100));
  expect(result).toMatchObject({ value: 65, numerator: 65, denominator: 100, rows: 100, undetermined: null });
  expect(result.interval?.lower).toBeCloseTo(55.254446, 5);
  expect(result.interval?.upper).toBeCloseTo(73.635752, 5);
});

test('a ratio of counts may exceed 100 and has no Wilson limits', () => {
  const result = countRatio(x, n).evaluate(cell(120, 100));
  expect(result.value).toBe(120);
  expect(result.interval?.lower).toBeLessThan(120);
  expect(result.interval?.upper).toBeGreaterThan(120);
});

test('a share of sums has no interval and rests on an unknown number of rows', () => {
  expect(sumShare(x, n).evaluate(cell(1, 4))).toMatchObject({ value: 25, interval: null, rows: null });
});

test('a rate per 10,000 has Byar limits from ten events on', () => {
  // Published with PHEindicatormethods: 65 events.
  const result = per10k(x, n).evaluate(cell(65, 20_000));
  expect(result.value).toBe(32.5);
  expect(result.interval?.lower).toBeCloseTo(50.1631877 / 2, 5);
  expect(result.interval?.upper).toBeCloseTo(82.8491385 / 2, 5);
});

test('a denominator of 0 determines nothing', () => {
  for (const formula of [share(x, n), countRatio(x, n), sumShare(x, n), per10k(x, n)]) {
    expect(formula.evaluate(cell(0, 0))).toMatchObject({ value: null, interval: null, undetermined: 'NO_DENOMINATOR' });
  }
});

test('a Kaplan-Meier median counts open cases for as long as they have lasted', () => {
  const histogram: Histogram = { unit: 'DAY', length: [10, 20, 30, 40], closed: [1, 0, 1, 1], open: [0, 1, 0, 0] };
  // S falls to 3/4 at 10, (one censored at 20), to 3/8 at 30.
  expect(kaplanMeierMedian(time).evaluate(cell(0, 0, histogram))).toMatchObject({
    value: 30,
    numerator: 3,
    denominator: 4,
  });
});

test('a median is not reached while too many are open', () => {
  const open: Histogram = { unit: 'DAY', length: [10, 20], closed: [1, 0], open: [0, 3] };
  expect(kaplanMeierMedian(time).evaluate(cell(0, 0, open))).toMatchObject({
    value: null,
    undetermined: 'NOT_REACHED',
  });
  expect(kaplanMeierMedian(time).evaluate(cell(0, 0))).toMatchObject({ value: null, undetermined: 'NO_DENOMINATOR' });
});

test('quantiles of seconds are minutes and leave open ones out', () => {
  const arrivals: Histogram = {
    unit: 'SECOND',
    length: [120, 240, 360, 9999],
    closed: [1, 1, 1, 0],
    open: [0, 0, 0, 5],
  };
  expect(quantile(time, 0.5).evaluate(cell(0, 0, arrivals))).toMatchObject({ value: 4, numerator: 3, denominator: 8 });
});
