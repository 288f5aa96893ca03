import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  borda,
  entropyWeights,
  goalposts,
  minMax,
  rankRobustness,
  ranks,
  weightedMean,
  zScores,
} from '../../../lib/stats/index.ts';
import { sum } from '../../../lib/stats/sum.ts';

const column = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 20 });

describe('normalisation', () => {
  it('leaves a missing value missing, and out of the extremes, the mean and the places', () => {
    expect(minMax([1, null, 3, 5])).toEqual([0, null, 0.5, 1]);
    expect(zScores([1, null, 2, 3])).toEqual([-1, null, 0, 1]);
    expect(borda([1, null, 3, 3])).toEqual([0, null, 1, 1]);
    expect(goalposts([5, null], [0, 10])).toEqual([0.5, null]);
  });

  it('has no values when the units do not differ', () => {
    expect(minMax([4, 4])).toEqual([null, null]);
    expect(zScores([4, 4])).toEqual([null, null]);
    expect(zScores([4])).toEqual([null]);
    expect(minMax([])).toEqual([]);
  });

  it('turns an indicator round whose less is better', () => {
    expect(minMax([1, 3, 5], -1, [1, 100])).toEqual([100, 50.5, 1]);
    expect(borda([1, 3, 5], -1)).toEqual([2, 1, 0]);
    expect(goalposts([-5, 2, 50], [0, 10], -1)).toEqual([1, 0.8, 0]);
    expect(() => goalposts([1], [10, 0])).toThrow(RangeError);
  });

  it('does not change when the unit of the values changes', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 50 }), (values, scale) => {
        const other = values.map(each => each * scale + 7);
        minMax(values).forEach((each, row) => {
          const ours = minMax(other)[row] ?? null;
          if (each === null) expect(ours).toBeNull();
          else expect(ours).toBeCloseTo(each, 9);
        });
        expect(borda(other)).toEqual(borda(values));
      }),
    );
  });
});

describe('ranks', () => {
  it('gives no rank to a missing score, and shares the smaller rank among equal ones', () => {
    expect(ranks([7, null, 9, 7, 1])).toEqual([2, null, 1, 2, 4]);
    expect(ranks([7, null, 9], 'lowest')).toEqual([1, null, 2]);
    expect(ranks([null])).toEqual([null]);
  });
});

describe('weightedMean', () => {
  it('is null when a value with weight is missing, unless the others may take its weight', () => {
    expect(weightedMean([1, null], [1, 1])).toBeNull();
    expect(weightedMean([1, null], [1, 0])).toBe(1);
    expect(weightedMean([1, null, 4], [1, 5, 2], 'arithmetic', 'reweight')).toBe(3);
    expect(weightedMean([null], [1], 'arithmetic', 'reweight')).toBeNull();
    expect(weightedMean([1], [0])).toBeNull();
  });

  it('is null where a geometric or harmonic mean is not defined', () => {
    expect(weightedMean([0, 5], [1, 1], 'geometric')).toBeNull();
    expect(weightedMean([0, 5], [1, 1], 'harmonic')).toBeNull();
    expect(weightedMean([0, 5], [1, 1])).toBe(2.5);
  });

  it('refuses weights that do not fit', () => {
    expect(() => weightedMean([1, 2], [1])).toThrow(RangeError);
    expect(() => weightedMean([1, 2], [1, -1])).toThrow(RangeError);
  });

  it('puts the harmonic below the geometric below the arithmetic mean', () => {
    const pair = fc.tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), pairs => {
        const mean = (kind: 'arithmetic' | 'geometric' | 'harmonic') =>
          weightedMean(
            pairs.map(([value]) => value),
            pairs.map(([, weight]) => weight),
            kind,
          ) ?? Number.NaN;
        expect(mean('harmonic')).toBeLessThanOrEqual(mean('geometric') * (1 + 1e-9));
        expect(mean('geometric')).toBeLessThanOrEqual(mean('arithmetic') * (1 + 1e-9));
      }),
    );
  });
});

describe('entropyWeights', () => {
  it('leaves out missing values, and gives no weight to an indicator that tells nothing', () => {
    const weights = entropyWeights([
      [1, 2, 3],
      [5, 5, 5],
      [1, null, 9],
    ]);
    expect(weights?.[1]).toBe(0);
    expect(sum(weights ?? [])).toBeCloseTo(1, 12);
    expect(entropyWeights([[5, 5], [null]])).toBeNull();
  });
});

describe('rankRobustness', () => {
  const scores = [
    [90, 10],
    [50, 50],
    [10, 80],
  ];

  it('has no ranks for a unit with a missing value, unless the weights may move', () => {
    const gap = [...scores, [null, 99]];
    expect(rankRobustness(gap, [1, 1]).units[3]).toBeNull();
    const moved = rankRobustness(gap, [1, 1], { missing: 'reweight', leaveOneOut: false });
    expect(moved.units[3]).toEqual({ best: 1, median: 1, worst: 1 });
  });

  it('counts its scenarios and finds the ranks between which a unit moves', () => {
    const { scenarios, units } = rankRobustness(scores, [1, 1]);
    expect(scenarios).toBe(8);
    expect(units[0]).toEqual({ best: 1, median: expect.any(Number), worst: 3 });
    expect(rankRobustness(scores, [1, 1], { means: ['arithmetic'], weights: [], leaveOneOut: false })).toMatchObject({
      scenarios: 1,
      units: [
        { best: 1, worst: 1 },
        { best: 1, worst: 1 },
        { best: 3, worst: 3 },
      ],
    });
  });
});
