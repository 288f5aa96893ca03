import { describe, expect, test } from 'vitest';
import { differenceOf, type Measured, signOf } from '../../../lib/indicators/comparison/difference.ts';
import { besideBand } from '../../../lib/indicators/comparison/band.ts';
import { rankAmong } from '../../../lib/indicators/comparison/rank.ts';
import { smallArea } from '../../../lib/indicators/comparison/small-area.ts';
import { verdictOf } from '../../../lib/indicators/comparison/verdict.ts';
import type { Known } from '../../../lib/indicators/index.ts';
import { rateInterval, wilson } from '../../../lib/stats/index.ts';

/** Draws that are the same in each run (mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function binomial(draw: () => number, n: number, p: number): number {
  let x = 0;
  for (let i = 0; i < n; i++) if (draw() < p) x++;
  return x;
}

function poisson(draw: () => number, mean: number): number {
  let [x, product] = [0, draw()];
  for (const end = Math.exp(-mean); product > end; product *= draw()) x++;
  return x;
}

function share(x: number, n: number): Measured {
  const limits = wilson(x, n);
  const interval = limits && { lower: limits.lower * 100, upper: limits.upper * 100 };
  return { value: (100 * x) / n, numerator: x, denominator: n, interval, roundedTo: null, days: 30 };
}

function rate(x: number, n: number, days = 30): Measured {
  const interval = rateInterval(x, n, { multiplier: 10_000 });
  return { value: (1e4 * x) / n, numerator: x, denominator: n, interval, roundedTo: null, days };
}

const higher = { direction: 'higher' } as const;
const runs = 4000;

/** How often a word is said though there is nothing to say. */
function falseWords(pair: (draw: () => number) => readonly [Measured, Measured], kind: 'share' | 'rate'): number {
  const draw = draws(20261128);
  let said = 0;
  for (let run = 0; run < runs; run++) {
    const [now, other] = pair(draw);
    const difference = differenceOf(kind, now, other);
    expect(difference).not.toBeNull();
    if (difference === null) continue;
    const verdict = verdictOf(higher, signOf(difference), [now.value, other.value]);
    const nothing = difference.of === 'ratio' ? 1 : 0;
    const holdsNothing = (difference.lower ?? -Infinity) <= nothing && (difference.upper ?? Infinity) >= nothing;
    expect(verdict === 'similar').toBe(holdsNothing);
    if (verdict !== 'similar') said++;
  }
  return said / runs;
}

describe('equal places', () => {
  test('shares of 80 % are called better or worse about 5 times in 100', () => {
    const rateOfErrors = falseWords(
      draw => [share(binomial(draw, 120, 0.8), 120), share(binomial(draw, 90, 0.8), 90)],
      'share',
    );
    // Three standard errors of 4,000 runs around 5 %.
    expect(rateOfErrors).toBeGreaterThan(0.035);
    expect(rateOfErrors).toBeLessThan(0.062);
  });

  test('rates, being exact, are so at most 5 times in 100', () => {
    const rateOfErrors = falseWords(draw => [rate(poisson(draw, 40), 50_000), rate(poisson(draw, 24), 30_000)], 'rate');
    expect(rateOfErrors).toBeGreaterThan(0.02);
    expect(rateOfErrors).toBeLessThan(0.055);
  });

  test('a place is seldom beyond the limits of a funnel: 5 in 100 and 2 in 1,000 at most', () => {
    const draw = draws(7);
    let [beyond95, beyond998, all] = [0, 0, 0];
    for (let run = 0; run < 150; run++) {
      const figures = Array.from({ length: 12 }, (_, i) =>
        figureOf(String(i), share(binomial(draw, 20 + 15 * i, 0.85), 20 + 15 * i)),
      );
      for (const figure of figures) {
        const position = smallArea('share', figure, figures).funnel?.position;
        all++;
        if (position !== 'within') beyond95++;
        if (position === 'above998' || position === 'below998') beyond998++;
      }
    }
    expect(all).toBe(1800);
    expect(beyond95 / all).toBeLessThan(0.05);
    expect(beyond998 / all).toBeLessThan(0.006);
  });

  test('a place whose cases all went well is not beyond a funnel that chance can fill', () => {
    const figures = [share(1, 1), share(8, 10), share(7, 10), share(15, 20), share(16, 20), share(22, 30)].map(
      (each, i) => figureOf(String(i), each),
    );
    const [first] = figures;
    expect(first && smallArea('share', first, figures).funnel?.position).toBe('within');
  });

  test('the interval of a rank holds the whole field where all are equal', () => {
    const figures = Array.from({ length: 6 }, (_, i) => figureOf(String(i), share(80 + (i % 3), 100)));
    const [first] = figures;
    expect(first && rankAmong(higher, 'share', first, figures)).toMatchObject({ best: 1, worst: 6, of: 6 });
  });
});

describe('a true difference', () => {
  test('is found, and named by the direction of the indicator', () => {
    const difference = differenceOf('share', share(180, 200), share(140, 200));
    expect(difference?.method).toBe('newcombe');
    const sign = difference === null ? 0 : signOf(difference);
    const values = [90, 70];
    expect(verdictOf({ direction: 'higher' }, sign, values)).toBe('better');
    expect(verdictOf({ direction: 'lower' }, sign, values)).toBe('worse');
    expect(verdictOf({ direction: 'neutral' }, sign, values)).toBe('higher');
    expect(verdictOf({ direction: 'higher', aim: 100 }, sign, values)).toBe('better');
    // Beyond the aim more is not better.
    expect(verdictOf({ direction: 'higher', aim: 80 }, sign, values)).toBe('higher');
  });

  test('of the number of days alone is none: rates are held against each other per day', () => {
    const month = differenceOf('rate', rate(310, 10_000, 31), rate(280, 10_000, 28));
    expect(month?.value).toBeCloseTo(1, 12);
  });

  test('is found in shares of 80 and 90 % of 200 rows at least 75 times in 100', () => {
    const draw = draws(3);
    let found = 0;
    for (let run = 0; run < 400; run++) {
      const difference = differenceOf(
        'share',
        share(binomial(draw, 200, 0.9), 200),
        share(binomial(draw, 200, 0.8), 200),
      );
      if (difference !== null && signOf(difference) === 1) found++;
    }
    expect(found / 400).toBeGreaterThan(0.75);
  });

  test('puts a place beyond the funnel, and ranks it for certain', () => {
    const figures = [share(99, 100), ...Array.from({ length: 7 }, () => share(140, 200))].map((each, i) =>
      figureOf(String(i), each),
    );
    const [first] = figures;
    expect(first && smallArea('share', first, figures).funnel?.position).toBe('above998');
    expect(first && rankAmong(higher, 'share', first, figures)).toMatchObject({ rank: 1, best: 1, worst: 1, of: 8 });
  });
});

describe('rounded counts', () => {
  test('are compared by intervals that hold the rounding, and never in a funnel or a rank', () => {
    const rounded = { ...share(90, 100), interval: { lower: 70, upper: 99 }, roundedTo: 5 };
    expect(differenceOf('share', rounded, share(60, 100))).toMatchObject({ method: 'square-and-add' });
    const figures = Array.from({ length: 6 }, (_, i) => figureOf(String(i), rounded));
    const [first] = figures;
    expect(first && smallArea('share', first, figures)).toMatchObject({
      shrunken: null,
      funnel: null,
      reason: 'ROUNDED',
    });
    expect(first && rankAmong(higher, 'share', first, figures)).toBeNull();
  });
});

describe('a band', () => {
  const band = { low: 50, high: 90 };
  const at = (x: number, n: number) => besideBand({ band }, figureOf('1', share(x, n)))?.verdict;
  test('holds a figure whose whole interval is inside, and decides nothing on its edge', () => {
    expect([at(700, 1000), at(990, 1000), at(100, 1000), at(9, 10)]).toEqual(['within', 'above', 'below', 'undecided']);
  });
  test('an aim is met while the interval holds it', () => {
    const aimed = (x: number, n: number) => besideBand({ aim: 90 }, figureOf('1', share(x, n)))?.verdict;
    expect([aimed(88, 100), aimed(600, 1000)]).toEqual(['within', 'below']);
    expect(besideBand({}, figureOf('1', share(1, 2)))).toBeUndefined();
  });
});

function figureOf(code: string, { value, numerator, denominator, interval, roundedTo }: Measured): Known {
  return {
    id: 'mediation_success_rate',
    form: 'in-period',
    part: null,
    area: { code, level: 'TOWN', name: null },
    period: { unit: 'MONTH', label: '2026-08', from: '2026-08-01', to: '2026-08-31' },
    dimension: null,
    unit: 'percent',
    completeness: { leftOut: [], unplaced: 0, share: 1 },
    asOf: '2026-09-30',
    roundedTo,
    definitionVersion: 1,
    computedFrom: [],
    registers: [],
    status: 'ok',
    reason: null,
    value,
    numerator,
    denominator,
    interval,
  };
}
