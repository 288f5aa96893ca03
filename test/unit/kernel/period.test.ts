import { describe, expect, test } from 'vitest';
import { parsePeriod, periodBefore, periodOf, periodRange } from '../../../lib/kernel/period.ts';

const badPeriod = expect.objectContaining({ code: 'BAD_PERIOD', kind: 'caller' });

function labels(from: string, to: string): string[] {
  return periodRange(parsePeriod(from), parsePeriod(to)).map(p => p.label);
}

describe('periods', () => {
  test.each([
    ['2024-02', 'MONTH', '2024-02-01', '2024-02-29'],
    ['2023-02', 'MONTH', '2023-02-01', '2023-02-28'],
    ['2026-12', 'MONTH', '2026-12-01', '2026-12-31'],
    ['2026-Q1', 'QUARTER', '2026-01-01', '2026-03-31'],
    ['2026-Q4', 'QUARTER', '2026-10-01', '2026-12-31'],
    ['2026', 'YEAR', '2026-01-01', '2026-12-31'],
  ])('%s is a %s from %s to %s', (label, unit, from, to) => {
    expect(parsePeriod(label)).toEqual({ unit, label, from, to });
    expect(periodOf(parsePeriod(label).unit, to).label).toBe(label);
  });

  test.each([
    '',
    '26',
    '1899',
    '2200',
    '2026-00',
    '2026-13',
    '2026-1',
    '2026-Q0',
    '2026-Q5',
    '2026-q1',
    '2026-08-01',
    ' 2026',
    '2026\n',
    '２０２６',
  ])('refuses %j', label => expect(() => parsePeriod(label)).toThrow(badPeriod));

  test('a run has every period once, over the turn of a year', () => {
    expect(labels('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(labels('2025-Q4', '2026-Q1')).toEqual(['2025-Q4', '2026-Q1']);
    expect(labels('2026', '2026')).toEqual(['2026']);
    expect(() => labels('2026', '2025')).toThrow(badPeriod);
    expect(() => labels('2025', '2026-Q1')).toThrow(badPeriod);
  });

  test('periods before and after', () => {
    expect(periodBefore(parsePeriod('2026-01')).label).toBe('2025-12');
    expect(periodBefore(parsePeriod('2026-Q1'), 4).label).toBe('2025-Q1');
    expect(periodBefore(parsePeriod('2025'), -1).label).toBe('2026');
  });
});
