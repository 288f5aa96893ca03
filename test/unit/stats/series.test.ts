import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classicalDecomposition,
  cumulativeGrowth,
  daysFromSpringFestival,
  festivalAlignedGrowth,
  growthOver,
  januaryFebruaryGrowth,
  springFestival,
  springFestivalShare,
  stl,
  type Series,
} from '../../../lib/stats/index.ts';
import { sum } from '../../../lib/stats/sum.ts';

const day = 86_400_000;
const months = (length: number, value: (row: number) => number) => Array.from({ length }, (_, row) => value(row));

describe('growth over a series', () => {
  it('is null where a value is missing, nothing was before, or the series does not reach back', () => {
    expect(growthOver([2, 3, null, 6, 0, 1], 1)).toEqual([null, 0.5, null, null, -1, null]);
    expect(growthOver([2, 3], 12)).toEqual([null, null]);
    expect(growthOver([], 12)).toEqual([]);
  });

  it('stays null, since January, for the rest of the year of a missing month and of the next', () => {
    const series: Series = [1, 1, 1, 1, 2, null, 2, 2, 3, 3, 3, 3];
    expect(cumulativeGrowth(series, 4)).toEqual([null, null, null, null, 1, null, null, null, 0.5, null, null, null]);
  });

  it('waits for a January when the series begins within a year', () => {
    expect(cumulativeGrowth([9, 9, 1, 1, 1, 1, 2, 2], 4, 2)).toEqual([null, null, null, null, null, null, 1, 1]);
  });

  it('ends the year at the growth of the yearly sums', () => {
    const year = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(year, year, (before, now) => {
        expect(cumulativeGrowth([...before, ...now], 12)[23]).toBeCloseTo(sum(now) / sum(before) - 1, 12);
      }),
    );
  });
});

describe('Spring Festival', () => {
  // ICU reckons the new moon less closely: in these years it is 8 and 5 minutes from midnight in Beijing.
  const icuIsADayOff = new Map([
    [2027, 1],
    [2030, -1],
  ]);
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const isFirstDay = (time: number): boolean => {
    const parts = chinese.formatToParts(time);
    const value = (type: string) => parts.find(part => part.type === type)?.value;
    return value('month') === '1' && value('day') === '1';
  };

  it('falls on the first day of the Chinese calendar from 2000 to 2050', () => {
    for (let year = 2000; year <= 2050; year++) {
      const festival = Date.parse(springFestival(year));
      const off = [-1, 0, 1].find(days => isFirstDay(festival + days * day));
      expect(off, String(year)).toBe(icuIsADayOff.get(year) ?? 0);
    }
  });

  it('is unknown outside the table', () => {
    for (const year of [1999, 2051, 2024.5, Number.NaN]) expect(() => springFestival(year)).toThrow(RangeError);
  });

  it('counts days to both sides', () => {
    expect(daysFromSpringFestival('2024-02-10')).toBe(0);
    expect(daysFromSpringFestival('2024-02-09')).toBe(-1);
    expect(daysFromSpringFestival('2024-03-01')).toBe(20);
  });

  it('shares its window among the months, and all of it', () => {
    expect(springFestivalShare(2023, 2)).toBeCloseTo(5 / 22, 12);
    for (let year = 2000; year <= 2050; year++) {
      const shares = months(12, month => springFestivalShare(year, month + 1));
      expect(sum(shares)).toBeCloseTo(1, 12);
    }
    expect(() => springFestivalShare(2024, 2, { before: 0, from: 0 })).toThrow(RangeError);
  });

  it('leaves January and February with the growth of their sum, null until both are in', () => {
    // The festival's dip is in January 2023 and in February 2024.
    const series = [60, 100, ...months(10, () => 90), 100, 68];
    expect(januaryFebruaryGrowth(series).slice(12)).toEqual([168 / 160 - 1, 168 / 160 - 1]);
    expect(januaryFebruaryGrowth(series.slice(0, 13))[12]).toBeNull();
    expect(januaryFebruaryGrowth([null, ...series.slice(1)]).slice(12)).toEqual([null, null]);
  });

  it('does not touch other months, whatever the first one', () => {
    const series = months(30, row => 50 + row);
    for (const first of [1, 2, 7, 12]) {
      januaryFebruaryGrowth(series, first).forEach((each, row) => {
        if ((row + first - 1) % 12 > 1) expect(each).toBe(growthOver(series, 12)[row]);
      });
    }
  });

  it('is compared day by day, null when a day is missing', () => {
    const byDay = new Map<string, number>();
    for (const year of [2023, 2024]) {
      for (let offset = -7; offset < 15; offset++) {
        const date = new Date(Date.parse(springFestival(year)) + offset * day).toISOString().slice(0, 10);
        byDay.set(date, year === 2023 ? 10 : 12);
      }
    }
    expect(festivalAlignedGrowth(byDay, 2024)).toBeCloseTo(0.2, 12);
    byDay.delete('2024-02-11');
    expect(festivalAlignedGrowth(byDay, 2024)).toBeNull();
  });
});

describe('classicalDecomposition', () => {
  const figure = [3, -1, 0, -2];
  const series = months(20, row => 10 + 0.5 * row + (figure[row % 4] ?? 0));

  it('finds a straight trend and the figure on it', () => {
    const parts = classicalDecomposition(series, 4);
    parts?.figure.forEach((each, place) => expect(each).toBeCloseTo(figure[place] ?? 0, 12));
    expect(parts?.trend.slice(0, 2)).toEqual([null, null]);
    expect(parts?.trend[9]).toBeCloseTo(14.5, 12);
    expect(parts?.adjusted[19]).toBeCloseTo(19.5, 12);
  });

  it('leaves out a missing value, and has no trend within half a cycle of it', () => {
    const parts = classicalDecomposition(
      series.map((each, row) => (row === 10 ? null : each)),
      4,
    );
    expect(parts?.trend.slice(7, 14).map(each => each === null)).toEqual([false, true, true, true, true, true, false]);
    expect(parts?.adjusted[10]).toBeNull();
    parts?.figure.forEach((each, place) => expect(each).toBeCloseTo(figure[place] ?? 0, 12));
  });

  it('is null without two cycles and refuses a period that is none', () => {
    expect(classicalDecomposition(series.slice(0, 7), 4)).toBeNull();
    expect(classicalDecomposition([], 4)).toBeNull();
    expect(() => classicalDecomposition(series, 1)).toThrow(RangeError);
  });

  it('has a figure with mean 0 or 1, for odd periods as well', () => {
    const values = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 30, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 12 }), (values, period) => {
        for (const kind of ['additive', 'multiplicative'] as const) {
          const found = classicalDecomposition(values, period, kind)?.figure ?? [];
          expect(sum(found) / period).toBeCloseTo(kind === 'additive' ? 0 : 1, 9);
        }
      }),
    );
  });
});

describe('stl', () => {
  const series = months(60, row => 20 + 0.2 * row + 5 * Math.sin((2 * Math.PI * row) / 12));

  it('refuses a missing value and is null without more than two cycles', () => {
    expect(() => stl([...series, Number.NaN], 12)).toThrow(/fill or cut/);
    expect(stl(series.slice(0, 24), 12)).toBeNull();
    expect(stl(series.slice(0, 25), 12)).not.toBeNull();
    expect(() => stl(series, 12, { seasonalSpan: 8 })).toThrow(RangeError);
    expect(() => stl(series, 0)).toThrow(RangeError);
  });

  it('is made of parts that add up, and of one figure for all years when periodic', () => {
    const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 30, maxLength: 60 });
    const span = fc.constantFrom<'periodic' | number>('periodic', 7, 13);
    fc.assert(
      fc.property(values, span, fc.boolean(), (values, seasonalSpan, robust) => {
        const parts = stl(values, 12, { seasonalSpan, robust });
        values.forEach((each, row) => {
          const { seasonal, trend, rest } = parts ?? {};
          expect((seasonal?.[row] ?? 0) + (trend?.[row] ?? 0) + (rest?.[row] ?? 0)).toBeCloseTo(each, 9);
          if (seasonalSpan === 'periodic' && row >= 12) expect(seasonal?.[row]).toBe(seasonal?.[row - 12]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('keeps an outlier out of the trend when robust', () => {
    const wild = series.map((each, row) => (row === 30 ? each + 100 : each));
    const off = (robust: boolean) => Math.abs((stl(wild, 12, { robust })?.trend[30] ?? 0) - 26);
    expect(off(true)).toBeLessThan(0.5);
    expect(off(false)).toBeGreaterThan(5);
    expect(stl(wild, 12, { robust: true })?.weights[30]).toBe(0);
  });
});
