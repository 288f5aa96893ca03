import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageOfPending,
  agreesWithPrint,
  directlyStandardisedRate,
  empiricalBayes,
  funnelLimits,
  growth,
  indirectlyStandardisedRatio,
  overdispersion,
  poissonExact,
  proportionFunnelLine,
  ratioFunnelLine,
  roundedRatio,
  roundedShare,
} from '../../../lib/stats/index.ts';
import { binomial } from '../../../lib/stats/binomial.ts';
import { binomialCounts } from '../../../lib/stats/binomial-counts.ts';
import type { CountDistribution } from '../../../lib/stats/count-distribution.ts';
import { countQuantile } from '../../../lib/stats/count-quantile.ts';
import { gammaUpperTail } from '../../../lib/stats/gamma-upper-tail.ts';
import { negativeBinomialCounts } from '../../../lib/stats/negative-binomial-counts.ts';
import { poissonCounts } from '../../../lib/stats/poisson-counts.ts';
import { sum } from '../../../lib/stats/sum.ts';

const area = fc.record({ events: fc.integer({ min: 0, max: 500 }), population: fc.integer({ min: 1, max: 100_000 }) });

describe('directlyStandardisedRate', () => {
  const two = { events: [40, 10], population: [400, 1000], standard: [1, 1] };

  it('is null when a stratum with weight has no population, and passes over one without weight', () => {
    expect(directlyStandardisedRate({ ...two, population: [400, 0] })).toBeNull();
    expect(directlyStandardisedRate({ events: [40, 0], population: [400, 0], standard: [1, 0] })?.value).toBe(0.1);
    expect(directlyStandardisedRate({ ...two, standard: [0, 0] })).toBeNull();
  });

  it('is null below 10 events with Dobson, and 0 at least with Fay and Feuer', () => {
    const few = { events: [9, 0], population: [400, 1000], standard: [1, 1] };
    expect(directlyStandardisedRate(few)).toBeNull();
    expect(directlyStandardisedRate({ ...few, events: [10, 0] })).not.toBeNull();
    const none = directlyStandardisedRate({ ...few, events: [0, 0] }, { method: 'fay-feuer' });
    expect(none).toMatchObject({ value: 0, lower: 0 });
    expect(none?.upper).toBeGreaterThan(0);
  });

  it('refuses columns of different height', () => {
    expect(() => directlyStandardisedRate({ ...two, standard: [1] })).toThrow(/standard 1/);
  });

  it('is the crude rate when the standard is the own population, whatever its scale', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 1000 }), (areas, scale) => {
        const events = areas.map(each => each.events + 10);
        const population = areas.map(each => each.population);
        const rate = directlyStandardisedRate({ events, population, standard: population.map(n => n * scale) });
        expect(rate?.value).toBeCloseTo(rate?.crude ?? 0, 9);
        expect(rate?.lower).toBeLessThanOrEqual(rate?.value ?? 0);
        expect(rate?.upper).toBeGreaterThanOrEqual(rate?.value ?? 0);
      }),
    );
  });
});

describe('indirectlyStandardisedRatio', () => {
  it('is null when a stratum with population has no reference, and passes over one without population', () => {
    const strata = { population: [100, 50], referenceEvents: [20, 0], referencePopulation: [1000, 0] };
    expect(indirectlyStandardisedRatio(3, strata)).toBeNull();
    expect(indirectlyStandardisedRatio(3, { ...strata, population: [100, 0] })).toMatchObject({
      value: 1.5,
      expected: 2,
      method: 'exact',
    });
  });

  it('is null when nothing is expected', () => {
    expect(
      indirectlyStandardisedRatio(3, { population: [10], referenceEvents: [0], referencePopulation: [10] }),
    ).toBeNull();
  });
});

describe('empiricalBayes', () => {
  it('has no estimate for an area without population, and is null when none has any', () => {
    expect(empiricalBayes([3, 0, 9], [100, 0, 100])?.estimates[1]).toBeNull();
    expect(empiricalBayes([3, 9], [100, 100])?.mean).toBe(empiricalBayes([3, 0, 9], [100, 0, 100])?.mean);
    expect(empiricalBayes([], [])).toBeNull();
    expect(empiricalBayes([0], [0])).toBeNull();
  });

  it('puts every area at the mean when the spread is no more than chance', () => {
    expect(empiricalBayes([5, 5, 5], [100, 100, 100])).toEqual({
      mean: 0.05,
      variance: 0,
      estimates: [0.05, 0.05, 0.05],
    });
  });

  it('lies between the own rate and the mean', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 2, maxLength: 30 }), areas => {
        const bayes = empiricalBayes(
          areas.map(each => each.events),
          areas.map(each => each.population),
        );
        areas.forEach(({ events, population }, row) => {
          const own = events / population;
          const mean = bayes?.mean ?? 0;
          const estimate = bayes?.estimates[row] ?? Number.NaN;
          expect(estimate).toBeGreaterThanOrEqual(Math.min(own, mean) * (1 - 1e-12));
          expect(estimate).toBeLessThanOrEqual(Math.max(own, mean) * (1 + 1e-12));
        });
      }),
    );
  });
});

function sumUpTo({ probability }: CountDistribution, k: number): number {
  return sum(Array.from({ length: k + 1 }, (_, each) => probability(each)));
}

describe('counts', () => {
  it('have probabilities that add up to their distribution function, for large means as well', () => {
    for (const mean of [0.3, 40, 999, 1001, 1110, 2500]) {
      for (const z of [-2, 0, 1, 3]) {
        const k = Math.max(0, Math.round(mean + z * Math.sqrt(mean)));
        expect(poissonCounts(mean).cumulative(k)).toBeCloseTo(sumUpTo(poissonCounts(mean), k), 9);
      }
    }
    expect(negativeBinomialCounts(30, 4).cumulative(35)).toBeCloseTo(sumUpTo(negativeBinomialCounts(30, 4), 35), 12);
    const all = binomial(200, 0.3);
    const upTo = sum(all.probability.slice(0, 71 - all.first));
    expect(binomialCounts(200, 0.3).cumulative(70)).toBeCloseTo(upTo, 12);
    expect(binomialCounts(200, 0.3).cumulative(200)).toBe(1);
  });

  it('have the smallest count that reaches the share as quantile', () => {
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const mean = fc.double({ min: 0.01, max: 3000, noNaN: true });
    fc.assert(
      fc.property(p, mean, fc.double({ min: 1.01, max: 50, noNaN: true }), (p, mean, dispersion) => {
        for (const counts of [poissonCounts(mean), negativeBinomialCounts(mean, dispersion)]) {
          const { count } = countQuantile(counts, p);
          expect(counts.cumulative(count)).toBeGreaterThanOrEqual(p - 1e-9);
          if (count > 0) expect(counts.cumulative(count - 1)).toBeLessThanOrEqual(p + 1e-9);
        }
      }),
    );
    expect(() => countQuantile(poissonCounts(1), 1)).toThrow(RangeError);
  });

  it('meet their own tail at the exact upper limit of a large count', () => {
    for (const x of [400, 1049, 5000, 100_000]) {
      expect(gammaUpperTail(poissonExact(x)?.upper ?? 0, x + 1)).toBeCloseTo(0.025, 9);
    }
  });
});

describe('funnel', () => {
  it('has no limit without items or expected events', () => {
    expect(proportionFunnelLine(0.5, 0.975)(0)).toBeNull();
    expect(proportionFunnelLine(0.5, 0.975)(2.5)).toBeNull();
    expect(ratioFunnelLine(0.975)(0)).toBeNull();
    expect(ratioFunnelLine(0.975)(Number.NaN)).toBeNull();
    expect(() => ratioFunnelLine(0.975, 0)).toThrow(RangeError);
    expect(() => ratioFunnelLine(1)).toThrow(RangeError);
    expect(() => proportionFunnelLine(1, 0.975)(5)).toThrow(RangeError);
  });

  it('refuses an area without denominator where it works on many', () => {
    expect(() => overdispersion([0.5, 0], [0.1, Number.NaN], 0.5)).toThrow(/leave out/);
    expect(() => funnelLimits([0.1, 0], 0.5)).toThrow(/leave out/);
    expect(overdispersion([], [], 0.5)).toBeNull();
  });

  it('rises with the share and closes in on the target with size', () => {
    const target = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 20_000 }), target, (n, target) => {
        const limits = [0.001, 0.025, 0.5, 0.975, 0.999].map(p => proportionFunnelLine(target, p)(n) ?? Number.NaN);
        expect(limits.toSorted((a, b) => a - b)).toEqual(limits);
        const larger = proportionFunnelLine(target, 0.999)(100 * n) ?? 1;
        expect(larger - target).toBeLessThan((limits[4] ?? 0) - target);
      }),
    );
  });

  it('is widened by overdispersion and never narrowed', () => {
    const s = [0.1, 0.05];
    const plain = funnelLimits(s, 0.5);
    expect(funnelLimits(s, 0.5, { adjustment: { phi: 0.2 } })).toEqual(plain);
    expect(funnelLimits(s, 0.5, { adjustment: { tau2: 0 } })).toEqual(plain);
    expect(funnelLimits(s, 0.5, { adjustment: { phi: 4 } }).upper[0]).toBeCloseTo(0.5 + 2 * 0.1 * 1.959964, 6);
    expect(overdispersion([0.5, 0.5], s, 0.5)).toMatchObject({ phi: 0, tau2: 0 });
    expect(overdispersion([0.9], [0.1], 0.5)).toMatchObject({ tau2: 0 });
  });
});

describe('growth', () => {
  it('is null when a value is missing or nothing was before', () => {
    expect(growth(null, 3)).toBeNull();
    expect(growth(3, null)).toBeNull();
    expect(growth(3, 0)).toBeNull();
    expect(growth(0, 3)).toBe(-1);
  });
});

describe('ageOfPending', () => {
  it('has neither mean nor shares when nothing is pending', () => {
    expect(ageOfPending({ length: [3], closed: [2], open: [0] }, [1])).toEqual({
      pending: 0,
      mean: null,
      median: null,
      ninetieth: null,
      over: [{ limit: 1, count: 0, share: null }],
    });
  });

  it('does not count an item as old as the limit as over it', () => {
    const ages = { length: [180, 181], closed: [5, 5], open: [3, 1] };
    expect(ageOfPending(ages, [180]).over).toEqual([{ limit: 180, count: 1, share: 0.25 }]);
  });
});

const count = (value: number) => ({ value, decimals: null });
const printed = (x: number) => ({ value: Number(x.toFixed(1)), decimals: 1 });

describe('printed ratios', () => {
  it('are null when the denominator may be 0', () => {
    expect(roundedRatio({ value: 1, decimals: 0 }, { value: 0.3, decimals: 0 })).toBeNull();
    expect(roundedShare({ value: 0, decimals: 1 }, { value: 0, decimals: 1 })).toBeNull();
  });

  it('are exact for counts and find a print that cannot be', () => {
    expect(roundedRatio(count(1), count(4))).toEqual({ lower: 0.25, upper: 0.25 });
    expect(agreesWithPrint({ value: 25.1, decimals: 1 }, { lower: 25, upper: 25 })).toBe(false);
    expect(agreesWithPrint({ value: 25.1, decimals: 0 }, { lower: 25, upper: 25 })).toBe(true);
  });

  it('hold every ratio whose parts print so', () => {
    const number = fc.double({ min: 1, max: 999, noNaN: true });
    fc.assert(
      fc.property(number, number, (x, n) => {
        const ratio = roundedRatio(printed(x), printed(n));
        expect(ratio?.lower).toBeLessThanOrEqual((x / n) * (1 + 1e-12));
        expect(ratio?.upper).toBeGreaterThanOrEqual((x / n) * (1 - 1e-12));
        const share = roundedShare(printed(x), printed(n));
        expect(share?.lower).toBeLessThanOrEqual((x / (x + n)) * (1 + 1e-12));
        expect(share?.upper).toBeGreaterThanOrEqual((x / (x + n)) * (1 - 1e-12));
      }),
    );
  });
});
