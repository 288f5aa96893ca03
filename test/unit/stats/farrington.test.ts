import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  farrington,
  farringtonFlexible,
  type FarringtonFlexibleOptions,
  type Series,
} from '../../../lib/stats/index.ts';
import { fitGroupedPoisson, predictGroupedPoisson } from '../../../lib/stats/grouped-poisson.ts';
import { poissonCounts } from '../../../lib/stats/poisson-counts.ts';
import { countQuantile } from '../../../lib/stats/count-quantile.ts';
import { studentTwoSided } from '../../../lib/stats/student-t.ts';
import { sum } from '../../../lib/stats/sum.ts';

const weeks = 320;
const newest = weeks - 1;

/** Marsaglia's xorshift, for the same counts in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Poisson counts with a season. */
function counts(seed: number, level = 10): number[] {
  const random = seeded(seed);
  return Array.from({ length: weeks }, (_, week) => {
    const mean = level * (1 + 0.4 * Math.sin((2 * Math.PI * week) / 52));
    return countQuantile(poissonCounts(mean), Math.min(1 - 1e-9, Math.max(1e-9, random()))).count;
  });
}

describe('studentTwoSided', () => {
  it('agrees with printed quantiles of t', () => {
    expect(studentTwoSided(2.228139, 10)).toBeCloseTo(0.05, 6);
    expect(studentTwoSided(-12.7062, 1)).toBeCloseTo(0.05, 6);
    expect(studentTwoSided(0, 5)).toBe(1);
  });
});

const asData = (rows: { count: number; time: number; group: number }[]) => ({
  count: Float64Array.from(rows, each => each.count),
  time: Float64Array.from(rows, each => each.time),
  group: Uint8Array.from(rows, each => each.group),
  groups: 4,
});
const one = (count: number, time: number, group: number) => ({ count, time, group });

describe('fitGroupedPoisson', () => {
  const row = fc.record({
    count: fc.integer({ min: 0, max: 40 }),
    time: fc.integer({ min: -250, max: -1 }),
    group: fc.integer({ min: 0, max: 3 }),
    weight: fc.double({ min: 0.05, max: 2, noNaN: true }),
  });
  it('solves the likelihood equations: weighted rests add up to 0 in each group, and along time', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 20, maxLength: 80 }), fc.boolean(), (rows, trend) => {
        const fit = fitGroupedPoisson(
          asData(rows),
          trend,
          Float64Array.from(rows, each => each.weight),
        );
        if (fit === null) return;
        const rest = rows.map((each, at) => each.weight * (each.count - (fit.mean[at] ?? 0)));
        const scale = 1e-7 * (1 + sum(rows.map(each => each.count)));
        for (let group = 0; group < 4; group++) {
          expect(Math.abs(sum(rest.filter((_, at) => rows[at]?.group === group)))).toBeLessThan(scale);
        }
        if (!trend) expect(fit.slope).toBe(0);
        else expect(Math.abs(sum(rest.map((each, at) => each * (rows[at]?.time ?? 0))))).toBeLessThan(250 * scale);
      }),
    );
  });

  it('has the mean as level, and one over the sum as variance, of a single group', () => {
    const data = { ...asData([3, 5, 10].map((count, time) => ({ count, time, group: 0 }))), groups: 1 };
    const fit = fitGroupedPoisson(data, false);
    expect(fit?.mean[1]).toBeCloseTo(6, 9);
    expect(fit?.degreesOfFreedom).toBe(2);
    expect(fit?.dispersion).toBeCloseTo((9 + 1 + 16) / 6 / 2, 9);
    const prediction = fit && predictGroupedPoisson(fit, 0, 99);
    expect(prediction?.logMean).toBeCloseTo(Math.log(6), 9);
    expect(prediction?.variance).toBeCloseTo(1 / 18, 9);
  });

  it('is null without degrees of freedom, or when times do not differ within the groups', () => {
    expect(fitGroupedPoisson(asData([]), false)).toBeNull();
    expect(fitGroupedPoisson(asData([one(3, -1, 0)]), false)).toBeNull();
    const twoTimes = [one(3, -1, 0), one(4, -1, 0), one(9, -2, 1), one(8, -2, 1)];
    expect(fitGroupedPoisson(asData(twoTimes), true)).toBeNull();
    expect(fitGroupedPoisson(asData(twoTimes), false)?.mean[0]).toBeCloseTo(3.5, 9);
    for (let time = -260; time < 0; time++) {
      const sameTime = [1, 3, 7, 4, 9].map(count => one(count, time, 0));
      expect(fitGroupedPoisson(asData(sameTime), true)).toBeNull();
    }
  });

  it('settles on a mean close to 0 where all counts of a group are 0', () => {
    const rows = [0, 0, 0, 5, 7, 6].map((count, at) => ({ count, time: -at, group: at < 3 ? 0 : 1 }));
    const fit = fitGroupedPoisson(asData(rows), false);
    expect(fit?.mean[0]).toBeLessThan(1e-6);
    expect(fit?.mean[4]).toBeCloseTo(6, 6);
  });
});

describe.each([
  ['farrington', farrington],
  ['farringtonFlexible', farringtonFlexible],
] as const)('%s', (_, detect) => {
  it('is null when the count itself is missing, or former years are not all there', () => {
    const series: Series = counts(1).map((each, week) => (week === newest ? null : each));
    expect(detect(series, newest)).toBeNull();
    expect(detect(counts(1).slice(-262), 261)).toBeNull();
    expect(detect(counts(1).slice(-264), 263)).not.toBeNull();
    expect(detect([], 0)).toBeNull();
  });

  it('leaves out a missing count of former years', () => {
    const series = counts(2);
    const reference = newest - 104;
    const gap = detect(
      series.map((each, week) => (week === reference ? null : each)),
      newest,
    );
    const wild = detect(
      series.map((each, week) => (week === reference ? 500 : each)),
      newest,
    );
    const whole = detect(series, newest);
    expect(gap?.expected).not.toBe(whole?.expected);
    expect(Math.abs((gap?.expected ?? 0) - (whole?.expected ?? 0))).toBeLessThan(0.1 * (whole?.expected ?? 0));
    expect(wild?.expected).not.toBe(gap?.expected);
  });

  it('is null when nothing at all is known of the same weeks of former years', () => {
    const series = counts(2).map((each, week) => {
      const apart = (newest - week) % 52;
      return week < newest && (apart <= 3 || apart >= 49) ? null : each;
    });
    expect(detect(series, newest)).toBeNull();
  });

  it('finds a planted outbreak, and does not alarm on too few cases', () => {
    const series = counts(3);
    series[newest] = 60;
    const point = detect(series, newest);
    expect(point?.alarm).toBe(true);
    expect(point?.score).toBeGreaterThan(1);
    const quiet = Array.from({ length: weeks }, () => 0);
    quiet[newest] = 4;
    expect(detect(quiet, newest)).toMatchObject({ alarm: false, upper: null, score: null });
    quiet[newest] = 5;
    expect(detect(quiet, newest)?.alarm).toBe(true);
  });

  it('has no use for what is after the week', () => {
    const series = counts(4);
    const cut = detect(series.slice(0, newest - 20), newest - 21);
    expect(detect(series, newest - 21)).toEqual(cut);
  });

  it('alarms seldom on counts without outbreaks', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const series = counts(seed * 7919);
      for (let at = newest - 51; at <= newest; at++) if (detect(series, at)?.alarm) alarms++;
    }
    // 2080 weeks; both methods aim at 0.005 on one side. The counts are fixed, so this is no matter of luck.
    expect(alarms).toBeGreaterThan(0);
    expect(alarms).toBeLessThan(2080 * 0.012);
  });
});

const at = (series: Series, options: FarringtonFlexibleOptions = {}) => farringtonFlexible(series, newest, options);

describe('farringtonFlexible', () => {
  it('has a whole limit from a count distribution, and a higher one when the expectation is uncertain', () => {
    const series = counts(5);
    const plugin = at(series, { limit: 'nbPlugin' })?.upper ?? Number.NaN;
    const muan = at(series, { limit: 'muan' })?.upper ?? Number.NaN;
    expect(Number.isInteger(plugin)).toBe(true);
    expect(muan).toBeGreaterThan(plugin);
  });

  it('leaves the weeks just before the present one out', () => {
    const series = counts(6);
    const rising = series.map((each, week) => (week >= newest - 26 && week < newest ? each * 5 : each));
    expect(at(rising)?.upper).toBe(at(series)?.upper);
    expect(at(rising, { leftOut: 3 })?.upper).not.toBe(at(series, { leftOut: 3 })?.upper);
  });

  it('weighs a former outbreak down', () => {
    const series = counts(7);
    series[newest - 52] = 120;
    const weighed = at(series)?.upper ?? 0;
    const plain = at(series, { weightsAbove: null })?.upper ?? 0;
    expect(weighed).toBeLessThan(0.8 * plain);
  });

  it('carries a trend on with three years, and not beyond what was ever counted', () => {
    const rising = counts(8).map((each, week) => Math.round(each * Math.exp(week / 400)));
    expect(at(rising)?.trend).toBe(true);
    expect(at(rising, { years: 2 })?.trend).toBe(false);
    expect(at(rising, { trend: false })?.trend).toBe(false);
    expect(at(counts(8), { trendBelow: 1e-9 })?.trend).toBe(false);
    const steep = Array.from({ length: weeks }, (_, week) => Math.round(Math.exp(week / 40)));
    expect(at(steep)?.trend).toBe(false);
  });

  it('cuts the year into seasons for any number that fits', () => {
    const series = counts(9);
    for (let seasons = 1; seasons <= 46; seasons++) expect(at(series, { seasons })).not.toBeNull();
    expect(() => at(series, { seasons: 47 })).toThrow(RangeError);
    expect(() => at(series, { seasons: 0 })).toThrow(RangeError);
  });
});
