import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import {
  catalogue as allIndicators,
  createAnalytics,
  measure,
  per10k,
  register as perOf,
  type RegisterEntry,
  sumShare,
  whole,
} from '../../../lib/indicators/index.ts';
import { disputeResolutionRate } from '../../../lib/indicators/catalogue/cross/dispute-resolution-rate.ts';
import { startOfClass } from '../../../lib/indicators/formula/time.ts';
import { smallGateway } from './small-gateway.ts';

/** 2026-08: 10 accepted, 8 of them resolved, 12 resolved. Measures are asked as ACCEPTED_RESOLVED, ACCEPTED_FOLLOWED, RESOLVED, ACCEPTED. */
const disputes = () => ({
  rows: [
    { period: '2026-08', area: '330199', values: [8, 10, 12, 10] },
    { period: '2026-09', area: '330199', values: [1, 10, 12, 10] },
  ],
  leftOut: [
    { measure: 'ACCEPTED', area: '330199', reason: 'UNREADABLE_DATE', rows: 20 },
    { measure: 'ACCEPTED_FOLLOWED', area: '330199', reason: 'UNREADABLE_DATE', rows: 30 },
    { measure: 'ACCEPTED_RESOLVED', area: '330199', reason: 'UNREADABLE_DATE', rows: 30 },
    { measure: 'RESOLVED', area: '330199', reason: 'UNREADABLE_DATE', rows: 10 },
  ],
});
const resolution = { indicators: ['dispute_resolution_rate'], areas: ['330199'] };

test('two forms of an indicator come from one request to the department', async () => {
  const { client, requests } = smallGateway({ disputeStats: disputes });
  const figures = await createAnalytics<string>({ client, dataFrom: '2023-10-01' }).figures({
    ...resolution,
    periods: ['2026-08'],
  });
  expect(requests.filter(({ query }) => query.includes('disputeStats'))).toHaveLength(1);
  expect(figures.map(({ form, value, status, reason }) => ({ form, value, status, reason }))).toEqual([
    { form: 'cohort', value: 80, status: 'ok', reason: null },
    { form: 'in-period', value: 120, status: 'ok', reason: null },
  ]);
  expect(figures[0]).toMatchObject({
    id: 'dispute_resolution_rate',
    area: { code: '330199', level: 'COUNTY', name: '枫溪县' },
    numerator: 8,
    denominator: 10,
    unit: 'percent',
    asOf: '2026-09-30',
    roundedTo: null,
    definitionVersion: 1,
    computedFrom: [
      { department: 'justice', type: 'dispute', measure: 'ACCEPTED_RESOLVED', asOf: '2026-09-30', error: null },
      { department: 'justice', type: 'dispute', measure: 'ACCEPTED_FOLLOWED', asOf: '2026-09-30', error: null },
    ],
  });
});

test('a measure that the department does not keep makes its own figures not computable, and no others', async () => {
  const { client } = smallGateway({
    disputeStats: () => ({
      rows: [{ period: '2026-08', area: '330199', values: [null, 10, 12, 10] }],
      notKept: ['ACCEPTED_RESOLVED'],
    }),
  });
  const figures = await createAnalytics<string>({ client }).figures({ ...resolution, periods: ['2026-08'] });
  expect(figures.map(({ form, value, status, reason }) => ({ form, value, status, reason }))).toEqual([
    { form: 'cohort', value: null, status: 'not_computable', reason: 'NOT_KEPT' },
    { form: 'in-period', value: 120, status: 'ok', reason: null },
  ]);
});

test('rows left out of two measures count once, and the share spreads them over the days of the data', async () => {
  const { client } = smallGateway({ disputeStats: disputes });
  const [cohort, inPeriod] = await createAnalytics<string>({ client, dataFrom: '2023-10-01' }).figures({
    ...resolution,
    periods: ['2026-08'],
  });
  expect(cohort?.completeness.leftOut).toEqual([{ type: 'dispute', reason: 'UNREADABLE_DATE', rows: 30 }]);
  expect(inPeriod?.completeness.leftOut).toEqual([{ type: 'dispute', reason: 'UNREADABLE_DATE', rows: 20 }]);
  // 31 of 1096 days.
  expect(cohort?.completeness.share).toBeCloseTo(10 / (10 + (30 * 31) / 1096), 10);
  expect(cohort?.completeness.unplaced).toBe(0);
});

test('a cohort is provisional until its observation days have passed, a period while it goes on', async () => {
  const { client } = smallGateway({ disputeStats: disputes });
  const figures = await createAnalytics<string>({ client }).figures({ ...resolution, periods: ['2026-09', '2026'] });
  expect(figures.map(({ form, period, status, reason }) => [form, period.label, status, reason])).toEqual([
    ['cohort', '2026-09', 'provisional', 'STILL_OBSERVED'],
    ['cohort', '2026', 'not_computable', 'NO_DENOMINATOR'],
    ['in-period', '2026-09', 'ok', null],
    ['in-period', '2026', 'not_computable', 'NO_DENOMINATOR'],
  ]);
  const gateway = smallGateway({
    disputeStats: () => ({ rows: [{ period: '2026', area: '330199', values: [8, 10, 12, 10] }] }),
  });
  const [year] = await createAnalytics<string>(gateway).figures({ ...resolution, periods: ['2026'] });
  expect(year).toMatchObject({ status: 'provisional', reason: 'PERIOD_NOT_OVER', value: 80 });
});

test('periods outside the data are not computable', async () => {
  const { client } = smallGateway({ disputeStats: disputes });
  const figures = await createAnalytics<string>({ client, dataFrom: '2023-10-01' }).figures({
    ...resolution,
    periods: ['2023-09', '2023', '2026-10'],
  });
  expect(figures.slice(0, 3).map(({ status, reason, value }) => [status, reason, value])).toEqual([
    ['not_computable', 'BEFORE_DATA', null],
    ['not_computable', 'BEFORE_DATA', null],
    ['not_computable', 'PERIOD_NOT_BEGUN', null],
  ]);
});

test('a department that is away costs its own figures only', async () => {
  const { client } = smallGateway({ disputeStats: disputes });
  const figures = await createAnalytics<string>({ client }).figures({
    indicators: ['dispute_resolution_rate', 'clearance_rate'],
    areas: ['330199'],
    periods: ['2026-08'],
  });
  expect(figures.map(({ id, status }) => [id, status])).toEqual([
    ['dispute_resolution_rate', 'ok'],
    ['dispute_resolution_rate', 'ok'],
    ['clearance_rate', 'source_unavailable'],
  ]);
  expect(figures[2]?.computedFrom[0]?.error).toContain('no connection');
});

test('a type that the gateway does not serve is a source that is not available', async () => {
  const { client } = smallGateway({});
  const [figure] = await createAnalytics<string>({ client }).figures({
    indicators: ['relief_coverage'],
    areas: ['330199'],
    periods: ['2026-08'],
  });
  expect(figure).toMatchObject({ status: 'source_unavailable', value: null, asOf: null });
});

test.for([
  ['FORBIDDEN_TYPE', 'suppressed', 'NOT_PERMITTED'],
  ['PURPOSE_NOT_GRANTED', 'suppressed', 'NOT_PERMITTED'],
  ['PERMIT_REQUIRED', 'suppressed', 'NOT_PERMITTED'],
  ['FORBIDDEN_DETAIL', 'suppressed', 'TOO_FINE'],
  ['FORBIDDEN_AREA', 'suppressed', 'PART_ONLY'],
  ['DEPARTMENT_UNAVAILABLE', 'source_unavailable', 'SOURCE_UNAVAILABLE'],
] as const)('%s makes a figure %s, by %s', async ([code, status, reason]) => {
  const { client } = smallGateway({
    disputeStats: () => {
      throw new GraphQLError('refused', { extensions: { code } });
    },
  });
  const [figure] = await createAnalytics<string>({ client }).figures({
    indicators: ['dispute_resolution_rate'],
    areas: ['330199'],
    periods: ['2026-08'],
  });
  expect(figure).toMatchObject({ status, reason, value: null });
});

test('a town that the reader was not granted is not permitted, not 0', async () => {
  const { client } = smallGateway({
    disputeStats: () => ({
      rows: [{ period: '2026-08', area: '330199001', values: [9, 10, 12, 10] }],
      granted: ['330199001'],
    }),
  });
  const figures = await createAnalytics<string>({ client }).figures({
    ...resolution,
    areas: ['330199001', '330199002'],
    periods: ['2026-08'],
  });
  const told = figures
    .filter(({ form }) => form === 'in-period')
    .map(({ status, reason, value }) => [status, reason, value]);
  expect(told).toEqual([
    ['ok', null, 120],
    ['suppressed', 'NOT_PERMITTED', null],
  ]);
});

test('a breakdown that is refused is told of, with the reason', async () => {
  const { client } = smallGateway({});
  const figures = await createAnalytics<string>({ client }).figures({
    ...resolution,
    areas: ['330199001'],
    periods: ['2026-08'],
    by: 'kind',
  });
  expect(figures.map(({ dimension, reason }) => [dimension, reason])).toEqual([
    [{ name: 'kind', value: null }, 'SOURCE_UNAVAILABLE'],
    [{ name: 'kind', value: null }, 'SOURCE_UNAVAILABLE'],
  ]);
});

test('a suppressed cell makes a suppressed figure, not 0', async () => {
  const { client } = smallGateway({
    disputeStats: () => ({
      rows: [
        { period: '2026-08', area: '330199001', values: [null, 10, 12, 10], statuses: ['SUPPRESSED', 'OK', 'OK'] },
      ],
    }),
  });
  const [cohort, inPeriod] = await createAnalytics<string>({ client }).figures({
    ...resolution,
    areas: ['330199001'],
    periods: ['2026-08'],
  });
  expect(cohort).toMatchObject({ status: 'suppressed', reason: 'WITHHELD', value: null, numerator: null });
  expect(inPeriod).toMatchObject({ status: 'ok', value: 120 });
});

test('all towns of a county: one query, missing rows are 0, rows of unknown areas are told', async () => {
  const { client, requests } = smallGateway({
    disputeStats: () => ({
      rows: [
        { period: '2026-08', area: '330199001', values: [8, 10, 12, 10] },
        { period: '2026-08', area: null, values: [1, 2, 3, 2] },
      ],
    }),
  });
  const figures = await createAnalytics<string>({ client }).figures({
    indicators: ['dispute_resolution_rate'],
    within: '枫溪县',
    level: 'TOWN',
    periods: ['2026-08'],
  });
  const { variables } = requests.find(({ query }) => query.includes('disputeStats')) ?? {};
  expect(variables).toEqual({
    measures: ['ACCEPTED_RESOLVED', 'ACCEPTED_FOLLOWED', 'RESOLVED', 'ACCEPTED'],
    period: { unit: 'MONTH', from: '2026-08', to: '2026-08' },
    level: 'TOWN',
  });
  expect(figures.map(({ area, form, status, value }) => [area.name, form, status, value])).toEqual([
    ['城关镇', 'cohort', 'ok', 80],
    ['新河镇', 'cohort', 'not_computable', null],
    ['城关镇', 'in-period', 'ok', 120],
    ['新河镇', 'in-period', 'not_computable', null],
  ]);
  expect(figures[0]?.completeness.unplaced).toBe(2);
});

test('histograms are told apart by the order of the durations measures asked', async () => {
  const { client } = smallGateway({
    courtCaseStats: () => ({
      rows: [
        {
          period: '2026-08',
          area: '330199',
          values: [5, 4, 4],
          durations: [{ unit: 'DAY', length: [10, 20, 30], closed: [1, 1, 2], open: [0, 0, 0] }],
        },
      ],
    }),
  });
  const figures = await createAnalytics<string>({ client }).figures({
    indicators: ['clearance_rate', 'case_duration_median'],
    areas: ['枫溪县'],
    periods: ['2026-08'],
  });
  expect(figures.map(({ id, value }) => [id, value])).toEqual([
    ['clearance_rate', 125],
    ['case_duration_median', 25],
  ]);
});

test.for([
  [{ indicators: ['happiness'] }, 'UNKNOWN_INDICATOR', /"happiness"; choose from case_closure_rate/],
  [{ areas: ['330199009'] }, 'UNKNOWN_AREA', /"330199009"/],
  [{ areas: ['33019'] }, 'UNKNOWN_AREA', /"33019"/],
  [{ areas: ['无名镇'] }, 'UNKNOWN_AREA', /"无名镇"/],
  [{ areas: ['红旗村'] }, 'UNKNOWN_AREA', /not 2/],
  [{ within: '330199001201', level: 'GRID' }, 'UNKNOWN_AREA', /GRID/],
  [{ periods: ['2026-13'] }, 'BAD_PERIOD', /"2026-13"/],
] as const)('%j is refused with %s', async ([wrong, code, sentence]) => {
  const { client } = smallGateway({ disputeStats: disputes });
  const request = { ...resolution, periods: ['2026-08'], ...wrong };
  const error = await createAnalytics<string>({ client })
    .figures(request)
    .catch((error: unknown) => error);
  expect(error).toMatchObject({ code, kind: 'caller' });
  expect((error as Error).message).toMatch(sentence);
});

const broken = () => ({
  rows: [
    { period: '2026-08', area: '330199', kind: 'CIVIL', values: [30, 40] },
    { period: '2026-08', area: '330199', kind: 'CRIMINAL', values: [9, 10] },
    { period: '2026-08', area: '330199', kind: null, values: [1, 0] },
  ],
});

test('a breakdown has a figure for each value that occurs, the unknown one last', async () => {
  const { client, requests } = smallGateway({ courtCaseStats: broken });
  const figures = await createAnalytics({ client }).figures({
    indicators: ['clearance_rate'],
    areas: ['330199'],
    periods: ['2026-08'],
    by: 'kind',
  });
  expect(requests.find(({ query }) => query.includes('courtCaseStats'))?.variables).toMatchObject({ by: ['KIND'] });
  expect(figures.map(({ dimension, numerator, denominator }) => [dimension, numerator, denominator])).toEqual([
    [{ name: 'kind', value: 'CIVIL' }, 30, 40],
    [{ name: 'kind', value: 'CRIMINAL' }, 9, 10],
    [{ name: 'kind', value: null }, 1, 0],
  ]);
});

test('values that a county leaves out are in no figure', async () => {
  const { client } = smallGateway({ courtCaseStats: broken });
  const definition = allIndicators.find(({ id }) => id === 'clearance_rate');
  if (definition === undefined) throw new Error('no such indicator');
  const own = [{ ...definition, exclude: { kind: ['CRIMINAL'] } }];
  const [figure] = await createAnalytics({ client, catalogue: own }).figures({
    areas: ['330199'],
    periods: ['2026-08'],
  });
  expect([figure?.numerator, figure?.denominator]).toEqual([31, 40]);
});

test('a dimension that an indicator does not have is refused', async () => {
  const { client } = smallGateway({ courtCaseStats: broken });
  const request = { indicators: ['clearance_rate'], areas: ['330199'], periods: ['2026-08'], by: 'colour' } as const;
  await expect(createAnalytics({ client }).figures(request)).rejects.toMatchObject({ code: 'UNKNOWN_DIMENSION' });
});

test('what is pending at the start is what was pending at the end of the period before', async () => {
  const { client } = smallGateway({
    courtCaseStats: () => ({
      rows: [
        { period: '2026-07', area: '330199', values: [9, 70, 9] },
        { period: '2026-08', area: '330199', values: [30, 99, 50] },
      ],
    }),
  });
  const [figure] = await createAnalytics({ client }).figures({
    indicators: ['case_closure_rate'],
    areas: ['330199'],
    periods: ['2026-08'],
  });
  expect(figure).toMatchObject({ value: 25, numerator: 30, denominator: 120 });
});

test('a year from December to November adds up its months and takes stocks at its ends', async () => {
  const { client } = smallGateway({
    courtCaseStats: () => ({
      rows: [
        { period: '2024-11', area: '330199', values: [1, 70, 1] },
        { period: '2024-12', area: '330199', values: [10, 80, 20] },
        { period: '2025-11', area: '330199', values: [20, 99, 30] },
      ],
    }),
  });
  const definition = allIndicators.find(({ id }) => id === 'case_closure_rate');
  if (definition === undefined) throw new Error('no such indicator');
  const [figure] = await createAnalytics({ client, catalogue: [{ ...definition, yearBegins: 12 }] }).figures({
    areas: ['330199'],
    periods: ['2025'],
  });
  expect(figure).toMatchObject({ numerator: 30, denominator: 120, period: { from: '2024-12-01', to: '2025-11-30' } });
});

test('a rate is per what the register says for its year and place, of the newest edition; without it, it is not kept', async () => {
  const { client } = smallGateway({
    courtCaseStats: () => ({ rows: [{ period: '2026-08', area: '330199', values: [120] }] }),
  });
  const entry = { name: 'residents', area: '330199', source: '统计年鉴' } as const;
  const register = [
    { ...entry, year: 2025, value: 500_000, vintage: '2026-03-01' },
    { ...entry, year: 2025, value: 480_000, vintage: '2026-08-01' },
    { ...entry, year: 2024, value: 1, vintage: '2026-09-01' },
    { ...entry, year: 2027, value: 1, vintage: '2028-03-01' },
  ];
  const suits = allIndicators.find(({ id }) => id === 'litigation_rate_per_10k');
  const [first] = suits?.forms ?? [];
  if (suits === undefined || first === undefined) throw new Error('no such indicator');
  const formula = per10k(measure('courtCase', 'FILED_CIVIL_OR_ADMINISTRATIVE'), perOf('residents'));
  const own = [{ ...suits, forms: [{ ...first, parts: [{ id: null, name: null, formula }] }] as const }];
  const ask = (entries: readonly RegisterEntry[]) =>
    createAnalytics({ client, catalogue: own, register: entries }).figures({ areas: ['330199'], periods: ['2026-08'] });
  expect((await ask(register))[0]).toMatchObject({
    value: 2.5,
    denominator: 480_000,
    registers: [{ name: 'residents', year: 2025, value: 480_000, source: '统计年鉴', vintage: '2026-08-01' }],
  });
  expect((await ask([]))[0]).toMatchObject({ status: 'not_computable', reason: 'NOT_KEPT' });
});

test('while a department is away its figures tell the last good value and how old it is', async () => {
  let away = false;
  const { client } = smallGateway({
    courtCaseStats: () => {
      if (away) throw new Error('gone');
      return { rows: [{ period: '2026-08', area: '330199', values: [30, 40] }] };
    },
  });
  let time = Date.parse('2026-10-01T08:00:00Z');
  const analytics = createAnalytics({ client, now: () => new Date(time) });
  const request = { indicators: ['clearance_rate'], areas: ['330199'], periods: ['2026-08', '2026-07'] } as const;
  const [before] = await analytics.figures(request);
  expect(before).toMatchObject({ status: 'ok', value: 75 });
  away = true;
  time += 90_000;
  const [after, never] = await analytics.figures(request);
  expect(after).toMatchObject({
    status: 'source_unavailable',
    value: null,
    lastGood: { value: 75, status: 'ok', asOf: '2026-09-30', computedAt: '2026-10-01T08:00:00.000Z', ageSeconds: 90 },
  });
  expect(never).toMatchObject({ status: 'source_unavailable', lastGood: null });
});

test('a figure of rounded counts says so, and its interval holds what rounding may have moved', async () => {
  const rows = [{ period: '2026-08', area: '330199', values: [80, 100, 120, 100] }];
  const figures = async (more: object) => {
    const { client } = smallGateway({ disputeStats: () => ({ rows: [{ ...rows[0], ...more }], ...protection(more) }) });
    return createAnalytics<string>({ client }).figures({ ...resolution, periods: ['2026-08'] });
  };
  const [exact] = await figures({});
  const [rounded, inPeriod] = await figures({ margins: [9, 9, 9, 9] });
  expect([exact?.roundedTo, rounded?.roundedTo]).toEqual([null, 10]);
  expect(rounded?.value).toBe(80);
  // 71 of 109 and 89 of 91 are the furthest that the truth may be, by Wilson's interval.
  expect(rounded?.interval?.lower).toBeCloseTo(55.79, 1);
  expect(rounded?.interval?.upper).toBeCloseTo(99.4, 1);
  expect(exact?.interval?.lower).toBeCloseTo(71.1, 1);
  expect(inPeriod?.interval?.upper).toBeGreaterThan(120);
});

test('a part that rounding has let grow beyond its whole is the whole; an exact one is told as it is', async () => {
  const row = { period: '2026-08', area: '330199', values: [101, 100] };
  const valueOf = async (more: object) => {
    const { client } = smallGateway({ disputeStats: () => ({ rows: [{ ...row, ...more }], ...protection(more) }) });
    const part = sumShare(measure('dispute', 'ACCEPTED_RESOLVED'), measure('dispute', 'ACCEPTED_FOLLOWED'));
    const catalogue = [{ ...disputeResolutionRate, forms: [{ form: 'cohort', parts: whole(part) }] }] as const;
    const analytics = createAnalytics<string>({ client, catalogue });
    const [figure] = await analytics.figures({ ...resolution, periods: ['2026-08'] });
    return [figure?.value, figure?.numerator];
  };
  expect(await valueOf({ margins: [9, 9] })).toEqual([100, 100]);
  expect(await valueOf({})).toEqual([101, 101]);
});

test('the interval of a length out of classes begins with its class', () => {
  const histogram = { unit: 'DAY' as const, length: [7, 15, 30, 60], closed: [10, 80, 10, 0], open: [0, 0, 0, 10] };
  expect([7, 15, 30].map(end => startOfClass(histogram, end))).toEqual([0, 7, 15]);
  expect(startOfClass({ ...histogram, unit: 'SECOND', length: [300, 540] }, 9)).toBe(5);
});

test('a suppressed input suppresses the figure: it is never 0', async () => {
  const row = { period: '2026-08', area: '330199', values: [null, 100, 120, 100], margins: [null, 9, 9, 9] };
  const statuses = ['SUPPRESSED', 'OK', 'OK', 'OK'] as const;
  const { client } = smallGateway({ disputeStats: () => ({ rows: [{ ...row, statuses }], ...protection(row) }) });
  const figures = await createAnalytics<string>({ client }).figures({ ...resolution, periods: ['2026-08'] });
  expect(figures.map(({ status, reason, value }) => [status, reason, value])).toEqual([
    ['suppressed', 'WITHHELD', null],
    ['ok', null, 120],
  ]);
});

/** What a department says of protected figures. */
function protection(more: object): { profile: 'EXACT' | 'PROTECTED'; roundedTo?: number } {
  return 'margins' in more ? { profile: 'PROTECTED', roundedTo: 10 } : { profile: 'EXACT' };
}
