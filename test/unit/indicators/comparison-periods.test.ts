import { expect, test } from 'vitest';
import { earlier } from '../../../lib/indicators/comparison/maturity.ts';
import { festivalIn, pairOf } from '../../../lib/indicators/comparison/periods.ts';
import { peersOf } from '../../../lib/indicators/comparison/peers.ts';
import { readPeers } from '../../../lib/indicators/county/index.ts';
import { registerOf } from '../../../lib/indicators/index.ts';
import { windowOf } from '../../../lib/indicators/window.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';

const labels = (
  kind: 'previous' | 'year' | 'cumulative',
  label: string,
  form: 'cohort' | 'snapshot' = 'cohort',
  yearBegins = 1,
) => {
  const pair = pairOf(kind, { yearBegins }, { form }, parsePeriod(label));
  return pair && [pair.now.label, pair.against.label];
};

test('January and February are taken together against those of last year, whichever of them is asked for', () => {
  expect(labels('year', '2026-01')).toEqual(['2026-01/2026-02', '2025-01/2025-02']);
  expect(labels('year', '2026-02')).toEqual(['2026-01/2026-02', '2025-01/2025-02']);
  expect(labels('year', '2026-03')).toEqual(['2026-03', '2025-03']);
  expect(labels('year', '2026-Q1')).toEqual(['2026-Q1', '2025-Q1']);
});

test('the state at the end of a month is held against that of the same month', () => {
  expect(labels('year', '2026-02', 'snapshot')).toEqual(['2026-02', '2025-02']);
  expect(labels('cumulative', '2026-08', 'snapshot')).toBeUndefined();
});

test('the year so far goes from its first month, which may be December', () => {
  expect(labels('cumulative', '2026-08')).toEqual(['2026-01/2026-08', '2025-01/2025-08']);
  expect(labels('cumulative', '2026-08', 'cohort', 12)).toEqual(['2025-12/2026-08', '2024-12/2025-08']);
  expect(labels('cumulative', '2025-12', 'cohort', 12)).toBeUndefined();
  expect(labels('cumulative', '2026-Q3')).toEqual(['2026-Q1/2026-Q3', '2025-Q1/2025-Q3']);
  expect([labels('cumulative', '2026-01'), labels('cumulative', '2026')]).toEqual([undefined, undefined]);
});

test('the period before', () => {
  expect(labels('previous', '2026-01')).toEqual(['2026-01', '2025-12']);
  expect(labels('previous', '2026-Q1')).toEqual(['2026-Q1', '2025-Q4']);
});

test('a span holds the months of all its periods, and begins with what was before the first', () => {
  const pair = pairOf('cumulative', { yearBegins: 12 }, { form: 'cohort' }, parsePeriod('2026-Q2'));
  const window = windowOf({ yearBegins: 12 }, pair?.now ?? parsePeriod('2026'));
  expect(window.labels).toEqual(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
  expect(window).toMatchObject({ before: '2025-11', period: { from: '2025-12-01', to: '2026-05-31' } });
});

test('a cut-off goes back to the same day, and from the last day of a month to the last', () => {
  expect(earlier('2026-09-30', 'MONTH')).toBe('2026-08-31');
  expect(earlier('2026-09-30', 'YEAR')).toBe('2025-09-30');
  expect(earlier('2026-09-15', 'MONTH')).toBe('2026-08-15');
  expect(earlier('2026-03-30', 'MONTH')).toBe('2026-02-28');
  expect(earlier('2026-08-31', 'QUARTER')).toBe('2026-05-31');
});

const of = (label: string) => festivalIn(parsePeriod(label));

test('the days around the Spring Festival of 2026 (17 February) fall into February and March', () => {
  expect(of('2026-01')).toBe(0);
  expect(of('2026-02')).toBeCloseTo(19 / 22, 12);
  expect(of('2026-03')).toBeCloseTo(3 / 22, 12);
  expect(of('2026-Q1')).toBeCloseTo(1, 12);
});

const town = (code: string) => ({ code, level: 'TOWN', name: null }) as const;
const towns = ['1', '2', '3', '4'].map(n => town(`33019900${n}`));
const register = registerOf(
  [10_000, 19_000, 21_000, 5_000].map((value, i) => ({
    name: 'residents' as const,
    year: 2024,
    area: towns[i]?.code ?? '',
    value,
    source: 's',
    vintage: '2025-08-20',
  })),
);

test('places are like those of half to double their residents, or of the group that the county names', () => {
  const [first = town(''), , third = town('')] = towns;
  expect(peersOf(first, towns, readPeers(undefined), register, 2026)).toEqual(['330199002', '330199004']);
  const named = readPeers({ groups: [{ name: { zh: '城区', en: 'Urban' }, areas: ['330199001', '330199003'] }] });
  expect(peersOf(first, towns, named, register, 2026)).toEqual(['330199003']);
  expect(peersOf(third, towns, named, register, 2026)).toEqual(['330199001']);
  expect(peersOf(first, towns, readPeers(undefined), registerOf([]), 2026)).toEqual([]);
});

test('a rule that is none is refused', () => {
  const name = { zh: '城区', en: 'Urban' };
  const wrong = [
    { factor: 0.5 },
    { groups: [{ name, areas: ['330199001'] }] },
    { groups: [{ name, areas: ['330199001', '330199001201'] }] },
    { groups: [{ areas: ['330199001', '330199002'] }] },
    {
      groups: [
        { name, areas: ['330199001', '330199002'] },
        { name, areas: ['330199002', '330199003'] },
      ],
    },
    { similar: 2 },
    [],
  ];
  for (const raw of wrong) expect(() => readPeers(raw)).toThrow(expect.objectContaining({ code: 'BAD_COUNTY' }));
});
