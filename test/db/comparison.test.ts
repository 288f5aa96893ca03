import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegister } from '../../lib/indicators/county/index.ts';
import {
  catalogue,
  type ComparedFigure,
  type ComparisonKind,
  createAnalytics,
  type FigureComparison,
} from '../../lib/indicators/index.ts';
import { type Identity, identityOfRole } from '../../lib/kernel/identity.ts';
import { createClient } from '../../lib/sdk/index.ts';
import { analyst, fengxi, openTestCounty, type TestCounty, townOfficial } from '../county.ts';

const shares = [
  'mediation_success_rate',
  'closed_within_limit_rate',
  'local_resolution_rate',
  'mediation_withdrawal_rate',
];
const auditor = identityOfRole('auditor', { purpose: 'audit' });
const z = 1.959_963_984_540_054;
let county: TestCounty;

beforeAll(async () => {
  county = await openTestCounty('sqlite', 0.2);
}, 120_000);
afterAll(() => county.close());

function analyticsOf(identity: Identity, ranking = false) {
  const client = createClient({ execute: request => county.gateway.execute(request, { identity }) });
  const register = readRegister(join(fengxi.folder, 'denominators.yaml'));
  return createAnalytics({ client, dataFrom: fengxi.data.from, register, ranking });
}

interface Counts {
  readonly x: number;
  readonly n: number;
}

/** Counts of several months and places, out of the county's truth alone. */
function truthOf(id: string, months: readonly string[], areas: readonly string[]): Counts {
  const forms = county.truth.figures[id];
  const form = forms?.['in_period'] ?? forms?.['value'];
  let [x, n] = [0, 0];
  for (const month of months) {
    for (const area of areas) {
      const cell = form?.[month]?.[area];
      if (cell === undefined || 'histogram' in cell) continue;
      x += cell.numerator - cell.left.numerator;
      n += cell.denominator - cell.left.denominator;
    }
  }
  return { x, n };
}

/** Months since year 0. */
function place(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** 2026-01/2026-03: its months. */
function monthsOf(label: string): string[] {
  const [from = '', to = from] = label.split('/');
  return Array.from({ length: place(to) - place(from) + 1 }, (_, i) =>
    new Date(Date.UTC(2000, place(from) - 24_000 + i, 15)).toISOString().slice(0, 7),
  );
}

function wilsonBy({ x, n }: Counts): readonly [number, number] {
  const [p, w] = [x / n, (z * z) / n];
  const half = z * Math.sqrt((p * (1 - p)) / n + w / (4 * n));
  return [(p + w / 2 - half) / (1 + w), (p + w / 2 + half) / (1 + w)];
}

/** Newcombe's method 10, in points of per cent. */
function newcombeBy(a: Counts, b: Counts): readonly [number, number] {
  const [p, q] = [a.x / a.n, b.x / b.n];
  const [[al, au], [bl, bu]] = [wilsonBy(a), wilsonBy(b)];
  return [100 * (p - q - Math.hypot(p - al, bu - q)), 100 * (p - q + Math.hypot(au - p, q - bl))];
}

function direction(id: string): number {
  return { higher: 1, lower: -1, neutral: 0 }[catalogue.find(each => each.id === id)?.direction ?? 'neutral'];
}

/** What the truth says of a comparison; undefined where there is nothing to compare. */
function expectedOf(id: string, { kind, now, against }: FigureComparison) {
  const own = truthOf(id, monthsOf(now.period.label), now.places);
  const other = truthOf(id, monthsOf(against?.period.label ?? ''), against?.places ?? []);
  const tested = kind === 'county' ? { x: other.x - own.x, n: other.n - own.n } : other;
  if (own.n === 0 || tested.n === 0) return undefined;
  const [lower, upper] = newcombeBy(own, tested);
  const sign = lower > 0 ? 1 : upper < 0 ? -1 : 0;
  const words = direction(id) === 0 ? ['lower', 'similar', 'higher'] : ['worse', 'similar', 'better'];
  const verdict = words[1 + sign * (direction(id) || 1)];
  return { numbers: [own.x, own.n, other.x, other.n], limits: [lower, upper], verdict };
}

const close = (a: number | null | undefined, b: number | undefined): boolean =>
  a !== null && a !== undefined && b !== undefined && Math.abs(a - b) < 1e-6;

describe('shares of towns, beside what the truth says', () => {
  let compared: ComparedFigure[];
  let statements: number;
  beforeAll(async () => {
    const before = statementsOf();
    compared = await analyticsOf(analyst).compare({
      indicators: shares as never,
      within: '330199',
      level: 'TOWN',
      periods: ['2026-08', '2026-01', '2025-06'],
    });
    statements = statementsOf() - before;
  });

  test('every comparison has its counts, its interval and its word', () => {
    let known = 0;
    const wrong: string[] = [];
    for (const { figure, comparisons } of compared) {
      for (const comparison of comparisons) {
        if (comparison.kind === 'band') continue;
        const expected = expectedOf(figure.id, comparison);
        const { now, against, difference, verdict } = comparison;
        const name = [figure.id, figure.area.code, figure.period.label, comparison.kind].join(' ');
        if (expected === undefined) {
          if (verdict !== 'not_comparable') wrong.push(`${name}: ${verdict}`);
          continue;
        }
        known++;
        const numbers = [now.numerator, now.denominator, against?.numerator, against?.denominator];
        const isRight =
          JSON.stringify(numbers) === JSON.stringify(expected.numbers) &&
          close(difference?.lower, expected.limits[0]) &&
          close(difference?.upper, expected.limits[1]) &&
          verdict === expected.verdict;
        if (!isRight) wrong.push(`${name}: ${JSON.stringify([numbers, difference, verdict, expected])}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(known).toBeGreaterThan(400);
    const words = new Set(compared.flatMap(({ comparisons }) => comparisons.map(({ verdict }) => verdict)));
    expect(words.size).toBeGreaterThan(2);
  });

  test('all of it costs one statement for each type of record, for towns and county', () => {
    const types = new Set(
      catalogue
        .filter(({ id }) => shares.includes(id))
        .flatMap(({ forms }) => forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms))),
    );
    expect(statements).toBe(new Set([...types].map(({ type }) => type)).size);
  });

  test('peers are places of the level with half to double the residents, and not the place itself', () => {
    for (const { figure, comparisons } of compared) {
      const peers = comparisons.find(({ kind }) => kind === 'peers') as FigureComparison | undefined;
      expect(peers?.against?.places).not.toContain(figure.area.code);
      expect(peers?.against?.places.length).toBeGreaterThan(0);
    }
  });

  test('a place stands in the funnel of all twelve, and its value is drawn towards theirs', () => {
    const small = compared.filter(({ figure }) => figure.id === 'mediation_success_rate').map(each => each.small);
    expect(small.every(each => each?.among === 12 && each.reason === null)).toBe(true);
    const [first] = compared;
    const all = truthOf('mediation_success_rate', ['2026-08'], townsOf());
    expect(first?.figure.period.label).toBe('2026-08');
    expect(first?.small?.funnel?.target).toBeCloseTo((100 * all.x) / all.n, 9);
  });
});

function townsOf(): string[] {
  return [...fengxi.areas.values()].filter(({ level }) => level === 'TOWN').map(({ code }) => code);
}

function statementsOf(): number {
  return Object.values(county.statements()).reduce((a, b) => a + b);
}

test('a cohort is held against what was known of the other one after the same time', async () => {
  const before = statementsOf();
  const [first] = await analyticsOf(analyst).compare({
    indicators: ['dispute_resolution_rate'],
    areas: ['330199'],
    periods: ['2026-08'],
    kinds: ['previous', 'year'],
  });
  // One for the present cut-off, and one for each of the two earlier ones.
  expect(statementsOf() - before).toBe(3);
  const query =
    'query ($from: Date!, $to: Date!, $after: String) { disputes(first: 1000, after: $after, filter: { acceptedOn: { gte: $from, lte: $to } }) { nodes { resolvedOn } pageInfo { hasNextPage } } }';
  for (const [kind, from, to, cutOff] of [
    ['previous', '2026-07-01', '2026-07-31', '2026-08-31'],
    ['year', '2025-08-01', '2025-08-31', '2025-09-30'],
  ] as const) {
    const answer = await county.gateway.execute({ query, variables: { from, to } }, { identity: analyst });
    const { nodes, pageInfo } = (
      answer.data as { disputes: { nodes: { resolvedOn: string | null }[]; pageInfo: { hasNextPage: boolean } } }
    ).disputes;
    expect(pageInfo.hasNextPage).toBe(false);
    const resolved = nodes.filter(({ resolvedOn }) => resolvedOn !== null && resolvedOn <= cutOff).length;
    const comparison = first?.comparisons.find(each => each.kind === kind) as FigureComparison | undefined;
    expect(comparison?.notes).toContain('SAME_MATURITY');
    expect(comparison?.against).toMatchObject({ numerator: resolved, asOf: cutOff });
    // What was resolved later is known by now, and would have made the present look bad.
    expect(nodes.filter(({ resolvedOn }) => resolvedOn !== null).length).toBeGreaterThan(resolved);
  }
});

describe('readers who may not see all', () => {
  test('an official of a town compares it over time, and with no other place', async () => {
    const compared = await analyticsOf(townOfficial).compare({
      indicators: ['mediation_success_rate'],
      areas: ['330199001'],
      periods: ['2026-08'],
    });
    const [first] = compared;
    const reasons = first?.comparisons.map(each => [each.kind, each.reason]);
    expect(reasons).toEqual([
      ['previous', null],
      ['year', null],
      ['cumulative', null],
      ['county', 'PART_ONLY'],
      ['peers', 'PART_ONLY'],
    ]);
    expect(first?.small).toMatchObject({ shrunken: null, funnel: null, reason: 'PART_ONLY' });
  });

  test('who gets rounded counts gets wider intervals, no funnel, and no other cut-off', async () => {
    const compared = await analyticsOf(auditor).compare({
      indicators: ['mediation_success_rate', 'dispute_resolution_rate'],
      areas: ['330199001'],
      periods: ['2026-Q2'],
    });
    const [success, resolution] = ['mediation_success_rate', 'dispute_resolution_rate'].map(id =>
      compared.find(({ figure }) => figure.id === id),
    );
    const year = success?.comparisons.find(({ kind }) => kind === 'year') as FigureComparison | undefined;
    expect(year?.difference?.method).toBe('square-and-add');
    expect(year?.notes).toContain('ROUNDED');
    expect(success?.small?.reason).toBe('ROUNDED');
    expect(resolution?.comparisons.find(({ kind }) => kind === 'year')?.reason).toBe('OTHER_MATURITY');
  });
});

describe('ranks', () => {
  const asked = {
    indicators: ['mediation_success_rate'],
    within: '330199',
    level: 'TOWN',
    periods: ['2026-Q2'],
  } as const;
  test('are refused in a county that does not rank', async () => {
    await expect(analyticsOf(analyst).compare({ ...asked, ranking: true })).rejects.toMatchObject({
      code: 'RANKING_OFF',
    });
    const compared = await analyticsOf(analyst, true).compare(asked);
    expect(compared.every(({ rank }) => rank === null)).toBe(true);
  });

  test('come with the ranks that chance allows, where the county has switched them on', async () => {
    const compared = await analyticsOf(analyst, true).compare({ ...asked, ranking: true });
    const ranks = compared.flatMap(({ rank }) => rank ?? []);
    expect(ranks).toHaveLength(12);
    for (const { rank, best, worst, of } of ranks) {
      expect(best).toBeLessThanOrEqual(rank);
      expect(worst).toBeGreaterThanOrEqual(rank);
      expect([best >= 1, worst <= of, of]).toEqual([true, true, 12]);
    }
    expect(new Set(ranks.map(({ rank }) => rank)).size).toBeGreaterThan(6);
  });
});

test('a kind that is none is refused before anybody is asked', async () => {
  const before = statementsOf();
  const request = { areas: ['330199'], periods: ['2026-08'], kinds: ['past' as ComparisonKind] };
  await expect(analyticsOf(analyst).compare(request)).rejects.toMatchObject({ code: 'UNKNOWN_COMPARISON' });
  expect(statementsOf()).toBe(before);
});
