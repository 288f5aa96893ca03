import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlSignals, xmr } from '../../../lib/stats/index.ts';
import { type CountedMonths, earlyWarnings, readingsAt, readWarningSettings } from '../../../lib/warning/index.ts';
import { chanceCounts } from './counted.ts';

const flat = Array.from({ length: 36 }, () => 1);

function withMore(counted: CountedMonths, place: number, months: readonly number[], more: number): CountedMonths {
  const series = counted.series.map((each, i) =>
    i === place
      ? { ...each, counts: each.counts.map((n, month) => (n !== null && months.includes(month) ? n + more : n)) }
      : each,
  );
  return { ...counted, series };
}

describe('false alarms', () => {
  test('in counties of chance alone there are about as many as are allowed', () => {
    const seen = Array.from({ length: 6 }, (_, i) => {
      const found = earlyWarnings(chanceCounts(`chance ${i}`, 12, ['A', 'B', 'C', 'D', 'E']), {
        window: 12,
        falseAlarmsAYear: 12,
      });
      expect(found?.calibration.expectedAYear).toBeLessThanOrEqual(12);
      return found?.warnings.length ?? Infinity;
    });
    const mean = seen.reduce((a, b) => a + b, 0) / seen.length;
    expect(mean).toBeLessThan(16);
    expect(mean).toBeGreaterThan(6);
  }, 180_000);

  test('who bears fewer gets higher limits, for the same counts', () => {
    const counted = withMore(chanceCounts('limits', 12, ['A', 'B']), 3, [35], 60);
    const of = (falseAlarmsAYear: number) =>
      earlyWarnings(counted, { window: 1, falseAlarmsAYear })?.warnings.find(w => w.series === counted.series[3]);
    const [strict, lax] = [of(1), of(12)];
    expect(strict?.limit).toBeGreaterThan(lax?.limit ?? Infinity);
    expect(strict?.expected).toBe(lax?.expected);
  });

  test('the same counts give the same warnings', () => {
    const counted = chanceCounts('again', 12, ['A', 'B', 'C']);
    const options = { window: 12, falseAlarmsAYear: 12 };
    expect(earlyWarnings(counted, options)).toEqual(earlyWarnings(counted, options));
  });
});

describe('what is found', () => {
  const counted = chanceCounts('found', 12, ['A', 'B', 'C']);

  test('a spike in one month, with what was observed and expected', () => {
    const more = withMore(counted, 7, [34], 40);
    const found = earlyWarnings(more, { window: 12, falseAlarmsAYear: 6 });
    const warning = found?.warnings.find(w => w.series === more.series[7] && w.month === '2026-08');
    expect(warning?.rules).toContain('farrington-flexible');
    expect(warning?.observed).toBe(more.series[7]?.counts[34]);
    expect(warning?.observed).toBeGreaterThan(warning?.limit ?? Infinity);
    expect(warning?.expected).toBeLessThan(warning?.limit ?? 0);
  });

  test('a rise that stays, by the control chart', () => {
    const more = withMore(counted, 20, [31, 32, 33, 34, 35], 14);
    const found = earlyWarnings(more, { window: 12, falseAlarmsAYear: 6 });
    const ruled = found?.warnings.filter(w => w.series === more.series[20]).flatMap(w => w.rules);
    expect(ruled?.some(rule => rule.endsWith('sigma'))).toBe(true);
  });

  test('with less than two years of history by EARS', () => {
    const more = withMore(counted, 5, [24], 60);
    const short = {
      ...more,
      months: more.months.slice(0, 25),
      series: more.series.map(each => ({ ...each, counts: each.counts.slice(0, 25) })),
    };
    const found = earlyWarnings(short, { window: 1, falseAlarmsAYear: 6 });
    expect(found?.warnings.map(({ rule, month }) => [rule, month])).toEqual([['ears-c2', '2025-10']]);
  });

  test('nothing of a count below 5, of one that is not given out, or where the history is too short', () => {
    const counts = [...Array.from({ length: 35 }, () => 0), 4];
    expect(readingsAt(counts, 35, flat)).toEqual([]);
    expect(readingsAt([...counts.slice(0, 35), null], 35, flat)).toEqual([]);
    expect(readingsAt([...counts.slice(0, 35), 5], 35, flat)).not.toEqual([]);
    expect(earlyWarnings(counted, { window: 22, falseAlarmsAYear: 6 })).toBeNull();
  });
});

test('at its plain limit a chart rule is met exactly where lib/stats gives its signal', () => {
  assert(
    property(array(integer({ min: 5, max: 60 }), { minLength: 29, maxLength: 29 }), counts => {
      const chart = xmr(counts.slice(0, 24));
      const sigma = Math.max(chart?.sigma ?? 0, Math.sqrt(Math.max(1, chart?.mean ?? 0)));
      const signals = controlSignals(counts, chart?.mean ?? 0, sigma).filter(s => s.at === 28 && s.side === 'high');
      for (const { rule, strength } of readingsAt(counts, 28, flat).filter(each => each.rule.endsWith('sigma')))
        expect(signals.some(signal => signal.rule === rule)).toBe(strength > 1);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('settings of county.yaml: defaults, a choice, and what is refused', () => {
  expect(readWarningSettings(undefined).falseAlarmsAYear).toBe(12);
  expect(readWarningSettings({ watch: ['petition'] }).watched.map(({ type }) => type)).toEqual(['petition']);
  for (const wrong of [null, [], { falseAlarmsAYear: 0 }, { watch: ['person'] }, { watch: [] }, { alpha: 0.1 }])
    expect(() => readWarningSettings(wrong)).toThrow(expect.objectContaining({ code: 'BAD_COUNTY' }));
});
