import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnalytics, type Figure } from '../../lib/indicators/index.ts';
import { createClient } from '../../lib/sdk/index.ts';
import type { DurationCell, RatioCell } from '../../lib/synthetic/index.ts';
import { fengxi, openTestCounty, type TestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';

const months = Array.from({ length: 36 }, (_, i) => new Date(Date.UTC(2023, 9 + i, 1)).toISOString().slice(0, 7));

function cellOf({ truth }: TestCounty, figure: Figure): RatioCell | DurationCell | undefined {
  const forms = truth.figures[figure.id];
  const form = forms?.[figure.form.replace('-', '_')] ?? forms?.[figure.part ?? ''] ?? forms?.['value'];
  return form?.[figure.period.label]?.[figure.area.code];
}

/** What is off, or undefined when the figure is exactly the truth less what the planted dirt makes unusable. */
function difference(figure: Figure, cell: RatioCell | DurationCell | undefined): string | undefined {
  const name = `${figure.id} ${figure.form} ${figure.part ?? ''} ${figure.period.label} ${figure.area.code}`;
  if (!cell)
    return (figure.denominator ?? 0) === 0
      ? undefined
      : `${name}: no truth for ${figure.numerator}/${figure.denominator}`;
  if ('histogram' in cell) {
    const value = cell.observable.value as Record<string, number | null>;
    const expected = value[figure.part !== null && figure.part in value ? figure.part : 'median'] ?? null;
    const same =
      expected === null ? figure.value === null : figure.value !== null && Math.abs(figure.value - expected) < 1e-9;
    return same ? undefined : `${name}: ${figure.value}, truth ${expected}`;
  }
  const [n, d] = [cell.numerator - cell.left.numerator, cell.denominator - cell.left.denominator];
  return figure.numerator === n && figure.denominator === d
    ? undefined
    : `${name}: ${figure.numerator}/${figure.denominator}, truth ${n}/${d}`;
}

describe.each(databaseKinds)('figures on %s', kind => {
  let county: TestCounty;
  let figures: Figure[];
  let statements: number;
  beforeAll(async () => {
    county = await openTestCounty(kind, 0.2);
    const client = createClient({ execute: request => county.gateway.execute(request) });
    const analytics = createAnalytics({ client, dataFrom: fengxi.data.from });
    const before = Object.values(county.statements()).reduce((a, b) => a + b);
    const towns = await analytics.figures({ within: '枫溪县', level: 'TOWN', periods: months });
    const whole = await analytics.figures({ areas: ['枫溪县'], periods: months });
    statements = Object.values(county.statements()).reduce((a, b) => a + b) - before;
    figures = [...towns, ...whole];
  });
  afterAll(() => county.close());

  test('every month, county and town, is the truth less the rows that dirt makes unusable', () => {
    const wrong = figures.map(figure => difference(figure, cellOf(county, figure))).filter(text => text !== undefined);
    expect(wrong).toEqual([]);
    expect(figures.length).toBe(16 * 36 * 13);
  });

  test('dirt that was planted is reported by the figures that rest on it', () => {
    const dispute = figures.find(
      f => f.id === 'dispute_resolution_rate' && f.form === 'cohort' && f.area.code === '330199',
    );
    const planted = county.truth.spoiledFields['Dispute'] ?? {};
    const reported = dispute?.completeness.leftOut.find(l => l.reason === 'UNREADABLE_DATE')?.rows;
    expect(reported).toBe((planted['acceptedOn'] ?? 0) + (planted['resolvedOn'] ?? 0));
  });

  test('twelve indicators cost one statement per type and level', () => {
    expect(statements).toBeLessThanOrEqual(2 * 12);
  });

  test('figures carry an interval, a cut-off and their origin', () => {
    const known = figures.filter(f => f.status === 'ok' && f.id === 'mediation_success_rate');
    expect(known.length).toBeGreaterThan(100);
    for (const figure of known) {
      expect(figure.interval?.lower).toBeLessThanOrEqual(figure.value ?? 0);
      expect(figure.asOf).toBe('2026-09-30');
      expect(figure.computedFrom[0]?.department).toBe('justice');
    }
  });
});
