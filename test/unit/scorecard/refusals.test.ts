import { describe, expect, test } from 'vitest';
import { readCountyCatalogue } from '../../../lib/indicators/county/index.ts';
import { catalogue } from '../../../lib/indicators/index.ts';
import { namesPetitionVolume, readScorecards } from '../../../lib/scorecard/index.ts';
import { alone, cardText, declared, file, own, read } from './cards.ts';

const refused = expect.objectContaining({ code: 'SCORECARD_REFUSED' });

function codeOf(run: () => unknown): unknown {
  try {
    run();
    return 'read';
  } catch (error) {
    return error;
  }
}

describe('the number of petitions is never scored', () => {
  test.each([
    ['the rate of the catalogue', 'petitions_per_10k', ', part: items'],
    ['visits', 'petitions_per_10k', ', part: visits'],
    ['the share that comes again', 'repeat_petition_rate', ''],
    ['the share that asks for a review', 'petition_review_rate', ''],
    ['mediations after which somebody petitions', 'escalation_rate', ''],
  ])('%s', (_, id, part) => {
    expect(codeOf(() => read(alone(id, '{ band: [0, 5], step: 1, deduct: 1 }', part)))).toEqual(refused);
  });

  const perResident = 'petition.RECEIVED, { register: residents }';
  test.each([
    ['renamed', `{ rate: [${perResident}], per: 10000 }`],
    ['below the line', '{ ratio: [grid.POPULATION, petition.CLOSED] }'],
    [
      'in a sum with others',
      '{ rate: [{ sum: [courtCase.FILED, petition.ANSWERED] }, { register: residents }], per: 1 }',
    ],
    ['closed ones per resident', '{ rate: [petition.CLOSED, { register: residents }], per: 10000 }'],
    ['what is pending, as a share of what came in', '{ countRatio: [petition.OPEN, petition.RECEIVED] }'],
    ['closed over received, which pays for turning away', '{ countRatio: [petition.CLOSED, petition.RECEIVED] }'],
    ['a share of other matters', '{ countRatio: [petition.LIMIT_RUN, dispute.ACCEPTED] }'],
    ['mediations of the petition office', '{ rate: [mediation.PETITION_ENDED, { register: residents }], per: 10000 }'],
    ['mediations of the petition office among all', '{ share: [mediation.PETITION_ENDED, mediation.ENDED] }'],
  ])('of an indicator of the county: %s', (_, value) => {
    expect(codeOf(() => read(alone('peace_index'), own('peace_index', { value })))).toEqual(refused);
  });

  test.each([
    ['goalposts', '{ goalposts: [10, 0] }', ''],
    ['an improvement', '{ improvement: [0, -5] }', ''],
    ['a target', '{ target: 3, step: 1, deduct: 1 }', ''],
  ])('by %s', (_, marks, more) => {
    const value = `{ rate: [${perResident}], per: 10000 }`;
    expect(codeOf(() => read(alone('peace_index', marks, more), own('peace_index', { value })))).toEqual(refused);
  });

  test('as a bonus beside others', () => {
    const card = cardText(
      [
        '{ id: a, indicator: mediation_success_rate, weight: 100, marks: { goalposts: [50, 100] } }',
        '{ id: b, indicator: peace_index, weight: 5, bonus: true, marks: { goalposts: [10, 0] } }',
      ],
      '    bonusCap: 5\n',
    );
    const value = `{ rate: [${perResident}], per: 10000 }`;
    expect(codeOf(() => read(card, own('peace_index', { value })))).toEqual(refused);
  });

  const disputes = '{ rate: [dispute.ACCEPTED, { register: residents }], per: 10000 }';
  test('by leaving all other ways out', () => {
    const more = 'dimensions: [channel]\nexclude: { channel: [GRID, WALK_IN, COURT] }\n';
    expect(codeOf(() => read(alone('peace_index'), own('peace_index', { value: disputes, more })))).toEqual(refused);
    const without = 'dimensions: [channel]\nexclude: { channel: [PETITION] }\n';
    expect(read(alone('peace_index'), own('peace_index', { value: disputes, more: without }))).toHaveLength(1);
    expect(read(alone('peace_index'), own('peace_index', { value: disputes }))).toHaveLength(1);
  });

  test('in an earlier version of a definition', () => {
    const value = `{ rate: [${perResident}], per: 10000 }`;
    const later = `override: peace_index
from: 2026-01-01
change: { zh: 改, en: changed }
forms: [{ form: in-period, value: { countRatio: [dispute.RESOLVED, dispute.ACCEPTED] } }]
`;
    expect(codeOf(() => read(alone('peace_index'), own('peace_index', { value }), later))).toEqual(refused);
  });

  test('as a ground of a veto', () => {
    const vetoes =
      '    vetoes: { a: { name: { zh: 信访总量居全县前列, en: Bad }, basis: { zh: 通报, en: Notice } } }\n';
    const items = ['{ id: a, indicator: mediation_success_rate, weight: 100, marks: { goalposts: [50, 100] } }'];
    expect(codeOf(() => read(cardText(items, vetoes)))).toEqual(refused);
    for (const text of [
      '越级上访人次超标',
      '信访件数第一',
      'the number of petitions',
      'petition counts',
      '信访 总量 大',
    ])
      expect([text, namesPetitionVolume(text)]).toEqual([text, true]);
    for (const text of ['信访事项处理中弄虚作假', '走访次数造假', 'a petition was answered falsely', '瞒报事故'])
      expect([text, namesPetitionVolume(text)]).toEqual([text, false]);
  });

  test('what was done with petitions is scored', () => {
    for (const [id, part] of [
      ['petition_closed_on_time', ''],
      ['petition_notice_on_time', ''],
      ['petition_satisfaction', ', part: satisfied'],
      ['petition_mediation_success', ''],
    ] as const)
      expect(read(alone(id, '{ goalposts: [50, 100] }', part))[0]?.items[0]?.definition.id).toBe(id);
  });
});

describe('neither persons nor places by quota are scored', () => {
  test('a grid is the work of one person', () => {
    const card = alone('mediation_success_rate', '{ goalposts: [50, 100] }').replace('TOWN', 'GRID');
    expect(codeOf(() => read(card))).toMatchObject({ code: 'BAD_SCORECARD', message: /level to be one of/ });
  });

  test('an indicator that leaves one name of a text over', () => {
    const mediation = declared.get('mediation');
    const withNames = new Map(declared).set('mediation', {
      measures: mediation?.measures ?? new Map(),
      dimensions: new Map([...(mediation?.dimensions ?? []), ['mediator', []]]),
    });
    const of = (exclude: string): unknown => {
      const text = own('peace_index', { value: '{ countRatio: [mediation.AGREED, mediation.ENDED] }', more: exclude });
      const all = readCountyCatalogue(catalogue, [file(text)], withNames);
      return codeOf(() => readScorecards(file(alone('peace_index')), all, withNames));
    };
    expect(of('dimensions: [mediator]\nexclude: { mediator: [张三, 李四] }\n')).toEqual(refused);
    expect(of('dimensions: [outcome]\nexclude: { outcome: [TERMINATED] }\n')).toBe('read');
  });

  test.each([
    ['quota: { top: 0.2 }', 'cards.test.quota'],
    ['lastElimination: true', 'cards.test.lastElimination'],
    ['forcedDistribution: [20, 70, 10]', 'cards.test.forcedDistribution'],
    ['ranking: true', 'cards.test.ranking'],
  ])('%s', (line, path) => {
    const items = ['{ id: a, indicator: mediation_success_rate, weight: 100, marks: { goalposts: [50, 100] } }'];
    const error = codeOf(() => read(cardText(items, `    ${line}\n`)));
    expect(error).toEqual(refused);
    expect(String(error)).toContain(path);
  });

  test('marks by rank', () => {
    expect(codeOf(() => read(alone('mediation_success_rate', '{ rank: [1, 12] }')))).toEqual(refused);
  });
});
