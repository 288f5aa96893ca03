import { expect, test } from 'vitest';
import { rankedQuantile, survivalMedian, survivalShare } from '../../../lib/synthetic/survival.ts';

test('a curve that rests at one half gives the middle of the rest (survival::survfit, R 4.2.2)', () => {
  const histogram = {
    length: [1, 2, 3, 4, 5, 6, 7, 8],
    closed: [1, 1, 1, 1, 0, 0, 1, 0],
    open: [0, 0, 0, 0, 1, 1, 0, 1],
  };
  expect(survivalMedian(histogram)).toBe(5.5);
});

test('pending cases make the median longer than that of the closed ones', () => {
  expect(survivalMedian({ length: [10, 20, 30], closed: [2, 1, 1], open: [0, 3, 0] })).toBe(30);
});

test('no median when fewer than half have ended', () => {
  expect(survivalMedian({ length: [5, 9], closed: [1, 0], open: [0, 2] })).toBeNull();
  expect(survivalMedian({ length: [], closed: [], open: [] })).toBeNull();
});

test('quantiles of type 7 interpolate between neighbours', () => {
  expect(rankedQuantile([1, 2, 3, 10], [1, 1, 0, 2], 0.5)).toBe(6);
  expect(rankedQuantile([7], [0], 0.5)).toBeNull();
});

test('a share that lasts counts open rows as long as they were seen', () => {
  // 3 of 4 survive 10; one of the three is lost to sight at 20; half of the two left end at 30.
  const histogram = { length: [10, 20, 30, 40], closed: [1, 0, 1, 0], open: [0, 1, 0, 1] };
  expect(survivalShare(histogram, 9)).toBe(1);
  expect(survivalShare(histogram, 20)).toBe(0.75);
  expect(survivalShare(histogram, 30)).toBe(0.375);
  expect(survivalShare(histogram, 41)).toBeNull();
  expect(survivalShare({ length: [], closed: [], open: [] }, 1)).toBeNull();
});
