import { expect, test } from 'vitest';
import { indicatorGroups } from '../../../dashboards/data/indicator-groups.ts';
import {
  lastComplete,
  periodsToChoose,
  readChoice,
  trendMonths,
  writeChoice,
} from '../../../dashboards/page/choice.ts';
import { headline } from '../../../lib/indicators/index.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';

test('a choice survives the address', () => {
  const hash = '#language=en&area=330199003&period=2026-08&indicator=police_arrival_p50_p90.p90&level=VILLAGE';
  expect(writeChoice(readChoice(hash))).toBe(hash);
});

test('what an address says wrongly takes its default', () => {
  const choice = readChoice('#language=fr&area=abc&period=2026-13&indicator=x&level=GRID');
  expect(choice).toEqual({
    language: 'zh',
    area: '',
    period: undefined,
    series: { id: 'dispute_resolution_rate', part: null },
    level: 'TOWN',
  });
});

test('the last complete period ends on or before the last day', () => {
  expect(lastComplete('QUARTER', '2026-09-30').label).toBe('2026-Q3');
  expect(lastComplete('QUARTER', '2026-09-29').label).toBe('2026-Q2');
  expect(lastComplete('YEAR', '2026-09-30').label).toBe('2025');
});

test('the periods to choose from go back three years, the running one first', () => {
  const quarters = periodsToChoose('QUARTER', '2026-09-30');
  expect([quarters[0]?.label, quarters.at(-1)?.label, quarters.length]).toEqual(['2026-Q3', '2023-Q4', 12]);
});

function labels(period: string): string[] {
  return trendMonths(parsePeriod(period), '2026-09-30').map(month => month.label);
}

test('a trend has the twelve months up to the end of the period, none after the last day', () => {
  expect([labels('2026-Q2')[0], labels('2026-Q2').at(-1)]).toEqual(['2025-07', '2026-06']);
  expect([labels('2026').at(-1), labels('2026').length]).toEqual(['2026-09', 12]);
});

test('groups of indicators hold each indicator once and share no type of record', () => {
  const groups = indicatorGroups(headline);
  expect(
    groups
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(headline.map(({ id }) => id).sort());
  const types = groups.map(group => new Set(JSON.stringify(group).match(/"type":"\w+"/g)));
  expect(types.flatMap(each => [...each]).length).toBe(new Set(types.flatMap(each => [...each])).size);
  expect(groups.length).toBeGreaterThan(4);
});
