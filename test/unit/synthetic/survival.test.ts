import { expect, test } from 'vitest';
import { closedQuantile, survivalMedian } from '../../../lib/synthetic/survival.ts';

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

test('quantiles of type 7 interpolate between neighbours, and leave the open ones out', () => {
  expect(closedQuantile({ length: [1, 2, 3, 10], closed: [1, 1, 0, 2], open: [0, 0, 5, 0] }, 0.5)).toBe(6);
  expect(closedQuantile({ length: [7], closed: [0], open: [1] }, 0.5)).toBeNull();
});
