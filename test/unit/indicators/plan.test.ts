import { expect, test } from 'vitest';
import { catalogue, headline } from '../../../lib/indicators/index.ts';
import { planQueries } from '../../../lib/indicators/plan.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';

const county = { level: 'COUNTY', within: null, areas: [] } as const;
const towns = { level: 'TOWN', within: ['330199001', '330199002'], areas: [] } as const;
const some = (...ids: string[]) => catalogue.filter(({ id }) => ids.includes(id));

test('all indicators of a year of months for one area: one query for each type of record', () => {
  const periods = Array.from({ length: 12 }, (_, i) => parsePeriod(`2025-${String(i + 1).padStart(2, '0')}`));
  const queries = planQueries(headline, periods, [county]);
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
  const queries = planQueries(some('clearance_rate'), periods, [county, towns]).sort(
    (a, b) => a.level.localeCompare(b.level) || a.unit.localeCompare(b.unit),
  );
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

test('the whole catalogue: one query for each type of record', () => {
  const queries = planQueries(catalogue, [parsePeriod('2026-08')], [county]);
  const types = catalogue.flatMap(({ forms }) =>
    forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms.map(({ type }) => type))),
  );
  expect(queries.map(({ type }) => type).sort()).toEqual([...new Set(types)].sort());
});

test('what was there at the start of a period is asked as the end of the one before, in the same query', () => {
  const [query, ...others] = planQueries(some('case_closure_rate'), [parsePeriod('2026-Q1')], [county]);
  expect(others).toEqual([]);
  expect(query).toMatchObject({ unit: 'QUARTER', from: '2025-Q4', to: '2026-Q1' });
});

test('a breakdown is a query of its own, by its dimension', () => {
  const [query] = planQueries(some('clearance_rate'), [parsePeriod('2026-08')], [county], 'kind');
  expect(query).toMatchObject({ type: 'courtCase', by: ['kind'] });
});

test('values that are left out are told apart in the database, and the others stay in one query', () => {
  const [closure, ...rest] = some('case_closure_rate', 'clearance_rate', 'backlog_index');
  if (closure === undefined) throw new Error('no such indicator');
  const queries = planQueries(
    [{ ...closure, exclude: { kind: ['ADMINISTRATIVE'] } }, ...rest],
    [parsePeriod('2026-08')],
    [county],
  );
  expect(queries.map(({ by }) => by)).toEqual([['kind'], []]);
});

test('years from December to November are asked as months, and stocks at their ends', () => {
  const [closure] = some('case_closure_rate');
  if (closure === undefined) throw new Error('no such indicator');
  const [query] = planQueries([{ ...closure, yearBegins: 12 }], [parsePeriod('2025')], [county]);
  expect(query).toMatchObject({ unit: 'MONTH', from: '2024-11', to: '2025-11' });
});
