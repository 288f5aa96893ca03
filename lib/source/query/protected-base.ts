import { periodOf, type Period } from '../../kernel/period.ts';
import { baseLevel, basePeriod, Released, type ProtectedProfile, type TrueCell } from '../../trust/disclosure/index.ts';
import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Measure, RecordType } from '../record-type.ts';
import type { StatisticsRow } from './cells.ts';
import { countyMean, releasedMeasure, trueCell, type ProtectedMeasure } from './protected-measures.ts';
import type { Places, Protection } from './protection.ts';
import type { ExactQuery, Statistics } from './statistics.ts';

/** A question to a protected statistic, with measures that the source keeps or does not (undefined). */
export interface ProtectedQuery extends Omit<ExactQuery, 'measures'> {
  readonly measures: readonly (Measure | undefined)[];
  readonly names: readonly string[];
  readonly periods: readonly Period[];
}

/** The true figures of a query, as the database has them. */
export type AskExactly = (query: ExactQuery) => Promise<Statistics>;

/** A question with what it is answered from. */
export interface Setting {
  readonly bound: Bound;
  readonly obligation: Obligation;
  readonly profile: ProtectedProfile;
  readonly protection: Protection;
  readonly county: string;
  readonly query: ProtectedQuery;
  readonly ask: AskExactly;
}

/** Values of a dimension in the order in which they are rounded: those that measures are limited to come first, so that such a measure is a sum of values. */
export function valuesOf(type: RecordType, field: string): (string | null)[] {
  const declared = type.fields.get(field) === 'boolean' ? ['true', 'false'] : (type.values?.get(field) ?? []);
  const limits = [...type.measures.values()].flatMap(({ where }) => where.filter(is => is.field === field));
  return [...new Set([...limits.flatMap(is => is.in), ...declared]), null];
}

/** Base cells of an answer. */
export interface Base {
  readonly released: Released;
  /** One a measure; null for counts, and where it may not be told. */
  readonly means: readonly (number | null)[];
  /** As it is, by place of the base. */
  readonly leftOut: Statistics['leftOut'];
}

/** The county's means of the amounts that are asked, over all years: they stand for those of small cells. */
async function meansOf(
  { bound, protection, ask }: Setting,
  measures: readonly ProtectedMeasure[],
  starts: readonly number[],
  asOf: string,
): Promise<(number | null)[]> {
  if (!measures.some(({ kind }) => kind === 'amount')) return measures.map(() => null);
  const { rules, draws, data } = protection;
  const period = { unit: 'YEAR', from: data.from.slice(0, 4), to: asOf.slice(0, 4) } as const;
  const asked = measures.flatMap(measure => measure.asked);
  const query = { measures: asked, asOf, leftOut: false, by: [], period, level: 'COUNTY', within: undefined } as const;
  const { rows } = await ask(query);
  const of = { type: bound.type.name, draws, least: 10 * rules.protected.smallest };
  return measures.map((measure, i) => countyMean(measure, rows, starts[i] ?? 0, of));
}

/** The true base cells behind an answer: one statement, and one more where amounts are asked. */
export async function readBase(
  setting: Setting,
  measures: readonly ProtectedMeasure[],
  places: Places,
  asOf: string,
): Promise<Base> {
  const { bound, protection, profile, query, ask } = setting;
  const { level, by } = query;
  const finest = level === 'COUNTY' || level === 'TOWN' ? 'MONTH' : 'YEAR';
  const [first, last] = [query.periods[0], query.periods.at(-1)] as [Period, Period];
  const period = {
    unit: finest,
    from: periodOf(finest, first.from).label,
    to: periodOf(finest, last.to).label,
  } as const;
  const asked = measures.flatMap(measure => measure.asked);
  const within = level === 'GRID' ? query.within?.map(code => code.slice(0, 12)) : query.within;
  const base = level === 'GRID' ? 'GRID' : baseLevel(level);
  const exact = await ask({ measures: asked, asOf, leftOut: query.leftOut, by, period, level: base, within });
  const rows = new Map(
    exact.rows.map(row => [
      keyOf(
        row.area,
        row.period,
        by.map(f => row.dimensions[f] ?? null),
      ),
      row,
    ]),
  );
  const starts = measures.map((_, i) => measures.slice(0, i).reduce((sum, each) => sum + each.asked.length, 0));
  const histograms = measures.map((_, i) => measures.slice(0, i).filter(({ kind }) => kind === 'lengths').length);
  const dimension = by[0];
  const values = dimension === undefined ? [[]] : valuesOf(bound.type, dimension).map(value => [value]);
  const partsOf = (place: string | null, period: string): (StatisticsRow | undefined)[] =>
    level === 'GRID'
      ? places.gridsOf(place).map(grid => rows.get(keyOf(grid, period, [])))
      : values.map(value => rows.get(keyOf(place, period, value)));
  const { rules, draws } = protection;
  const means = await meansOf(setting, measures, starts, asOf);
  const truth = (at: number, place: string | null, period: string): TrueCell =>
    trueCell(measures[at] as ProtectedMeasure, partsOf(place, period), starts[at] ?? 0, histograms[at] ?? 0);
  const released = new Released(
    { type: bound.type.name, profile, rules, draws, finest, base: basePeriod(profile, level), asOf, truth },
    measures.map((measure, i) => releasedMeasure(measure, means[i] ?? null)),
  );
  return { released, means, leftOut: exact.leftOut };
}

function keyOf(area: string | null, period: string, values: readonly (string | null)[]): string {
  return `${area ?? '~'} ${period} ${values.map(value => value ?? '~').join(' ')}`;
}
