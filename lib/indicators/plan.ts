import type { PlaceLevel } from '../kernel/area-code.ts';
import type { Period, PeriodUnit } from '../kernel/period.ts';
import { definitionOn, type Indicator } from './indicator.ts';
import type { Term } from './measure.ts';
import type { RecordType } from './record-type.ts';
import type { AreaGroup } from './resolve-areas.ts';
import { labelsOf, span, windowOf } from './window.ts';

/** One statistics query to one department: all measures of a type of record, for all periods and areas of one kind. */
export interface StatisticsQuery {
  readonly type: RecordType;
  /** Counts and lengths in any order, each measure once. */
  readonly terms: readonly Term[];
  /** Dimensions by which the rows are told apart. */
  readonly by: readonly string[];
  readonly unit: PeriodUnit;
  /** Labels of the first and last period; those between are answered too. */
  readonly from: string;
  readonly to: string;
  readonly level: PlaceLevel;
  /** null: no limit. */
  readonly within: readonly string[] | null;
  /** An earlier cut-off, ISO. Default: the last day of the department's data. */
  readonly asOf?: string;
}

/** The dimensions by which an indicator's rows must be told apart: the one asked for, and those it leaves values out of. */
export function splitOf({ exclude = {} }: Pick<Indicator, 'exclude'>, by: string | null): string[] {
  return [...new Set([...(by === null ? [] : [by]), ...Object.keys(exclude)])].sort();
}

/** The definitions that hold for some periods, each with its own. */
function inForce(latest: Indicator, periods: readonly Period[]) {
  const held = Map.groupBy(periods, period => definitionOn(latest, period.to));
  return [...held].map(([indicator, own]) => ({ indicator, windows: own.map(period => windowOf(indicator, period)) }));
}

interface Demand {
  readonly terms: Map<string, Term>;
  readonly labels: Set<string>;
  readonly type: RecordType;
  readonly by: readonly string[];
  readonly unit: PeriodUnit;
}

/**
 * The fewest queries that answer for any set of indicators, periods, areas and breakdowns: one for each type of record, unit
 * of period, group of areas and set of dimensions. Everything is grouped in the database.
 */
export function planQueries(
  indicators: readonly Indicator[],
  periods: readonly Period[],
  groups: readonly AreaGroup[],
  by: string | null = null,
): StatisticsQuery[] {
  const demands = new Map<string, Demand>();
  for (const { indicator, windows } of indicators.flatMap(each => inForce(each, periods))) {
    const split = splitOf(indicator, by);
    const terms = indicator.forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms));
    for (const term of terms) {
      for (const window of windows) {
        const key = [term.type, window.unit, ...split].join(' ');
        const demand = demands.get(key) ?? {
          type: term.type,
          unit: window.unit,
          by: split,
          terms: new Map<string, Term>(),
          labels: new Set<string>(),
        };
        demands.set(key, demand);
        if (!demand.terms.has(term.measure)) demand.terms.set(term.measure, term);
        for (const label of labelsOf(term, window)) demand.labels.add(label);
      }
    }
  }
  return [...demands.values()].flatMap(({ type, unit, by: dimensions, terms, labels }) =>
    groups.map(({ level, within }) => ({
      type,
      terms: [...terms.values()],
      by: dimensions,
      unit,
      ...span([...labels]),
      level,
      within,
    })),
  );
}
