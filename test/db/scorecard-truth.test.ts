import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { analyticsOfCounty } from '../../lib/cli/county-indicators.ts';
import { cardOf } from '../../lib/cli/county-scorecards.ts';
import { parsePeriod } from '../../lib/kernel/period.ts';
import { runCard } from '../../lib/scorecard/index.ts';
import { createClient } from '../../lib/sdk/index.ts';
import type { RatioCell } from '../../lib/synthetic/index.ts';
import { fengxi, openTestCounty, type TestCounty } from '../county.ts';

/** What the county's file says, read apart from lib/scorecard. */
interface PlainItem {
  readonly id: string;
  readonly indicator: string;
  readonly part?: string;
  readonly group?: string;
  readonly weight: number;
  readonly floor?: number;
  readonly cap?: number;
  readonly bonus?: boolean;
  readonly missing?: { readonly rule: string };
  readonly marks: {
    readonly goalposts?: [number, number];
    readonly improvement?: [number, number];
    readonly target?: number;
    readonly deduct?: number;
  };
}
interface PlainCard {
  readonly items: readonly PlainItem[];
  readonly groups: Record<string, { readonly floor?: number; readonly cap?: number }>;
  readonly bonusCap: number;
  readonly coverage: number;
}
const file = readFileSync(join(fengxi.folder, 'scorecard.yaml'), 'utf8');
const plain = (parse(file) as { cards: Record<string, PlainCard> }).cards['town-quarter'] as PlainCard;

const monthsOf = (quarter: string, back = 0): string[] => {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number);
  return [1, 2, 3].map(n => `${year - back}-${String((number - 1) * 3 + n).padStart(2, '0')}`);
};

/** Percent of a town in some months, by the truth less what the planted dirt makes unusable; null where there is nothing. */
function truthOf({ truth }: TestCounty, { indicator, part }: PlainItem, town: string, months: string[]): number | null {
  const forms = truth.figures[indicator] ?? {};
  const form =
    (part === undefined ? undefined : forms[part]) ?? forms['cohort'] ?? forms['in_period'] ?? forms['value'];
  const cells = months.flatMap(month => (form?.[month]?.[town] as RatioCell | undefined) ?? []);
  const n = cells.reduce((sum, cell) => sum + cell.numerator - cell.left.numerator, 0);
  const d = cells.reduce((sum, cell) => sum + cell.denominator - cell.left.denominator, 0);
  return d === 0 ? null : (n / d) * 100;
}

function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function plainMarks(county: TestCounty, item: PlainItem, town: string, quarter: string): number | null {
  const now = truthOf(county, item, town, monthsOf(quarter));
  if (now === null) return null;
  const { goalposts, improvement, target = 0, deduct = 0 } = item.marks;
  const limited = (share: number): number => within(item.floor ?? 0, share * item.weight, item.cap ?? item.weight);
  if (goalposts) return limited(within(0, (now - goalposts[0]) / (goalposts[1] - goalposts[0]), 1));
  if (!improvement) return limited(Math.max(0, item.weight - Math.max(0, target - now) * deduct) / item.weight);
  const before = truthOf(county, item, town, monthsOf(quarter, 1));
  if (before === null) return null;
  return limited(within(0, (now - before - improvement[0]) / (improvement[1] - improvement[0]), 1));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** The scores of all towns by the rules that the file states, in another order of steps than lib/scorecard. */
function plainScores(county: TestCounty, quarter: string): Map<string, number | null> {
  const towns = [...fengxi.areas.values()].filter(({ level }) => level === 'TOWN').map(({ code }) => code);
  const known = plain.items.map(item => towns.map(town => plainMarks(county, item, town, quarter)));
  return new Map(
    towns.map((town, t) => {
      const rows = plain.items.map((item, i) => {
        const own = known[i]?.[t] ?? null;
        const others = (known[i] ?? []).filter(each => each !== null);
        const filled = own ?? (item.missing?.rule === 'neutral' && others.length > 0 ? median(others) : null);
        return { item, own, marks: filled };
      });
      const covered = rows.reduce((sum, { item, own }) => sum + (item.bonus || own === null ? 0 : item.weight), 0);
      if (covered < plain.coverage * 100) return [town, null] as const;
      const base = rows.filter(({ item }) => !item.bonus);
      const there = base.filter(({ marks }) => marks !== null);
      const weights = there.reduce((sum, { item }) => sum + item.weight, 0);
      let points = 0;
      for (const name of [...Object.keys(plain.groups), undefined]) {
        const members = there.filter(({ item }) => item.group === name);
        if (members.length === 0) continue;
        const sum = members.reduce((total, { marks }) => total + (marks ?? 0), 0);
        const limits = name === undefined ? {} : (plain.groups[name] ?? {});
        const all = base.reduce((total, { item }) => total + (item.group === name ? item.weight : 0), 0);
        const part = members.reduce((total, { item }) => total + item.weight, 0) / all;
        points += within((limits.floor ?? 0) * part, sum, (limits.cap ?? Infinity) * part);
      }
      const bonus = rows.reduce((sum, { item, marks }) => sum + (item.bonus ? (marks ?? 0) : 0), 0);
      return [town, (points * 100) / weights + Math.min(plain.bonusCap, bonus)] as const;
    }),
  );
}

describe('the scores of the made-up county', () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await openTestCounty('sqlite', 0.1);
  }, 120_000);
  afterAll(() => county.close());

  test.each(['2025-Q2', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'])(
    'of %s are those that other code makes of the truth',
    async quarter => {
      const analytics = analyticsOfCounty(
        fengxi,
        createClient({ execute: request => county.gateway.execute(request) }),
      );
      const card = cardOf(fengxi, 'town-quarter');
      const { areas } = await runCard(analytics, card, { county: fengxi.code, period: parsePeriod(quarter) });
      const expected = plainScores(county, quarter);
      expect(areas.map(({ area }) => area.code)).toEqual([...expected.keys()]);
      for (const { area, scored } of areas) {
        const truth = expected.get(area.code) ?? null;
        expect([area.code, scored?.score ?? null]).toEqual([
          area.code,
          truth === null ? null : expect.closeTo(truth, 9),
        ]);
      }
      // Items without a figure are among them.
      expect(areas.some(({ lines }) => lines.some(({ madeBy }) => madeBy !== 'figure'))).toBe(true);
      expect(new Set(expected.values()).size).toBeGreaterThan(6);
    },
    60_000,
  );

  test('another unit of period than the card scores by is refused', async () => {
    const analytics = analyticsOfCounty(fengxi, createClient({ execute: request => county.gateway.execute(request) }));
    const request = { county: fengxi.code, period: parsePeriod('2026-08') };
    await expect(runCard(analytics, cardOf(fengxi, 'town-quarter'), request)).rejects.toMatchObject({
      code: 'BAD_PERIOD',
    });
  });
});
