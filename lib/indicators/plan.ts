import type { PlaceLevel } from '../kernel/area-code.ts';
import { type Period, type PeriodUnit, periodUnits } from '../kernel/period.ts';
import type { Indicator } from './indicator.ts';
import type { Term } from './measure.ts';
import type { RecordType } from './record-type.ts';
import type { AreaGroup } from './resolve-areas.ts';

/** One statistics query to one department: all measures of a type of record, for all periods and areas of one kind. */
export interface StatisticsQuery {
  readonly type: RecordType;
  /** Counts and lengths in any order, each once. */
  readonly terms: readonly Term[];
  readonly unit: PeriodUnit;
  /** Labels of the first and last period; those between are answered too. */
  readonly from: string;
  readonly to: string;
  readonly level: PlaceLevel;
  /** null: no limit. */
  readonly within: readonly string[] | null;
}

/**
 * The fewest queries that answer for any set of indicators, periods and areas: one for each type of record, unit of
 * period and group of areas. Everything else is grouped in the database.
 */
export function planQueries(
  indicators: readonly Indicator[],
  periods: readonly Period[],
  groups: readonly AreaGroup[],
): StatisticsQuery[] {
  const terms = distinctTerms(indicators);
  const types = [...new Set(terms.map(({ type }) => type))];
  const runs = periodUnits.flatMap(unit => periodRun(periods.filter(period => period.unit === unit)));
  return types.flatMap(type => {
    const asked = terms.filter(term => term.type === type);
    return groups.flatMap(({ level, within }) => runs.map(run => ({ type, terms: asked, ...run, level, within })));
  });
}

function distinctTerms(indicators: readonly Indicator[]): Term[] {
  const terms = indicators.flatMap(({ forms }) =>
    forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms)),
  );
  return [...new Map(terms.map(term => [`${term.type} ${term.measure}`, term])).values()];
}

function periodRun(periods: readonly Period[]): { unit: PeriodUnit; from: string; to: string }[] {
  const ordered = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = [ordered[0], ordered[ordered.length - 1]];
  return first && last ? [{ unit: first.unit, from: first.label, to: last.label }] : [];
}
