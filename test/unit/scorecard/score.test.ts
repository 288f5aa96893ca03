import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { array, assert, boolean, double, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../../lib/indicators/index.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';
import { type Card, type Item, scoreFigures, scoreOf } from '../../../lib/scorecard/index.ts';
import { limited, marksOf } from '../../../lib/scorecard/marks.ts';
import { readGolden } from '../../golden/case.ts';
import { alone, cardText, figureOf, type Given, read, scoreGiven } from './cards.ts';

const items = (...ids: readonly (readonly [string, number, string?])[]): string[] =>
  ids.map(
    ([id, weight, more = '']) =>
      `{ id: ${id.replaceAll('_', '-')}, indicator: ${id}, weight: ${weight}, marks: { goalposts: [0, 100] }${more} }`,
  );

const five = items(
  ['mediation_success_rate', 30, ', group: g'],
  ['agreement_performance_rate', 20, ', group: g'],
  ['grid_event_on_time_rate', 20],
  ['handover_on_time_rate', 10, ', floor: 1, cap: 8'],
  ['min_living_on_time', 20],
);
const group = (limits: string): string => `    groups: { g: { name: { zh: 组, en: Group }${limits} } }\n`;
const one = (yaml: string): Card => {
  const [card] = read(yaml);
  if (card === undefined) throw new Error('no card');
  return card;
};
const fiveCard = one(cardText(five, group(', floor: 5, cap: 40')));
const row = (...values: readonly (number | null)[]): Given[] => values.map(value => ({ value }));
const scoresOf = (card: Card, ...rows: readonly (readonly Given[])[]) =>
  scoreGiven(card, rows).areas.map(({ scored }) => scored?.score ?? null);

const folder = process.env['COUNTYGRAPH_GOLDEN'] ?? resolve(import.meta.dirname, '../../../../shared/golden');
const present = existsSync(join(folder, 'composite.json'));

describe.skipIf(!present)(present ? 'golden composite' : 'golden composite: skipped, set COUNTYGRAPH_GOLDEN', () => {
  test('a card whose goalposts are the worst and best of the units gives the means of COINr, arithmetic and geometric', () => {
    const cases = readGolden(folder).filter(({ kind }) => kind === 'composite');
    expect(cases.length).toBeGreaterThan(0);
    for (const { inputs, expected } of cases.flatMap(({ cases: each }) => each)) {
      const x = inputs['x'] as number[][];
      const weights = inputs['weights'] as number[];
      const total = weights.reduce((a, b) => a + b, 0);
      const higher = (inputs['direction'] as number[]).map(direction => direction === 1);
      const ids = higher.map((up, i) => `{ id: i${i}, indicator: ${up ? 'mediation_success_rate' : 'appeal_rate'}`);
      const columns = weights.map((_, i) => x.map(each => each[i] ?? 0));
      const marks = columns.map((column, i) => {
        const [low, high] = [Math.min(...column), Math.max(...column)];
        return `marks: { goalposts: [${higher[i] ? `${low}, ${high}` : `${high}, ${low}`}] } }`;
      });
      const text = cardText(ids.map((id, i) => `${id}, weight: ${((weights[i] ?? 0) / total) * 100}, ${marks[i]}`));
      for (const kind of ['arithmetic', 'geometric'] as const) {
        const card = one(text.replace('arithmetic', kind));
        const scores = x.map(values =>
          scoreOf(
            card,
            values.map((value, i) => marksOf(card.items[i] as Item, value)),
          ),
        );
        const known = expected[kind] as number[];
        for (const [unit, scored] of scores.entries())
          expect(1 + ((scored?.score ?? NaN) * 99) / 100).toBeCloseTo(known[unit] ?? NaN, 8);
      }
    }
  });
});

function itemOf(rule: string, id = 'mediation_success_rate'): Item {
  return one(alone(id, rule)).items[0] as Item;
}

describe('marks', () => {
  test.each([
    ['{ goalposts: [60, 95] }', [50, 60, 77.5, 95, 99], [0, 0, 50, 100, 100]],
    ['{ target: 95, step: 2, deduct: 10 }', [99, 95, 94, 90, 60], [100, 100, 95, 75, 0]],
  ])('of %s', (rule, values, marks) => {
    expect(values.map(value => marksOf(itemOf(rule), value))).toEqual(marks);
  });
  test('where less is better, and in a band', () => {
    const lower = itemOf('{ target: 10, step: 1, deduct: 5 }', 'appeal_rate');
    expect([5, 10, 12].map(value => marksOf(lower, value))).toEqual([100, 100, 90]);
    const band = itemOf('{ band: [90, 110], step: 5, deduct: 20 }', 'clearance_rate');
    expect([80, 90, 100, 110, 120].map(value => marksOf(band, value))).toEqual([60, 100, 100, 100, 60]);
  });
  test('an improvement is on the same period of the year before, and there is none across a break of the series', () => {
    const card = one(alone('mediation_success_rate', '{ improvement: [0, 10] }'));
    const definition = { ...(card.items[0] as Item).definition };
    const [first] = definition.versions;
    const broken: Indicator = { ...definition, versions: [first, { version: 2, from: '2026-01-01', breaks: true }] };
    const scored = (versions: Indicator, version: number, before: number | null) => {
      const own = { ...card, items: card.items.map(each => ({ ...each, definition: versions })) } as Card;
      const period = { now: '2026-Q3', before: '2025-Q3' };
      const figures = [
        figureOf(definition, { area: '330199100', period: period.now, version }, { value: 84 }),
        figureOf(definition, { area: '330199100', period: period.before, version: 1 }, { value: before }),
      ];
      const periods = { period: parsePeriod(period.now), before: parsePeriod(period.before), level: 'TOWN' } as const;
      const [area] = scoreFigures(own, figures, periods).areas;
      return [area?.scored?.score ?? null, area?.lines[0]?.reason];
    };
    expect(scored(definition, 1, 80)).toEqual([40, null]);
    expect(scored(definition, 1, null)).toEqual([null, 'NO_YEAR_BEFORE']);
    expect(scored(broken, 2, 80)).toEqual([null, 'SERIES_BROKEN']);
    expect(scored(broken, 1, 80)).toEqual([40, null]);
  });
});

describe('a score', () => {
  const value = double({ min: 0, max: 100, noNaN: true });
  const five = tuple(value, value, value, value, value);

  test('is the sum of the points, and lies between 0 and 100', () => {
    assert(
      property(five, values => {
        const [area] = scoreGiven(fiveCard, [row(...values)]).areas;
        const [a, b, c, d, e] = values;
        const inGroup = Math.max(5, Math.min(40, 0.3 * a + 0.2 * b));
        const expected = inGroup + 0.2 * c + Math.max(1, Math.min(8, 0.1 * d)) + 0.2 * e;
        expect(area?.scored?.score).toBeCloseTo(expected, 9);
        expect(area?.scored?.score).toBeGreaterThanOrEqual(0);
        expect(area?.scored?.score).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('never falls when a figure gets better, whatever is missing, in either mean', () => {
    const geometric = one(
      cardText(
        items(
          ['mediation_success_rate', 30],
          ['agreement_performance_rate', 20],
          ['grid_event_on_time_rate', 20],
          ['handover_on_time_rate', 10],
          ['min_living_on_time', 20],
        ),
      ).replace('arithmetic', 'geometric'),
    );
    assert(
      property(
        five,
        integer({ min: 0, max: 4 }),
        value,
        array(boolean(), { minLength: 5, maxLength: 5 }),
        (values, at, more, missing) => {
          const without = values.map((each, i) => (missing[i] && i !== at ? null : each));
          const better = without.map((each, i) => (i === at ? Math.min(100, (each ?? 0) + more) : each));
          for (const card of [fiveCard, geometric]) {
            const [before, after] = scoresOf({ ...card, coverage: 0.01 }, row(...without)).concat(
              scoresOf({ ...card, coverage: 0.01 }, row(...better)),
            );
            expect(after).toBeGreaterThanOrEqual((before ?? Infinity) - 1e-9);
          }
        },
      ),
    );
  });

  test('is the same for the same shares whatever is left out: a missing figure neither helps nor hurts', () => {
    const card = one(
      cardText(
        items(['mediation_success_rate', 60, ', group: g'], ['grid_event_on_time_rate', 40]),
        group(', cap: 48'),
      ),
    );
    expect(scoresOf(card, row(80, 80), row(80, null), row(null, 80))).toEqual([
      expect.closeTo(80, 9),
      expect.closeTo(80, 9),
      null,
    ]);
    // The cap of the group, 48 of 60, is 80 of 100 when the group is alone.
    expect(scoresOf(card, row(100, null))).toEqual([expect.closeTo(80, 9)]);
  });

  test('is not given below the coverage that the card asks for', () => {
    const [area] = scoreGiven(fiveCard, [row(90, null, null, null, null)]).areas;
    expect([area?.scored, area?.coverage]).toEqual([null, 0.3]);
  });

  test('has a bonus on top of it, up to its cap, and none where there is no figure', () => {
    const text = [
      ...items(['mediation_success_rate', 100]),
      '{ id: b, indicator: grid_event_on_time_rate, weight: 6, bonus: true, marks: { goalposts: [0, 100] } }',
    ];
    const card = one(cardText(text, '    bonusCap: 4\n'));
    expect(scoresOf(card, row(90, 50), row(90, 100), row(90, null))).toEqual([93, 94, 90]);
  });
});

function missing(rule: string): Card {
  return one(
    cardText([
      ...items(['mediation_success_rate', 50]),
      ...items(['grid_event_on_time_rate', 50, `, missing: { rule: ${rule} }`]),
    ]),
  );
}

function rowsWithout(reason: NonNullable<Given['reason']>): Given[][] {
  return [[{ value: 80 }, { value: null, reason }], row(80, 40), row(80, 60), row(80, 90)];
}

describe('a missing figure', () => {
  const zero = 'zero, why: { zh: 应有, en: There must be one }';

  test('takes the median of the others where it is neutral', () => {
    const [area] = scoreGiven(missing('neutral'), rowsWithout('WITHHELD')).areas;
    expect(area?.scored?.score).toBe(40 + 30);
    expect([area?.lines[1]?.madeBy, area?.coverage]).toEqual(['neutral', 0.5]);
  });

  test('is 0 where the card says so and there was nothing to compute it from', () => {
    const [area] = scoreGiven(missing(zero), rowsWithout('NO_DENOMINATOR')).areas;
    expect([area?.scored?.score, area?.lines[1]?.madeBy, area?.coverage]).toEqual([40, 'zero', 1]);
  });

  test('is not 0 where nothing shows that the department gives out anything of the area: a right may end there', () => {
    const of = (department: string): unknown => {
      const lacking: Given = { value: null, reason: 'NO_DENOMINATOR', department };
      return scoreGiven(missing(zero), [[{ value: 80 }, lacking], row(80, 40)]).areas[0]?.lines[1]?.madeBy;
    };
    expect([of('justice'), of('grid')]).toEqual(['zero', 'leave-out']);
    const nothing = scoreGiven(missing(zero), [
      [
        { value: null, reason: 'NO_DENOMINATOR' },
        { value: null, reason: 'NO_DENOMINATOR' },
      ],
      row(80, 40),
    ]);
    expect([nothing.areas[0]?.scored, nothing.areas[0]?.coverage]).toEqual([null, 0]);
  });

  test.each([
    'SOURCE_UNAVAILABLE',
    'WITHHELD',
    'NOT_PERMITTED',
    'TOO_FINE',
    'PART_ONLY',
    'NOT_KEPT',
    'BEFORE_DATA',
    'PERIOD_NOT_BEGUN',
  ] as const)('is never scored against an area for %s, whatever the card says', reason => {
    const [area] = scoreGiven(missing(zero), rowsWithout(reason)).areas;
    expect([area?.scored?.score, area?.lines[1]?.madeBy]).toEqual([80, 'leave-out']);
  });
});

test('the limits of an item', () => {
  expect([0, 5, 10].map(marks => limited({ floor: 2, cap: 8 }, marks))).toEqual([2, 5, 8]);
});
