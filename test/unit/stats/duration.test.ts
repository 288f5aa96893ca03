import { describe, expect, it } from 'vitest';
import {
  histogramQuantile,
  kaplanMeier,
  kmQuantile,
  kmSurvival,
  quantile,
  type DurationHistogram,
} from '../../../lib/stats/index.ts';

const nothing = { value: null, lower: null, upper: null };
const empty: DurationHistogram = { length: [], closed: [], open: [] };
const allOpen: DurationHistogram = { length: [3, 9], closed: [0, 0], open: [4, 2] };
const mixed: DurationHistogram = { length: [1, 2, 5, 8], closed: [3, 4, 2, 1], open: [0, 1, 3, 2] };

describe('quantile', () => {
  it('is null without values and the value itself for one', () => {
    expect(quantile([], 0.5)).toBeNull();
    for (const type of [1, 2, 3, 4, 5, 6, 7, 8, 9] as const) expect(quantile([4], 0.9, type)).toBe(4);
  });

  it('meets each value at the plotting position of its type', () => {
    const values = [2, 3, 5, 7, 11, 13];
    const n = values.length;
    const positions = {
      4: (k: number) => k / n,
      5: (k: number) => (k - 1 / 2) / n,
      6: (k: number) => k / (n + 1),
      7: (k: number) => (k - 1) / (n - 1),
      8: (k: number) => (k - 1 / 3) / (n + 1 / 3),
      9: (k: number) => (k - 3 / 8) / (n + 1 / 4),
    } as const;
    for (const type of [4, 5, 6, 7, 8, 9] as const) {
      values.forEach((value, row) => expect(quantile(values, positions[type](row + 1), type)).toBeCloseTo(value, 9));
      expect(quantile(values, (positions[type](2) + positions[type](3)) / 2, type)).toBeCloseTo(4, 9);
    }
  });

  it('of types 1 to 3 steps from rank to rank, averages at jumps, and takes the even rank of two as near', () => {
    const values = [10, 20, 30, 40];
    const of = (type: 1 | 2 | 3) => [0.25, 0.3, 0.375, 0.5, 0.625, 1].map(p => quantile(values, p, type));
    expect(of(1)).toEqual([10, 20, 20, 20, 30, 40]);
    expect(of(2)).toEqual([15, 20, 20, 25, 30, 40]);
    expect(of(3)).toEqual([10, 10, 20, 20, 20, 40]);
  });

  it('reaches both ends and leaves its input alone', () => {
    const values = [10, 9, 1];
    expect(quantile(values, 0)).toBe(1);
    expect(quantile(values, 1)).toBe(10);
    expect(values).toEqual([10, 9, 1]);
  });

  it('refuses NaN and a probability outside 0 to 1', () => {
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 50)).toThrow(RangeError);
  });
});

describe('histogramQuantile', () => {
  it('is null when the column is empty', () => {
    expect(histogramQuantile(empty, 0.5)).toEqual(nothing);
    expect(histogramQuantile(allOpen, 0.5)).toEqual(nothing);
    expect(histogramQuantile(allOpen, 0.5, { of: 'open' }).value).toBe(3);
  });

  it('equals the quantile of the listed items', () => {
    const items = [1, 1, 1, 2, 2, 2, 2, 5, 5, 8];
    for (const p of [0.1, 0.25, 0.5, 0.72, 0.9]) {
      expect(histogramQuantile(mixed, p).value).toBeCloseTo(quantile(items, p) ?? 0, 12);
    }
  });

  it('takes ranks 2 and 9 of 10 for the median at 95 %, and none for too few items', () => {
    const length = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const each = length.map(() => 1);
    const none = length.map(() => 0);
    expect(histogramQuantile({ length, closed: each, open: none }, 0.5)).toEqual({ value: 5.5, lower: 2, upper: 9 });
    expect(histogramQuantile({ length: [7], closed: [1], open: [0] }, 0.5)).toEqual({ ...nothing, value: 7 });
  });

  it('refuses the ends', () => {
    expect(() => histogramQuantile(mixed, 0)).toThrow(RangeError);
    expect(() => histogramQuantile(mixed, 1)).toThrow(RangeError);
  });
});

describe('kaplanMeier', () => {
  it('is empty for an empty histogram and for one of zeros', () => {
    expect(kaplanMeier(empty).time).toEqual([]);
    expect(kaplanMeier({ length: [5], closed: [0], open: [0] }).time).toEqual([]);
    expect(kmQuantile(kaplanMeier(empty), 0.5)).toEqual(nothing);
    expect(kmSurvival(kaplanMeier(empty), 1)).toEqual(nothing);
  });

  it('stays at 1 when all are still open', () => {
    const curve = kaplanMeier(allOpen);
    expect(curve.survival).toEqual([1, 1]);
    expect(kmQuantile(curve, 0.5)).toEqual(nothing);
    expect(kmSurvival(curve, 5)).toEqual({ ...nothing, value: 1 });
    expect(kmSurvival(curve, 10)).toEqual(nothing);
  });

  it('comes down to 0 when the last one closed', () => {
    const curve = kaplanMeier({ length: [1, 2, 3], closed: [1, 1, 1], open: [0, 0, 0] });
    expect(curve.survival[2]).toBe(0);
    expect(curve.standardError.every(Number.isFinite)).toBe(true);
    expect(kmQuantile(curve, 0.5).value).toBe(2);
    expect(kmQuantile(curve, 0.9)).toMatchObject({ value: 3, upper: null });
    expect(kmSurvival(curve, 99)).toEqual({ ...nothing, value: 0 });
  });

  it('counts lengths of 0, and is 1 before the first', () => {
    const curve = kaplanMeier({ length: [0, 4], closed: [1, 0], open: [0, 3] });
    expect(kmSurvival(curve, 0).value).toBe(0.75);
    expect(kmSurvival(curve, -1).value).toBe(1);
  });

  it('adds histograms by concatenation, in any order', () => {
    const other: DurationHistogram = { length: [8, 2], closed: [1, 1], open: [0, 5] };
    const sum: DurationHistogram = { length: [1, 2, 5, 8], closed: [3, 5, 2, 2], open: [0, 6, 3, 2] };
    const both: DurationHistogram = {
      length: [...other.length, ...mixed.length],
      closed: [...other.closed, ...mixed.closed],
      open: [...other.open, ...mixed.open],
    };
    expect(kaplanMeier(both)).toEqual(kaplanMeier(sum));
  });

  it('ignores lengths at which only open ones were cut off when it looks for the next closing', () => {
    // S = 0.5 from 2 until the closing at 6; the cut-off at 4 lies within that flat stretch.
    const curve = kaplanMeier({ length: [1, 2, 4, 6, 7], closed: [2, 1, 0, 1, 0], open: [0, 0, 1, 0, 1] });
    expect(curve.survival[1]).toBeCloseTo(0.5, 12);
    expect(kmQuantile(curve, 0.5).value).toBe(4);
  });

  it('has a wider interval at a higher confidence', () => {
    const curve = kaplanMeier(mixed);
    const usual = kmSurvival(curve, 2);
    const wide = kmSurvival(curve, 2, { confidence: 0.998 });
    expect(wide.lower ?? 1).toBeLessThan(usual.lower ?? 0);
    expect(wide.upper ?? 0).toBeGreaterThan(usual.upper ?? 1);
  });

  it('refuses the ends', () => {
    expect(() => kmQuantile(kaplanMeier(mixed), 0)).toThrow(RangeError);
    expect(() => kmQuantile(kaplanMeier(mixed), 1)).toThrow(RangeError);
  });
});
