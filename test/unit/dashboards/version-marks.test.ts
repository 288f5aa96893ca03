import { expect, test } from 'vitest';
import { trendLayout } from '../../../dashboards/chart/trend/layout.ts';
import { trendState } from '../../../dashboards/chart/trend/state.ts';
import { versionMarks } from '../../../dashboards/page/version-marks.ts';
import type { Figure, Version } from '../../../lib/indicators/index.ts';
import { parsePeriod } from '../../../lib/kernel/period.ts';

const versions: [Version, ...Version[]] = [
  { version: 1, from: '2024-01-01' },
  { version: 2, from: '2026-02-01', change: { zh: '改分母', en: 'Another denominator' }, breaks: true },
  { version: 3, from: '2026-02-15', change: { zh: '改名', en: 'Another name' } },
];

const series = (...held: readonly number[]) =>
  held.map((definitionVersion, n) => ({ definitionVersion, period: parsePeriod(`2026-0${n + 1}`) }) as Figure);

test('a mark stands where the version changes, with all that changed since, and breaks if any of it does', () => {
  expect(versionMarks(series(1, 3, 3), { versions }, 'en')).toEqual([
    {
      before: '2026-02',
      label: 'Definition changed v3',
      text: 'Definition changed v2 (2026-02-01): Another denominator · Definition changed v3 (2026-02-15): Another name · earlier figures cannot be compared',
      breaks: true,
    },
  ]);
  expect(versionMarks(series(2, 3), { versions }, 'zh')).toMatchObject([{ breaks: false, label: '口径变更 v3' }]);
  expect(versionMarks(series(3, 3), { versions }, 'zh')).toEqual([]);
});

const runs = (path: string) => path.match(/M/g)?.length;

test('nothing is drawn across a break, and a change that does not break interrupts nothing', () => {
  const points = ['2026-01', '2026-02', '2026-03', '2026-04'].map((label, n) => ({
    label,
    value: n + 1,
    low: n,
    high: n + 2,
    firm: n < 3,
    text: label,
  }));
  const drawn = (breaks: boolean) =>
    trendLayout(
      trendState(points, String, { marks: [{ before: '2026-03', label: 'v2', text: 'v2', breaks }] }),
      300,
      84,
    );
  expect([runs(drawn(true).line), runs(drawn(true).band), runs(drawn(false).line)]).toEqual([2, 2, 1]);
  // The provisional end begins at the last firm value, which is on the same side of the break.
  expect(drawn(true).provisional).toBe(drawn(false).provisional);
  const [mark] = drawn(true).marks;
  const [, , third] = drawn(true).strips;
  expect(mark?.x).toBeCloseTo(third?.x ?? 0, 0);
});

test('a mark before the first value is not drawn', () => {
  const points = [{ label: '2026-01', value: 1, low: null, high: null, firm: true, text: '' }];
  const marks = [{ before: '2026-01', label: 'v2', text: 'v2', breaks: true }];
  expect(trendLayout(trendState(points, String, { marks }), 300, 84).marks).toEqual([]);
});
