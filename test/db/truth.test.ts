import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRegister } from '../../lib/indicators/county/index.ts';
import { catalogue, createAnalytics, type Figure, type Indicator } from '../../lib/indicators/index.ts';
import { createClient } from '../../lib/sdk/index.ts';
import type { DurationCell, RatioCell } from '../../lib/synthetic/index.ts';
import { answerByHand } from '../bench/indicators/by-hand/answer.ts';
import { differences, numbersOf } from '../bench/indicators/equal.ts';
import { fengxi, openTestCounty, type TestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';

const months = Array.from({ length: 36 }, (_, i) => new Date(Date.UTC(2023, 9 + i, 1)).toISOString().slice(0, 7));
const towns = [...fengxi.areas.keys()].filter(code => code.length === 9);
const denominators = join(fengxi.folder, 'denominators.yaml');

/** What a rate is per, read apart from lib/indicators: the newest edition of the latest year up to that of the figure. */
type Editions = Record<string, { year: number; vintage: string; values: Record<string, number> }[]>;
const editions = parse(readFileSync(denominators, 'utf8'), { schema: 'core' }) as Editions;
const perOf: Record<string, string[]> = {
  homicide_victims_per_100k: ['residents'],
  traffic_deaths_per_10k_vehicles: ['vehicles'],
  care_beds_per_1000_elderly: ['aged60'],
  work_deaths_per_100m_gdp: ['gdp100m'],
  industrial_deaths_per_100k_workers: ['industrialWorkers'],
  disaster_deaths_missing_per_100k: ['residents'],
  'litigation_rate_per_10k v1': ['residents', 'floating'],
  'litigation_rate_per_10k v2': ['residents'],
};

function denominatorOf({ id, part, area, period }: Figure): number | null | undefined {
  const names = perOf[part === null ? id : `${id} ${part}`];
  const year = Number(period.label.slice(0, 4));
  const values = names?.map(name => {
    const known = (editions[name] ?? []).filter(each => each.year <= year && each.values[area.code] !== undefined);
    return known.sort((a, b) => b.year - a.year || (a.vintage < b.vintage ? 1 : -1))[0]?.values[area.code];
  });
  if (values === undefined) return undefined;
  return values.includes(undefined) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function cellOf({ truth }: TestCounty, figure: Figure): RatioCell | DurationCell | undefined {
  const forms = truth.figures[figure.id];
  const form = forms?.[figure.form.replace('-', '_')] ?? forms?.[figure.part ?? ''] ?? forms?.['value'];
  return form?.[figure.period.label]?.[figure.area.code];
}

function same(value: number | null, expected: number | null): boolean {
  if (value === null || expected === null) return value === expected;
  return Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** What is off, or undefined when the figure is exactly the truth less what the planted dirt makes unusable. */
function difference(figure: Figure, cell: RatioCell | DurationCell | undefined): string | undefined {
  const name = `${figure.id} ${figure.form} ${figure.part ?? ''} ${figure.period.label} ${figure.area.code}`;
  const per = denominatorOf(figure);
  if (per === null) return figure.reason === 'NOT_KEPT' ? undefined : `${name}: ${figure.reason}, no denominator`;
  if (!cell) {
    if (per !== undefined)
      return figure.numerator === 0 && figure.denominator === per ? undefined : `${name}: no truth`;
    const nothing = (figure.denominator ?? 0) === 0;
    return nothing ? undefined : `${name}: no truth for ${figure.numerator}/${figure.denominator}`;
  }
  if ('histogram' in cell) {
    const value = cell.observable.value as Record<string, number | null>;
    const wanted =
      figure.part !== null && figure.part in value ? figure.part : 'percent' in value ? 'percent' : 'median';
    const expected = value[wanted] ?? null;
    return same(figure.value, expected) ? undefined : `${name}: ${figure.value}, truth ${expected}`;
  }
  const [n, d] = [cell.numerator - cell.left.numerator, per ?? cell.denominator - cell.left.denominator];
  // Amounts of money are added up in another order.
  return same(figure.numerator, n) && same(figure.denominator, d)
    ? undefined
    : `${name}: ${figure.numerator}/${figure.denominator}, truth ${n}/${d}`;
}

function typesOf(definitions: readonly Indicator[]): Set<string> {
  return new Set(
    definitions.flatMap(({ forms }) => forms.flatMap(f => f.parts.flatMap(p => p.formula.terms.map(t => t.type)))),
  );
}

function statementsOf(county: TestCounty): number {
  return Object.values(county.statements()).reduce((a, b) => a + b);
}

describe.each(databaseKinds)('figures on %s', kind => {
  let county: TestCounty;
  const figures: Figure[] = [];
  const statements: { types: number; run: number }[] = [];
  beforeAll(async () => {
    county = await openTestCounty(kind, 0.2);
    const client = createClient({ execute: request => county.gateway.execute(request) });
    const analytics = createAnalytics({
      client,
      dataFrom: fengxi.data.from,
      register: readRegister(denominators),
    });
    // One request an owner: a machine with other work is not asked for thirty statements at once.
    for (const asked of Map.groupBy(catalogue, ({ owner }) => owner).values()) {
      const indicators = asked.map(({ id }) => id);
      const before = statementsOf(county);
      figures.push(...(await analytics.figures({ indicators, areas: ['枫溪县', ...towns], periods: months })));
      statements.push({ types: typesOf(asked).size, run: statementsOf(county) - before });
    }
  });
  afterAll(() => county.close());

  test('every month, county and town, is the truth less the rows that dirt makes unusable', () => {
    const wrong = figures.map(figure => difference(figure, cellOf(county, figure))).filter(text => text !== undefined);
    expect(wrong).toEqual([]);
    const numbers = catalogue.flatMap(({ forms }) => forms.flatMap(({ parts }) => parts)).length;
    expect(figures.length).toBe(numbers * 36 * 13);
  });

  test('every indicator has a truth of its own, in months enough', () => {
    const counts = catalogue.map(({ id }) => {
      const known = figures.filter(each => each.id === id && each.value !== null);
      return [id, known.filter(each => cellOf(county, each) !== undefined).length] as const;
    });
    // Deaths are few at this scale.
    const tooFew = counts.filter(([id, n]) => n < (/deaths|victims/.test(id) ? 2 : 40));
    expect(tooFew).toEqual([]);
  });

  // The tables' names are written as MariaDB and SQLite take them.
  if (kind !== 'postgres')
    test('every figure and its interval is what SQL written by hand gives', async () => {
      const hand = await answerByHand(fengxi, county.databases, county.dataFolder);
      expect(differences(hand.figures, new Map(figures.map(numbersOf))).slice(0, 20)).toEqual([]);
      expect(hand.statements.length).toBe(27);
    });

  test('dirt that was planted is reported by the figures that rest on it', () => {
    const dispute = figures.find(
      f => f.id === 'dispute_resolution_rate' && f.form === 'cohort' && f.area.code === '330199',
    );
    const planted = county.truth.spoiledFields['Dispute'] ?? {};
    const reported = dispute?.completeness.leftOut.find(l => l.reason === 'UNREADABLE_DATE')?.rows;
    expect(reported).toBe((planted['acceptedOn'] ?? 0) + (planted['resolvedOn'] ?? 0));
  });

  test('all indicators cost one statement a type, for county and towns', () => {
    expect(statements.map(({ run }) => run)).toEqual(statements.map(({ types }) => types));
    expect(typesOf(catalogue).size).toBe(27);
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
