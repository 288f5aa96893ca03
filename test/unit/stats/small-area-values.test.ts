import { array, assert, constant, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateDifference,
  proportionDifference,
  shrunkenRates,
  shrunkenShares,
  wilson,
} from '../../../lib/stats/index.ts';

function of(x: number, n: number) {
  return { value: x / n, ...(wilson(x, n) ?? { lower: null, upper: null }) };
}

function total(column: readonly number[]): number {
  return column.reduce((sum, each) => sum + each, 0);
}

describe('estimateDifference', () => {
  it('of two Wilson intervals is the published difference of Newcombe: 56/70 and 48/80', () => {
    const found = estimateDifference(of(56, 70), of(48, 80));
    expect(found.lower).toBeCloseTo(0.0524, 4);
    expect(found.upper).toBeCloseTo(0.3339, 4);
    expect(found).toEqual(proportionDifference(56, 70, 48, 80));
  });

  it('has no limit where the limit that it rests on is missing, and nothing where a value is', () => {
    const open = { value: 2, lower: 1, upper: null };
    expect(estimateDifference(open, { value: 1, lower: 1, upper: 1 })).toEqual({ value: 1, lower: 0, upper: null });
    const none = { value: null, lower: null, upper: null };
    expect(estimateDifference(open, none)).toEqual(none);
  });
});

/** The weight of an area's own share, written as spdep::EBest(family = "binomial") has it: rho of Martuzzi and Elliott 1996. */
function rhoOf(x: readonly number[], n: readonly number[], area: number): number {
  const size = total(n) / n.length;
  const b = total(x) / total(n);
  const s2 = x.reduce((sum, count, i) => sum + (n[i] ?? 0) * (count / (n[i] ?? 1) - b) ** 2, 0) / total(n);
  const own = n[area] ?? 0;
  const above = own * s2 - (own / size) * b * (1 - b);
  return above / ((own - 1) * s2 + ((size - own) / size) * b * (1 - b));
}

describe('shrunkenShares', () => {
  const x = [80, 30, 55, 12, 190];
  const n = [100, 60, 60, 40, 200];

  it("gives Martuzzi and Elliott's estimates", () => {
    const b = x.reduce((a, c) => a + c, 0) / n.reduce((a, c) => a + c, 0);
    const found = shrunkenShares(x, n);
    for (const [area, count] of x.entries()) {
      const rho = rhoOf(x, n, area);
      expect(found[area]?.value).toBeCloseTo(rho * (count / (n[area] ?? 1)) + (1 - rho) * b, 12);
    }
  });

  it('gives all places the share of all, with its interval, where they differ by no more than chance', () => {
    expect(shrunkenShares([5, 10, 15], [10, 20, 30])).toEqual([1, 2, 3].map(() => ({ value: 0.5, ...wilson(30, 60) })));
  });

  it('leaves out an area without rows', () => {
    expect(shrunkenShares([0, 5, 9], [0, 10, 10])[0]).toBeNull();
  });

  it('lies between the own share and that of all, and inside its interval, which stays within 0 and 1', () => {
    const area = integer({ min: 1, max: 300 }).chain(whole => tuple(integer({ min: 0, max: whole }), constant(whole)));
    assert(
      property(array(area, { minLength: 2, maxLength: 20 }), areas => {
        const [part, whole] = [areas.map(([a]) => a), areas.map(([, b]) => b)];
        const mean = part.reduce((a, c) => a + c, 0) / whole.reduce((a, c) => a + c, 0);
        for (const [i, shrunken] of shrunkenShares(part, whole).entries()) {
          const own = (part[i] ?? 0) / (whole[i] ?? 1);
          const [low, high] = [Math.min(own, mean) - 1e-9, Math.max(own, mean) + 1e-9];
          expect(shrunken).not.toBeNull();
          if (shrunken === null) return;
          expect(shrunken.value).toBeGreaterThanOrEqual(low);
          expect(shrunken.value).toBeLessThanOrEqual(high);
          expect(shrunken.lower).toBeGreaterThanOrEqual(0);
          expect(shrunken.lower).toBeLessThanOrEqual(shrunken.value + 1e-9);
          expect(shrunken.upper).toBeGreaterThanOrEqual(shrunken.value - 1e-9);
          expect(shrunken.upper).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('shrunkenRates', () => {
  it('draws a small area further than a large one, and keeps the large one within its own data', () => {
    const found = shrunkenRates([0, 300, 120, 200], [100, 10_000, 10_000, 10_000]);
    const mean = 620 / 30_100;
    expect(Math.abs((found[0]?.value ?? 0) - mean)).toBeLessThan(0.25 * mean);
    expect(found[1]?.value).toBeGreaterThan(0.028);
    expect((found[0]?.upper ?? 0) - (found[0]?.lower ?? 0)).toBeGreaterThan(
      (found[1]?.upper ?? 0) - (found[1]?.lower ?? 0),
    );
  });

  it('is null where nothing happened anywhere, and for an area without population', () => {
    expect(shrunkenRates([0, 0], [10, 10])).toEqual([null, null]);
    expect(shrunkenRates([1, 2], [0, 10])[0]).toBeNull();
  });
});
