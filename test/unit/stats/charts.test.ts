import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  controlSignals,
  countCusum,
  ears,
  earsC3,
  ewma,
  ewmaLimits,
  tabularCusum,
  xmr,
  type ControlRule,
} from '../../../lib/stats/index.ts';

const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 20, maxLength: 60 });

describe('ears', () => {
  it('says nothing before its baseline is full, and nothing where a count in reach is missing', () => {
    const series = [1, 2, 1, 2, 1, 2, 1, 9, null, 9, 1, 1, 1, 1, 1, 1, 1];
    const c1 = ears(series, 'C1');
    expect(c1.map(point => point !== null)).toEqual(series.map((_, row) => row === 7 || row === 16));
    expect(c1[7]?.alarm).toBe(true);
    // The missing count at 8 lies in the gap of 9 and 10.
    expect(ears(series, 'C2').map(point => point !== null)).toEqual(series.map((_, row) => row === 9 || row === 10));
    expect(earsC3(series).every(point => point === null)).toBe(true);
  });

  it('alarms on the first count above a run of equal ones, unless a least deviation is set', () => {
    const flat = [2, 2, 2, 2, 2, 2, 2, 3];
    expect(ears(flat, 'C1')[7]).toEqual({ upper: 2, alarm: true });
    expect(ears(flat, 'C1', { leastSd: 0.5 })[7]?.alarm).toBe(false);
    expect(() => earsC3(flat, { leastSd: 0 })).toThrow(RangeError);
    expect(() => ears(flat, 'C1', { alpha: 0 })).toThrow(RangeError);
  });

  it('has C2 the limits of C1 two periods later', () => {
    fc.assert(
      fc.property(counts, series => {
        const c1 = ears(series, 'C1').map(point => point?.upper ?? null);
        const c2 = ears(series, 'C2').map(point => point?.upper ?? null);
        expect(c2.slice(2)).toEqual(c1.slice(0, -2));
      }),
    );
  });
});

describe('countCusum', () => {
  it('is null for a missing count and carries the sum over it', () => {
    const options = { k: 0.5, h: 3, transform: 'standard' } as const;
    const gap = countCusum([9, null, 9], 4, options);
    expect(gap[1]).toBeNull();
    expect(gap[2]).toEqual(countCusum([9, 9], 4, options)[1]);
    expect(() => countCusum([1], 0)).toThrow(RangeError);
  });

  it('stays at 0 while counts stay at the mean, whatever the transform', () => {
    for (const transform of ['standard', 'rossi', 'anscombe'] as const) {
      expect(countCusum([4, 4, 4], 4, { transform }).every(point => point?.cusum === 0)).toBe(true);
      expect(countCusum([40], 4, { transform })[0]?.alarm).toBe(true);
    }
  });
});

describe('tabularCusum', () => {
  it('is null for a missing value and carries both sums over it', () => {
    const options = { target: 10, k: 0.5, h: 4 };
    expect(tabularCusum([13, null, 13], options)).toEqual([
      { high: 2.5, low: 0, alarm: 'none' },
      null,
      { high: 5, low: 0, alarm: 'high' },
    ]);
  });

  it('tells low of a mirrored series what it tells high of the series', () => {
    fc.assert(
      fc.property(counts, series => {
        const options = { target: 25, k: 2, h: 20 };
        const mirrored = tabularCusum(
          series.map(each => 50 - each),
          options,
        );
        expect(mirrored.map(point => point?.low)).toEqual(tabularCusum(series, options).map(point => point?.high));
      }),
    );
  });
});

describe('ewma', () => {
  it('is null for a missing value, over which average and limits stay', () => {
    const [first, missing, second] = ewma([12, null, 12], 10, 1);
    expect(missing).toBeNull();
    expect([first, second]).toEqual(ewma([12, 12], 10, 1));
    expect(() => ewma([1], 0, 1, { lambda: 0 })).toThrow(RangeError);
  });

  it('is a Shewhart chart when all weight is on the newest value', () => {
    const [point] = ewma([13], 10, 1, { lambda: 1, width: 3 });
    expect(point).toEqual({ average: 13, lower: 7, upper: 13, alarm: false });
    expect(ewmaLimits(10, 1, { lambda: 1, width: 3 })).toEqual({ lower: 7, upper: 13 });
  });
});

describe('xmr', () => {
  it('leaves out missing values and makes no range across them', () => {
    expect(xmr([1, null, 3, 5])).toMatchObject({ mean: 3, meanRange: 2, ranges: [null, null, null, 2] });
    expect(xmr([1, null, 3])).toBeNull();
    expect(xmr([])).toBeNull();
  });

  it("has Wheeler's 2.66 and 3.267 as factors of the mean range", () => {
    const chart = xmr([10, 12, 9, 11, 10]);
    expect(chart?.meanRange).toBe(2);
    expect((chart?.upper ?? 0) - (chart?.mean ?? 0)).toBeCloseTo(2 * 2.66, 2);
    expect(chart?.upperRange).toBeCloseTo(6.534, 9);
  });
});

const found = (series: readonly (number | null)[], ...rules: ControlRule[]) =>
  controlSignals(series, 0, 1, rules).map(({ at, side }) => `${at} ${side}`);
const missing = (series: number[]) => series.map((each, row) => (row === series.length - 2 ? null : each));

describe('controlSignals', () => {
  it('names a value beyond three sigma, and not one on the limit', () => {
    expect(found([3, 3.1, -4], 'beyond-3-sigma')).toEqual(['1 high', '2 low']);
  });

  it('wants two of three beyond two sigma on one side, the last one of them', () => {
    expect(found([2.1, 0.1, 2.1], '2-of-3-beyond-2-sigma')).toEqual(['2 high']);
    expect(found([2.1, 2.1, 0.1], '2-of-3-beyond-2-sigma')).toEqual(['1 high']);
    expect(found([2.1, 0, -2.1], '2-of-3-beyond-2-sigma')).toEqual([]);
  });

  it('wants four of five beyond one sigma on one side', () => {
    expect(found([1.1, 1.2, 0, 1.3, 1.4], '4-of-5-beyond-1-sigma')).toEqual(['4 high']);
    expect(found([1.1, 1.2, 0, 0, 1.4], '4-of-5-beyond-1-sigma')).toEqual([]);
  });

  it('counts eight on one side, and starts anew on the centre line', () => {
    expect(found([...Array<number>(9).fill(-0.1)], '8-on-one-side')).toEqual(['7 low', '8 low']);
    expect(found([...Array<number>(7).fill(0.1), 0, 0.1], '8-on-one-side')).toEqual([]);
  });

  it('wants six that rise or fall, with no equal neighbours', () => {
    expect(found([-3, -2, -1, 0, 1, 2], '6-in-one-direction')).toEqual(['5 high']);
    expect(found([3, 2, 1, 0, -1, -2], '6-in-one-direction')).toEqual(['5 low']);
    expect(found([-3, -2, -1, -1, 1, 2, 3], '6-in-one-direction')).toEqual([]);
  });

  it('finds fifteen that hug the centre', () => {
    const hugging = Array.from({ length: 15 }, (_, row) => (row % 2 ? 0.4 : -0.4));
    expect(found(hugging, '15-within-1-sigma')).toEqual(['14 neither']);
    expect(found([...hugging.slice(1), 1.5], '15-within-1-sigma')).toEqual([]);
  });

  it('looks across no missing value', () => {
    expect(found(missing([2.1, 2.1, 2.1]), '2-of-3-beyond-2-sigma')).toEqual([]);
    expect(found(missing([1.1, 1.1, 1.1, 1.1, 1.1]), '4-of-5-beyond-1-sigma')).toEqual([]);
    expect(found(missing(Array<number>(9).fill(1)), '8-on-one-side')).toEqual([]);
    expect(found(missing([-3, -2, -1, 0, 1, 2]), '6-in-one-direction')).toEqual([]);
    expect(found(missing(Array<number>(16).fill(0.1)), '15-within-1-sigma')).toEqual([]);
  });

  it("reads Western Electric's four rules unless told otherwise", () => {
    const rules = controlSignals([-3, -2, -1, 0, 1, 2, 3, 4], 0, 1).map(signal => signal.rule);
    expect(rules).toEqual(['beyond-3-sigma', '2-of-3-beyond-2-sigma']);
  });
});
