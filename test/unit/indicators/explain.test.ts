import { expect, test } from 'vitest';
import { explanationText } from '../../../lib/cli/explanation-text.ts';
import { createAnalytics, type FiguresRequest, type Input } from '../../../lib/indicators/index.ts';
import { smallGateway } from './small-gateway.ts';

type Departments = Parameters<typeof smallGateway>[0];

const clearance: FiguresRequest = { indicators: ['clearance_rate'], areas: ['330199'], periods: ['2026-08'] };
const closure: FiguresRequest = { ...clearance, indicators: ['case_closure_rate'] };

async function explained(departments: Departments, request: FiguresRequest) {
  const { client } = smallGateway(departments);
  const analytics = createAnalytics<string>({ client, dataFrom: '2023-10-01' });
  const found = await analytics.explain(request);
  expect(found.explanations.map(({ figure }) => figure)).toEqual(await analytics.figures(request));
  const text = (language: 'zh' | 'en'): string => explanationText(found, analytics.catalogue, {}, language);
  return { ...found, en: text('en'), zh: text('zh') };
}

const roundedCases: Departments[string] = () => ({
  rows: [{ period: '2026-08', area: '330199', values: [30, 39], margins: [5, 6] }],
  profile: 'PROTECTED',
  roundedTo: 3,
});

const pendingCases: Departments[string] = () => ({
  rows: [
    { period: '2026-07', area: '330199', values: [9, 70, 9] },
    { period: '2026-08', area: '330199', values: [30, 99, 50] },
  ],
  leftOut: [
    { measure: 'FILED', area: '330199', reason: 'UNREADABLE_DATE', rows: 4 },
    { measure: 'FILED', area: '330199001', reason: 'UNREADABLE_DATE', rows: 3 },
  ],
});

const told = ({ measure, periods, count, absent }: Input) => [measure, periods, count, absent];

test('a figure is explained by the numbers of its departments, the opening by the period before', async () => {
  const { explanations, questions, en, zh } = await explained({ courtCaseStats: pendingCases }, closure);
  const [only] = explanations;
  expect(only?.inputs.map(told)).toEqual([
    ['CLOSED', ['2026-08'], 30, null],
    ['PENDING', ['2026-07'], 70, null],
    ['FILED', ['2026-08'], 50, null],
  ]);
  expect(only?.inputs[2]?.leftOut).toEqual([{ reason: 'UNREADABLE_DATE', rows: 4 }]);
  expect(en).toMatch(/With numbers +100 × 30 ÷ 120 = 25 %\n/);
  expect(en).toMatch(/95 % interval +18\.\d+ – 33\.\d+ \(Wilson's score interval\)/);
  expect(en).toMatch(/Court +courtCase\.FILED +2026-08 +50 +2026-09-30 +date cannot be read 4\n/);
  expect(en).toContain('the period ended on 2026-08-31, 0 days of follow-up, data as of 2026-09-30: all passed');
  expect(zh).toMatch(/定义版本 .*; 当期\n/);
  expect(zh).toMatch(/法院 +courtCase\.FILED/);
  expect(zh).toMatch(/公式 +100 × 分子 ÷ 分母\n/);
  const asked = questions.find(({ query }) => query.includes('courtCaseStats'));
  expect(asked).toMatchObject({ variables: { measures: ['CLOSED', 'PENDING', 'FILED'], level: 'COUNTY' }, errors: [] });
  expect(en).toContain('"period":{"unit":"MONTH","from":"2026-07","to":"2026-08"}');
});

test.each([
  [
    'NO_ANSWER',
    {},
    'SOURCE_UNAVAILABLE',
    'a department does not answer; SUBGRAPH_UNAVAILABLE',
    'no answer (SUBGRAPH_UNAVAILABLE)',
  ],
  [
    'NOT_KEPT',
    { courtCaseStats: () => ({ rows: [], notKept: ['CLOSED', 'FILED'] }) },
    'NOT_KEPT',
    'neither the department nor the county keeps',
    'not kept',
  ],
  [
    'WITHHELD',
    {
      courtCaseStats: () => ({
        rows: [
          { period: '2026-08', area: '330199', values: [null, null], statuses: ['SUPPRESSED', 'SUPPRESSED'] as const },
        ],
        profile: 'PROTECTED' as const,
        roundedTo: 3,
      }),
    },
    'WITHHELD',
    'the department does not give the cell out',
    'not given out',
  ],
] satisfies [string, Departments, string, string, string][])(
  'a figure that is absent (%s) says why, and shows no number',
  async (absent, departments, reason, status, cell) => {
    const { explanations, en } = await explained(departments, clearance);
    const [only] = explanations;
    expect(only?.figure).toMatchObject({ value: null, reason });
    expect(only?.inputs.map(told)).toEqual([
      ['CLOSED', ['2026-08'], null, absent],
      ['FILED', ['2026-08'], null, absent],
    ]);
    expect(en).toContain(status);
    expect(en).toContain(cell);
    expect(en).not.toContain('With numbers');
  },
);

test('a rounded number has its error, and the interval says that it holds it', async () => {
  const { explanations, en } = await explained({ courtCaseStats: roundedCases }, clearance);
  expect(explanations[0]?.inputs.map(({ margin }) => margin)).toEqual([5, 6]);
  expect(en).toMatch(/courtCase\.CLOSED +2026-08 +30 +± 5 /);
  expect(en).toContain('with the error of counts rounded to 3');
});

test('lengths of time are told by the rows that ended and those that are open', async () => {
  const days = { unit: 'DAY' as const, length: [10, 30], closed: [4, 4], open: [1, 2] };
  const courtCaseStats: Departments[string] = () => ({
    rows: [{ period: '2026-08', area: '330199', values: [8], durations: [days] }],
  });
  const { explanations, en } = await explained(
    { courtCaseStats },
    { ...clearance, indicators: ['case_duration_median'] },
  );
  expect(explanations[0]?.inputs[0]).toMatchObject({ count: null, lengths: { closed: 8, open: 3 }, absent: null });
  expect(en).toMatch(/With numbers +8 \/ 11 → 30 days/);
});
