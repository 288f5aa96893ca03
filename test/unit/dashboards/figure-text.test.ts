import { expect, test } from 'vitest';
import * as text from '../../../dashboards/page/figure-text.ts';
import type { Figure, Known } from '../../../lib/indicators/index.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';

const known: Known = {
  id: 'mediation_success_rate',
  form: 'in-period',
  part: null,
  area: { code: '330199', level: 'COUNTY', name: '枫溪县' },
  period: parsePeriod('2026-Q3'),
  dimension: null,
  unit: 'percent',
  status: 'ok',
  reason: null,
  value: 94.26,
  numerator: 1234,
  denominator: 1309,
  interval: { lower: 92.8, upper: 95.4 },
  completeness: { leftOut: [], unplaced: 0, share: 0.99996 },
  asOf: '2026-09-30',
  roundedTo: null,
  definitionVersion: 1,
  computedFrom: [],
  registers: [],
};
const away: Figure = {
  ...known,
  status: 'source_unavailable',
  reason: 'SOURCE_UNAVAILABLE',
  value: null,
  numerator: null,
  denominator: null,
  interval: null,
  lastGood: null,
  computedFrom: [{ department: 'court', type: 'courtCase', measure: 'CLOSED', asOf: null, error: 'no answer' }],
};

test('a value carries its unit, its interval and its counts', () => {
  expect(text.valueText(known, 'zh')).toBe('94.3%');
  expect(text.certaintyText(known, 'zh')).toBe('95% 区间 92.8 – 95.4%');
  expect(text.countsText(known)).toBe('1,234 / 1,309');
});

test('a limit that is not determined is said as such', () => {
  const days: Figure = { ...known, unit: 'days', value: 49, interval: { lower: 47, upper: null } };
  expect(text.certaintyText(days, 'en')).toBe('95% interval ≥ 47 days');
});

test('a value without an interval says why', () => {
  expect(text.certaintyText({ ...known, interval: null }, 'zh')).toBe('全量汇总，不作抽样区间');
});

test('an absent value is words, never a number, and names the department that is away', () => {
  expect(text.valueText(away, 'zh')).toBe('数据源暂不可用');
  expect(text.certaintyText(away, 'en')).toBe('a department does not answer (court)');
  expect(text.countsText(away)).toBe('');
});

test('completeness is rounded down: 100 % means all; unknown shares give the rows left out', () => {
  expect(text.completenessText(known, 'en')).toBe('Completeness 99.9%');
  const leftOut = [{ type: 'mediation', reason: 'UNREADABLE_DATE', rows: 12 }] as const;
  const unknown: Figure = { ...known, completeness: { leftOut, unplaced: 0, share: null } };
  expect(text.completenessText(unknown, 'zh')).toBe('不可用记录（各期合计） 12');
});

test.each([
  ['2026-Q3', '2026年第三季度', 'Q3 2026'],
  ['2026-08', '2026年8月', 'Aug 2026'],
  ['2026', '2026年', '2026'],
])('period %s', (label, zh, en) => {
  expect([text.periodText(parsePeriod(label), 'zh'), text.periodText(parsePeriod(label), 'en')]).toEqual([zh, en]);
});
