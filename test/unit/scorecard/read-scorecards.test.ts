import { describe, expect, test } from 'vitest';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { cardsOf } from '../../../lib/cli/county-scorecards.ts';
import { fengxi } from '../../county.ts';
import { alone, cardText, read } from './cards.ts';

const good = '{ id: a, indicator: mediation_success_rate, weight: 100, marks: { goalposts: [50, 100] } }';

function fault(yaml: string): string {
  try {
    read(yaml);
    return 'none';
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : String(error);
  }
}

const bad = (text: string): string => `^BAD_SCORECARD: Expected ${text}`;

describe('a scorecard', () => {
  test('that is right is read, with its defaults', () => {
    const [card] = read(cardText([good]));
    expect(card?.items[0]).toMatchObject({
      form: 'in-period',
      part: null,
      full: 100,
      floor: 0,
      cap: 100,
      bonus: false,
    });
    expect(card?.sensitivity).toMatchObject({ weights: 0.2, leaveOneOut: true, draws: 5000 });
  });

  test('the cards of the made-up county are right', () => {
    expect(cardsOf(loadCounty(fengxi.folder)).map(({ id }) => id)).toEqual(['town-quarter', 'grid-month']);
  });

  const item = (change: (text: string) => string): string => cardText([change(good)]);
  test.each([
    [
      'an indicator that is not there',
      item(t => t.replace('mediation_s', 'x')),
      'cards.test.items.0.indicator to be the id',
    ],
    [
      'weights that are not 100',
      item(t => t.replace('100,', '90,')),
      'cards.test.items to be items whose weights add up to 100, got 90',
    ],
    [
      'posts the wrong way round',
      item(t => t.replace('[50, 100]', '[100, 50]')),
      'cards.test.items.0.marks.goalposts to be posts from worse to better, which is higher',
    ],
    ['two rules', item(t => t.replace(' } }', ', target: 5 } }')), 'cards.test.items.0.marks.goalposts to be one of'],
    [
      'a target without steps',
      alone('mediation_success_rate', '{ target: 95 }'),
      'cards.test.items.0.marks.target to be step and deduct',
    ],
    [
      'a band where more is always better',
      alone('mediation_success_rate', '{ band: [1, 2], step: 1, deduct: 1 }'),
      'cards.test.items.0.marks.band to be goalposts or a target',
    ],
    [
      'posts where neither is better',
      alone('non_arrest_rate', '{ goalposts: [1, 2] }'),
      'cards.test.items.0.marks.goalposts to be a band',
    ],
    ['a cap above full marks', item(t => t.replace(' }', ' }, cap: 101')), 'cards.test.items.0.cap to be floor <= cap'],
    [
      'a part that is not there',
      alone('petition_satisfaction', '{ goalposts: [1, 2] }'),
      'cards.test.items.0.part to be a part: satisfied, rated, got none',
    ],
    [
      'a form that is not there',
      alone('mediation_success_rate', '{ goalposts: [1, 2] }', ', form: cohort'),
      'cards.test.items.0.form to be a form',
    ],
    [
      'a group that is not there',
      item(t => t.replace('weight', 'group: x, weight')),
      'cards.test.items.0.group to be a group',
    ],
    [
      'zero without a reason',
      item(t => t.replace(' } }', ' }, missing: { rule: zero } }')),
      'cards.test.items.0.missing.why to be the reason beside zero',
    ],
    [
      'another department',
      cardText([good], '    department: court\n'),
      'cards.test.items.0.indicator to be an indicator of court',
    ],
    [
      'a group that no item names',
      cardText([good], '    groups: { x: { name: { zh: 组, en: Group } } }\n'),
      'cards.test.groups.x to be the group of an item',
    ],
    ['a bonus without a cap', cardText([good, good.replace('id: a', 'id: b, bonus: true')]), 'cards.test.bonusCap'],
    [
      'two items of one id',
      cardText([good.replace('100,', '50,'), good.replace('100,', '50,')]),
      'cards.test.items to be items with ids',
    ],
    [
      'a formula in a veto',
      cardText([good], '    vetoes: { x: { name: { zh: 事, en: a }, basis: { zh: 据, en: b }, when: "> 3" } }\n'),
      'only known words in cards.test.vetoes.x, got "when"',
    ],
  ])('%s', (_, yaml, expected) => {
    expect(fault(yaml)).toMatch(new RegExp(bad(expected.replaceAll(/[.[\]]/g, '\\$&'))));
    expect(fault(yaml)).toMatch(/correct \S+\.yaml:\d+\.$/);
  });

  test('a geometric mean has no limits of a group', () => {
    const groups = '    groups: { x: { name: { zh: 组, en: Group }, cap: 50 } }\n';
    const yaml = cardText([good.replace('weight', 'group: x, weight')], groups).replace('arithmetic', 'geometric');
    expect(fault(yaml)).toContain('cards.test.groups.x to be without floor and cap');
  });
});
