import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byar,
  histogramQuantile,
  kaplanMeier,
  poissonExact,
  proportionDifference,
  quantile,
  rateInterval,
  rateRatio,
  wilson,
  type QuantileType,
} from '../../../lib/stats/index.ts';

const part = fc.integer({ min: 1, max: 5000 }).chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const count = fc.integer({ min: 0, max: 5000 });
const exposure = fc.integer({ min: 1, max: 1_000_000 });
const none = Number.NaN;

function width(x: number, n: number, confidence?: number): number {
  const interval = wilson(x, n, confidence);
  return (interval?.upper ?? none) - (interval?.lower ?? none);
}

describe('intervals', () => {
  it('of proportions hold them, lie within 0 to 1, and turn round with the other outcome', () => {
    fc.assert(
      fc.property(part, ([x, n]) => {
        const interval = wilson(x, n);
        expect(interval?.lower).toBeGreaterThanOrEqual(0);
        expect(interval?.lower).toBeLessThanOrEqual(x / n);
        expect(interval?.upper).toBeGreaterThanOrEqual(x / n);
        expect(interval?.upper).toBeLessThanOrEqual(1);
        expect(wilson(n - x, n)?.upper).toBeCloseTo(1 - (interval?.lower ?? none), 12);
      }),
    );
  });

  it('narrow with more data and with less confidence', () => {
    fc.assert(
      fc.property(part, ([x, n]) => {
        expect(width(10 * x, 10 * n)).toBeLessThan(width(x, n));
        expect(width(x, n, 0.9)).toBeLessThan(width(x, n));
      }),
    );
  });

  it('of a difference change sides with the groups', () => {
    fc.assert(
      fc.property(part, part, ([x1, n1], [x2, n2]) => {
        const there = proportionDifference(x1, n1, x2, n2);
        const back = proportionDifference(x2, n2, x1, n1);
        expect(back?.value).toBeCloseTo(-(there?.value ?? none), 12);
        expect(back?.lower).toBeCloseTo(-(there?.upper ?? none), 12);
      }),
    );
  });

  it('of a ratio of rates are one over those of its inverse, with the same probability', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        exposure,
        fc.integer({ min: 1, max: 300 }),
        exposure,
        (x1, n1, x2, n2) => {
          const there = rateRatio(x1, n1, x2, n2);
          const back = rateRatio(x2, n2, x1, n1);
          expect((back?.value ?? none) * (there?.value ?? none)).toBeCloseTo(1, 9);
          expect((back?.lower ?? none) * (there?.upper ?? none)).toBeCloseTo(1, 6);
          expect(back?.pValue).toBeCloseTo(there?.pValue ?? none, 6);
        },
      ),
    );
  });

  it('of counts hold them and rise with them, exact and by Byar alike within a fifth from 10 on', () => {
    fc.assert(
      fc.property(count, x => {
        const exact = poissonExact(x);
        const next = poissonExact(x + 1);
        expect(exact?.lower).toBeLessThanOrEqual(x);
        expect(exact?.upper).toBeGreaterThan(x);
        expect(next?.lower).toBeGreaterThan(exact?.lower ?? none);
        expect(next?.upper).toBeGreaterThan(exact?.upper ?? none);
        if (x < 10) return;
        expect(Math.abs((byar(x)?.upper ?? none) - (exact?.upper ?? none))).toBeLessThan(0.2);
        expect(Math.abs((byar(x)?.lower ?? none) - (exact?.lower ?? none))).toBeLessThan(0.2);
      }),
    );
  });

  it('of rates scale with the multiplier', () => {
    fc.assert(
      fc.property(count, exposure, (x, n) => {
        const plain = rateInterval(x, n);
        const scaled = rateInterval(x, n, { multiplier: 10_000 });
        expect(scaled?.upper).toBeCloseTo(10_000 * (plain?.upper ?? none), 6);
        expect(scaled?.value).toBeCloseTo(10_000 * (plain?.value ?? none), 6);
      }),
    );
  });
});

describe('quantiles', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 });
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const type = fc.constantFrom<QuantileType>(1, 2, 3, 4, 5, 6, 7, 8, 9);

  it('rise with the share and lie within the values, whatever the type', () => {
    fc.assert(
      fc.property(values, share, share, type, (values, p, q, type) => {
        const low = quantile(values, Math.min(p, q), type) ?? none;
        const high = quantile(values, Math.max(p, q), type) ?? none;
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it('of a histogram are those of the list it counts', () => {
    fc.assert(
      fc.property(values, share, (values, p) => {
        const ones = values.map(() => 1);
        const histogram = { length: values, closed: ones, open: values.map(() => 0) };
        expect(histogramQuantile(histogram, p).value).toBeCloseTo(quantile(values, p) ?? none, 9);
      }),
    );
  });
});

describe('kaplanMeier', () => {
  const item = fc.record({ length: fc.integer({ min: 0, max: 50 }), closed: fc.boolean() });

  it('never rises, stays within 0 to 1, and is the plain share when nothing is open', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 60 }), fc.boolean(), (items, allClosed) => {
        const closed = items.map(each => Number(allClosed || each.closed));
        const curve = kaplanMeier({
          length: items.map(each => each.length),
          closed,
          open: closed.map(each => 1 - each),
        });
        let before = 1;
        curve.survival.forEach((share, row) => {
          expect(share).toBeLessThanOrEqual(before);
          expect(share).toBeGreaterThanOrEqual(0);
          before = share;
          if (!allClosed) return;
          const longer = items.filter(each => each.length > (curve.time[row] ?? none)).length;
          expect(share).toBeCloseTo(longer / items.length, 9);
        });
      }),
    );
  });
});
