import { describe, expect, it } from 'vitest';
import {
  byar,
  clearanceRate,
  dispositionTime,
  poissonExact,
  proportionDifference,
  rateInterval,
  rateRatio,
  wilson,
} from '../../../lib/stats/index.ts';
import { binomial } from '../../../lib/stats/binomial.ts';

describe('wilson', () => {
  it('is null without a denominator and for what is no proportion', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(5, 4)).toBeNull();
    expect(wilson(-1, 4)).toBeNull();
    expect(wilson(Number.NaN, 4)).toBeNull();
  });

  it('ends exactly at 0 and 1', () => {
    expect(wilson(0, 10)?.lower).toBe(0);
    expect(wilson(0, 10)?.upper).toBeCloseTo(0.2775328, 6);
    expect(wilson(10, 10)?.upper).toBe(1);
    expect(wilson(10, 10)?.lower).toBeCloseTo(1 - 0.2775328, 6);
  });

  it('refuses a confidence that is no probability', () => {
    expect(() => wilson(1, 2, 95)).toThrow(RangeError);
    expect(() => wilson(1, 2, 1)).toThrow(RangeError);
  });
});

describe('proportionDifference', () => {
  it('is null when a proportion is undefined', () => {
    expect(proportionDifference(0, 0, 1, 2)).toBeNull();
    expect(proportionDifference(1, 2, 3, 2)).toBeNull();
  });
});

describe('Poisson counts', () => {
  it('start at 0 when nothing happened', () => {
    expect(poissonExact(0)?.lower).toBe(0);
    expect(poissonExact(0)?.upper).toBeCloseTo(-Math.log(0.025), 12);
    expect(byar(0)?.lower).toBe(0);
  });

  it('are null for what is no count', () => {
    expect(poissonExact(-1)).toBeNull();
    expect(poissonExact(1.5)).toBeNull();
    expect(byar(Number.NaN)).toBeNull();
  });

  it('agree with Byar where the count is large', () => {
    for (const x of [499, 500, 1_000, 50_000]) {
      expect(poissonExact(x)?.upper).toBeCloseTo(byar(x)?.upper ?? 0, 2);
      expect(poissonExact(x)?.lower).toBeCloseTo(byar(x)?.lower ?? 0, 2);
    }
  });
});

describe('rateInterval', () => {
  it('is null without exposure', () => {
    expect(rateInterval(3, 0)).toBeNull();
    expect(rateInterval(-3, 10)).toBeNull();
  });

  it('changes its method at 10 events', () => {
    expect(rateInterval(0, 100)).toMatchObject({ value: 0, lower: 0, method: 'exact' });
    expect(rateInterval(9, 100)?.method).toBe('exact');
    expect(rateInterval(10, 100)?.method).toBe('byar');
  });

  it('may exceed 1 and scales by the multiplier', () => {
    expect(rateInterval(100, 100)?.upper).toBeGreaterThan(1);
    expect(rateInterval(56, 560_000, { multiplier: 10_000 })?.value).toBeCloseTo(1, 12);
  });
});

describe('rateRatio', () => {
  it('is null without exposure and for what is no count', () => {
    expect(rateRatio(1, 0, 1, 1)).toBeNull();
    expect(rateRatio(1.5, 1, 1, 1)).toBeNull();
  });

  it('has no value and no upper limit when the second count is 0', () => {
    const ratio = rateRatio(5, 10, 0, 10);
    expect(ratio).toMatchObject({ value: null, upper: null, pValue: 0.0625 });
    expect(ratio?.lower).toBeGreaterThan(0.9);
  });

  it('is 0 with a lower limit of 0 when the first count is 0', () => {
    expect(rateRatio(0, 10, 5, 10)).toMatchObject({ value: 0, lower: 0 });
  });

  it('turns round when the two are exchanged', () => {
    const ratio = rateRatio(30, 1_000, 12, 700);
    const turned = rateRatio(12, 700, 30, 1_000);
    expect(1 / (turned?.upper ?? 0)).toBeCloseTo(ratio?.lower ?? 0, 10);
    expect(turned?.pValue).toBeCloseTo(ratio?.pValue ?? 0, 12);
  });
});

describe('binomial', () => {
  it('is the known distribution in the small and adds up to 1 in the large', () => {
    const small = binomial(4, 0.5);
    expect(small.first).toBe(0);
    [1, 4, 6, 4, 1].forEach((ways, k) => expect(small.probability[k]).toBeCloseTo(ways / 16, 14));
    expect(binomial(0, 0.3)).toEqual({ first: 0, probability: [1] });
    const large = binomial(300_000, 0.9);
    expect(large.probability.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });
});

describe('court flow', () => {
  it('is null without a denominator', () => {
    expect(clearanceRate(5, 0)).toBeNull();
    expect(dispositionTime(5, 0)).toBeNull();
  });
});
