import { parsePeriod, periodRange } from '../kernel/period.ts';

/** Labels of periods as they are typed: 2026-08, 2026-Q3, 2026, and 2026-01..2026-06 for all from one to another. Errors: BAD_PERIOD. */
export function askedPeriods(typed: readonly string[]): string[] {
  const labels = typed.flatMap(each => {
    const [first = '', last, ...more] = each.split('..');
    // Three points and more are no range: parsePeriod refuses them.
    if (last === undefined || more.length > 0) return [parsePeriod(each).label];
    return periodRange(parsePeriod(first), parsePeriod(last)).map(({ label }) => label);
  });
  return [...new Set(labels)];
}
