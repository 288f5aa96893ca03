import { describe, expect, test } from 'vitest';
import type { Card } from '../../../lib/scorecard/index.ts';
import { joint, standingOf } from '../../../lib/scorecard/standing.ts';
import { cardText, type Given, read, scoreGiven } from './cards.ts';

const ids = [
  'mediation_success_rate',
  'agreement_performance_rate',
  'grid_event_on_time_rate',
  'handover_on_time_rate',
];
const text = cardText(
  ids.map((id, i) => `{ id: i${i}, indicator: ${id}, weight: 25, marks: { goalposts: [0, 100] } }`),
);
const [card] = read(text) as [Card];

/** Areas that are `gap` apart, each figure sure to within `width`. */
function areas(gap: number, width: number, many = 9): Given[][] {
  return Array.from({ length: many }, (_, town) =>
    ids.map((_id, i) => {
      const value = 30 + gap * town + i;
      return { value, interval: [value - width, value + width] as const };
    }),
  );
}

function told(gap: number, width: number): (string | undefined)[] {
  return scoreGiven(card, areas(gap, width)).areas.map(({ scored }) => scored?.standing);
}

function thrice(name: string): string[] {
  return [name, name, name];
}

describe('what of a score is noise', () => {
  test('four figures sure to within 8 make a score sure to within 4, the same each time', () => {
    const result = scoreGiven(card, areas(5, 8));
    const [first] = result.areas;
    const { lower = 0, upper = 0 } = first?.scored?.interval ?? {};
    expect([lower, upper].map(limit => Math.abs(limit - (first?.scored?.score ?? 0)))).toEqual([
      expect.closeTo(4, 0),
      expect.closeTo(4, 0),
    ]);
    expect(scoreGiven(card, areas(5, 8))).toEqual(result);
  });

  test('without intervals there is none, and all differences are more than noise', () => {
    const result = scoreGiven(card, areas(5, 0));
    for (const { scored } of result.areas) {
      expect(scored?.interval.lower).toBeCloseTo(scored?.score ?? NaN, 9);
      expect(scored?.interval.upper).toBeCloseTo(scored?.score ?? NaN, 9);
    }
    expect(result.reliability).toBeCloseTo(1, 12);
  });

  test('the share that is more than noise falls with the width, to 0', () => {
    const [sure, unsure, none] = [2, 20, 60].map(width => scoreGiven(card, areas(3, width)).reliability ?? NaN);
    expect(sure).toBeGreaterThan(unsure ?? 1);
    expect(unsure).toBeGreaterThan(none ?? 1);
    expect(none).toBe(0);
  });

  test('a limit that the data do not determine is taken as the other, and the score lies within at a cap, too', () => {
    const open: Given[] = ids.map(() => ({ value: 100, interval: [70, 100] as const }));
    const [area] = scoreGiven(card, [open]).areas;
    expect(area?.scored?.interval.upper).toBe(100);
    expect(area?.scored?.interval.lower).toBeLessThan(95);
  });
});

test('an interval without limits means any marks', () => {
  const [known, unknown] = [[40, 60] as const, [null, null] as const].map(interval => {
    const row: Given[] = ids.map((_id, i) => ({ value: 50, interval: i === 0 ? interval : [50, 50] }));
    return scoreGiven(card, [row]).areas[0]?.scored?.interval;
  });
  expect((known?.upper ?? 0) - (known?.lower ?? 0)).toBeCloseTo(5, 0);
  // A quarter of the weight lies anywhere: 95 % of 25.
  expect((unknown?.upper ?? 0) - (unknown?.lower ?? 0)).toBeCloseTo(23.75, 0);
});

describe('an area has a place only where neither noise nor choices can move it', () => {
  test('far apart and sure: thirds; close or unsure: none', () => {
    expect(told(6, 0.5)).toEqual([...thrice('lower'), ...thrice('middle'), ...thrice('upper')]);
    expect(new Set(told(0.5, 20))).toEqual(new Set(['open']));
  });

  test('a choice of weights alone takes it away', () => {
    // Best in one item, worst in the others: its place is a matter of the weights.
    const rows = Array.from({ length: 6 }, (_, town) =>
      ids.map((_id, i) => ({ value: i === 0 ? 90 - 15 * town : 10 + 5 * town })),
    );
    const { areas: scored, scenarios } = scoreGiven(card, rows);
    expect(scored.map(each => each.scored?.standing)).toEqual(['open', 'open', 'open', 'open', 'open', 'open']);
    // 3 normalisations with two means and z-scores with one, by declared, equal, entropy and 8 changed weights, and 4 left out.
    expect(scenarios).toBe((3 * 2 + 1) * (1 + 1 + 1 + 8 + 4));
    expect(scored[0]?.scored?.ranks).toEqual({ best: 1, worst: 6 });
  });

  test('thirds of what is there, and none of fewer than six', () => {
    expect(standingOf({ best: 1, worst: 4 }, 12)).toBe('upper');
    expect(standingOf({ best: 1, worst: 5 }, 12)).toBe('open');
    expect(standingOf({ best: 5, worst: 8 }, 12)).toBe('middle');
    expect(standingOf({ best: 9, worst: 12 }, 12)).toBe('lower');
    expect(standingOf({ best: 1, worst: 1 }, 5)).toBe('open');
    expect(standingOf(joint({ best: 1, worst: 2 }, { best: 2, worst: 5 }), 12)).toBe('open');
    expect(joint(null, { best: 1, worst: 1 })).toBeNull();
  });
});

test('scores by other weights and means are given beside the score, which lies within them', () => {
  for (const { scored } of scoreGiven(card, areas(5, 1)).areas) {
    expect(scored?.byChoice?.lowest).toBeLessThanOrEqual(scored?.score ?? -1);
    expect(scored?.byChoice?.highest).toBeGreaterThanOrEqual(scored?.score ?? 101);
  }
});
