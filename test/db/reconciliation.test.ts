import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairsOfCounty } from '../../lib/cli/county-pairs.ts';
import { type Identity, identityOfRole } from '../../lib/kernel/identity.ts';
import { type Pair, reconcile, type ReconciledPair } from '../../lib/reconcile/index.ts';
import { type Client, createClient } from '../../lib/sdk/index.ts';
import { fengxi, openTestCounty, type TestCounty } from '../county.ts';

const months = Array.from({ length: 36 }, (_, i) => new Date(Date.UTC(2023, 9 + i, 1)).toISOString().slice(0, 7));
const auditor = identityOfRole('auditor', { purpose: 'audit' });
const townOfficial = identityOfRole('town-official', { purpose: 'town-governance', areas: ['330199001'] });

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const ids = (found: ReconciledPair | undefined) => found?.listings[0]?.unlinked.map(({ id }) => id).sort();

describe.each(['sqlite', 'mariadb'] as const)('the counts of two systems on %s', kind => {
  let county: TestCounty;
  let pairs: Pair[];

  beforeAll(async () => {
    county = await openTestCounty(kind, 0.3);
    pairs = pairsOfCounty(fengxi);
  }, 240_000);
  afterAll(() => county.close());

  const clientOf = (identity?: Identity): Client =>
    createClient({ execute: request => county.gateway.execute(request, identity ? { identity } : {}) });
  const truthOf = ({ pair }: ReconciledPair) => {
    const truth = county.truth.reconciliation[pair.id];
    if (truth === undefined) throw new Error(`no truth of ${pair.id}`);
    return truth;
  };

  test('are the truth, for the county and each town, in one statement a side and level', async () => {
    const before = county.statements();
    const towns = await reconcile(clientOf(), pairs, { level: 'TOWN', within: '330199', periods: months });
    const after = county.statements();
    const whole = await reconcile(clientOf(), pairs, { areas: ['330199'], periods: months });
    const asked = ['court', 'justice', 'procuratorate', 'police'].map(id => (after[id] ?? 0) - (before[id] ?? 0));
    expect(asked).toEqual([3, 2, 2, 1]);
    for (const found of [...towns, ...whole]) {
      const { counts } = truthOf(found);
      expect(found.comparisons.map(each => each.counts)).toEqual(
        found.comparisons.map(({ area, period }) => counts.map(side => side[period.label]?.[area.code] ?? 0)),
      );
    }
    expect(towns.map(({ comparisons }) => comparisons.length)).toEqual([432, 432, 432, 432]);
    const differing = whole.map(({ comparisons }) => comparisons.filter(({ difference }) => difference !== 0).length);
    expect(Math.min(...differing)).toBeGreaterThan(10);
  });

  test('are listed where they differ: the rows that the truth knows to be on one side alone, and why', async () => {
    for (const found of await reconcile(clientOf(), pairs, { areas: ['330199'], periods: months, list: true })) {
      const truth = truthOf(found);
      const [listing] = found.listings;
      const expected = truth.alone.flatMap((side, i) =>
        Object.entries(side).flatMap(([id, { day, there }]) => {
          const date = isoDay(day);
          return months.includes(date.slice(0, 7)) ? [`${i} ${id} ${date} ${there ? 'NOT_COUNTED' : 'NOT_THERE'}`] : [];
        }),
      );
      const listed = listing?.unlinked.filter(({ why }) => why !== 'OTHER_TIME') ?? [];
      expect(listed.map(({ side, id, date, why }) => `${side} ${id} ${date} ${why}`).sort()).toEqual(expected.sort());
      expect(expected.length).toBeGreaterThan(3);
      for (const [i, side] of (listing?.sides ?? []).entries()) {
        const counted = found.comparisons.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0);
        expect(side.rows).toBe(counted);
        expect(side.linked + side.otherPeriod + side.otherPlace + side.unlinked).toBe(side.rows);
        expect(side.linked).toBeGreaterThan(side.rows / 2);
      }
    }
  });

  test('a row whose place the other side cannot read is of another place, and nothing else', async () => {
    const request = { level: 'TOWN', within: '330199', periods: months, list: true } as const;
    const [towns] = await reconcile(clientOf(), pairs.slice(0, 1), request);
    const [whole] = await reconcile(clientOf(), pairs.slice(0, 1), { areas: ['330199'], periods: months, list: true });
    const lost = towns?.listings[0]?.sides?.map(({ otherPlace }) => otherPlace) ?? [];
    expect(lost.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0);
    expect(ids(towns)).toEqual(ids(whole));
  });

  test('whoever may have counts only gets counts, rounded, and is told that there is no list', async () => {
    const request = { areas: ['330199'], periods: months, list: true } as const;
    let [inside, all] = [0, 0];
    for (const found of await reconcile(clientOf(auditor), pairs, request)) {
      const { counts } = truthOf(found);
      expect(found.listings[0]).toMatchObject({ refused: { code: 'FORBIDDEN_TYPE' }, sides: null, unlinked: [] });
      for (const { period, area, bounds } of found.comparisons) {
        const [a, b] = counts.map(side => side[period.label]?.[area.code] ?? 0) as [number, number];
        if (bounds === null) continue;
        all += 1;
        inside += Number(bounds.lower <= a - b && a - b <= bounds.upper);
      }
      expect(found.sides.map(({ roundedTo }) => roundedTo !== null)).toEqual([true, true]);
    }
    expect(all).toBeGreaterThan(60);
    expect(inside / all).toBeGreaterThan(0.9);
  });

  test('a reader of one town compares and lists that town, and no other', async () => {
    const client = clientOf(townOfficial);
    const request = { periods: ['2026-06', '2026-07', '2026-08'], list: true } as const;
    const [own] = await reconcile(client, pairs.slice(0, 1), { ...request, areas: ['330199001'] });
    expect(own?.listings[0]?.refused).toBe(null);
    expect(own?.comparisons.map(each => each.counts)).toEqual(
      request.periods.map(month => own && truthOf(own).counts.map(side => side[month]?.['330199001'] ?? 0)),
    );
    const [other] = await reconcile(client, pairs.slice(0, 1), { ...request, areas: ['330199'] });
    expect(other?.comparisons.map(({ verdict }) => verdict)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    expect(other?.sides[0].error?.code).toBe('FORBIDDEN_AREA');
    expect(other?.listings).toMatchObject([
      { refused: { side: 0, code: 'FORBIDDEN_AREA' }, sides: null, unlinked: [] },
    ]);
    // A town that was not granted has no rows: that is no 0, and no agreement.
    const [towns] = await reconcile(client, pairs.slice(0, 1), {
      periods: ['2026-08'],
      level: 'TOWN',
      within: '330199',
    });
    const compared = towns?.comparisons.map(({ area, counts, verdict }) => [area.code, counts[0] === null, verdict]);
    expect(compared).toHaveLength(12);
    for (const [code, isAbsent, verdict] of compared ?? [])
      expect([code, isAbsent, verdict === 'UNKNOWN']).toEqual([code, code !== '330199001', code !== '330199001']);
  });
});

test('the pairs of the county are those that the truth knows', () => {
  expect(pairsOfCounty(fengxi).map(({ id }) => id)).toEqual([
    'court_referrals',
    'court_referrals_ended',
    'transfers',
    'prosecutions',
  ]);
});
