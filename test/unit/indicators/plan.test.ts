import { expect, test } from 'vitest';
import { catalogue } from '../../../lib/indicators/index.ts';
import { planQueries } from '../../../lib/indicators/plan.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';

const county = { level: 'COUNTY', within: null, areas: [] } as const;
const towns = { level: 'TOWN', within: ['330199001', '330199002'], areas: [] } as const;
const some = (...ids: string[]) => catalogue.filter(({ id }) => ids.includes(id));

test('all indicators of a year of months for one area: one query for each type of record', () => {
  const periods = Array.from({ length: 12 }, (_, i) => parsePeriod(`2025-${String(i + 1).padStart(2, '0')}`));
  const queries = planQueries(catalogue, periods, [county]);
  expect(queries.map(({ type }) => type).sort()).toEqual([
    'assistanceCase',
    'courtCase',
    'dispute',
    'grid',
    'gridEvent',
    'gridPost',
    'hazard',
    'mediation',
    'petition',
    'policeCase',
    'policeIncident',
    'prosecutionCase',
  ]);
  for (const query of queries)
    expect(query).toMatchObject({ unit: 'MONTH', from: '2025-01', to: '2025-12', level: 'COUNTY' });
});

test('measures that several indicators need are asked once', () => {
  const [courtCase, ...others] = planQueries(
    some('clearance_rate', 'case_duration_median', 'pipeline_stage_duration'),
    [parsePeriod('2026-08')],
    [county],
  );
  expect(courtCase?.terms.map(({ measure }) => measure)).toEqual([
    'CLOSED',
    'FILED',
    'TIME_TO_CLOSE',
    'CRIMINAL_TIME_TO_JUDGMENT',
  ]);
  expect(others.map(({ type }) => type)).toEqual(['policeCase', 'prosecutionCase']);
  const [dispute] = planQueries(some('dispute_resolution_rate'), [parsePeriod('2026')], [county]);
  expect(dispute?.terms.map(({ measure }) => measure)).toEqual([
    'ACCEPTED_RESOLVED',
    'ACCEPTED_FOLLOWED',
    'RESOLVED',
    'ACCEPTED',
  ]);
});

test('units of period and levels of areas make their own queries, in period order', () => {
  const periods = ['2026-Q2', '2026-08', '2026-Q1', '2026-06'].map(parsePeriod);
  const queries = planQueries(some('clearance_rate'), periods, [county, towns]);
  expect(queries.map(({ unit, from, to, level, within }) => ({ unit, from, to, level, within }))).toEqual([
    { unit: 'MONTH', from: '2026-06', to: '2026-08', level: 'COUNTY', within: null },
    { unit: 'QUARTER', from: '2026-Q1', to: '2026-Q2', level: 'COUNTY', within: null },
    { unit: 'MONTH', from: '2026-06', to: '2026-08', level: 'TOWN', within: towns.within },
    { unit: 'QUARTER', from: '2026-Q1', to: '2026-Q2', level: 'TOWN', within: towns.within },
  ]);
});

test('nothing asked, nothing sent', () => {
  expect(planQueries(catalogue, [], [county])).toEqual([]);
  expect(planQueries(catalogue, [parsePeriod('2026')], [])).toEqual([]);
});
