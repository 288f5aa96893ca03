import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import { callerError, invariant } from '../../kernel/coded-error.ts';
import type { MissingReason } from '../../kernel/missing.ts';
import { parsePeriod, periodRange, type Period, type PeriodUnit } from '../../kernel/period.ts';
import type { Obligation, StatisticsProfile } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import type { Measure } from '../record-type.ts';
import { Cells, type StatisticsRow } from './cells.ts';
import { areaOf, converted, labelsOf, leftOutSql, sliceSql, type Grouping } from './grouping.ts';
import { mayCount } from './may-count.ts';
import { fieldsOf, leftOutOf, slicesOf, type Slice } from './slices.ts';
import { protectedStatistics } from './protected-statistics.ts';
import type { Protection } from './protection.ts';
import { join, sql, type Sql } from './sql.ts';
import { allowed, where } from './where.ts';

export interface StatisticsQuery {
  readonly measures: readonly string[];
  /** Dimension fields. */
  readonly by: readonly string[];
  readonly period: { readonly unit: PeriodUnit; readonly from: string; readonly to: string };
  readonly within?: readonly string[] | undefined;
  readonly level: PlaceLevel;
  readonly asOf: string;
  /** Whether the rows that could not be used are counted: one more grouping. */
  readonly leftOut: boolean;
}

/** A query whose measures are at hand; they need not be declared. */
export interface ExactQuery extends Omit<StatisticsQuery, 'measures'> {
  readonly measures: readonly Measure[];
}

export interface Statistics {
  readonly asOf: string;
  /** How the figures are given out. */
  readonly profile: Exclude<StatisticsProfile, 'none'>;
  /** What the counts are rounded to, by base cell; null where they are exact. */
  readonly roundedTo: number | null;
  readonly rows: readonly StatisticsRow[];
  /** Measures asked that rest on a field which the source does not keep. */
  readonly notKept: readonly string[];
  readonly leftOut: readonly {
    readonly measure: string;
    readonly area: string | null;
    readonly reason: MissingReason;
    readonly rows: number;
  }[];
}

/** Which places are known, so that rows of unknown areas are told apart. */
export interface Register {
  readonly county: string;
  has(code: string): boolean;
  /** What statistics are protected with; a department that gives out exact ones alone needs nothing. */
  readonly protection?: Protection | undefined;
}

interface LeftOut {
  readonly measure: string;
  readonly reason: MissingReason;
  readonly condition: string;
}

/** A statistic before its statement. */
interface Plan {
  /** As asked; those that the source does not keep are undefined. */
  readonly measures: readonly (Measure | undefined)[];
  readonly periods: readonly Period[];
  readonly grouping: Grouping;
  readonly slices: readonly Slice[];
  readonly left: readonly LeftOut[];
  /** The conversion of the rows, where it is done beforehand. */
  readonly with: Sql;
}

function measuresOf(bound: Bound, obligation: Obligation, measures: readonly Measure[]): (Measure | undefined)[] {
  return measures.map(measure => {
    const columns = fieldsOf(measure).map(field => allowed(bound, obligation, field, 'count'));
    return columns.some(column => column.absent !== undefined) ? undefined : measure;
  });
}

function periodsOf({ period }: Pick<StatisticsQuery, 'period'>): Period[] {
  const periods = periodRange(parsePeriod(period.from), parsePeriod(period.to));
  if (periods[0]?.unit !== period.unit) {
    throw callerError('BAD_PERIOD', {
      expected: `periods of the unit ${period.unit}`,
      got: period.from,
      todo: 'write 2026-08 for MONTH, 2026-Q3 for QUARTER, 2026 for YEAR',
    });
  }
  return periods;
}

/** A cell of a place that the reader may see only part of would pass for the whole place's. */
function refusePartialCells({ areas }: Obligation, level: PlaceLevel): void {
  const finest = areas === 'all' ? undefined : areas.find(area => area.length > codeLength[level]);
  if (finest === undefined) return;
  throw callerError('FORBIDDEN_AREA', {
    expected: `statistics of places inside ${finest}`,
    got: `the level ${level}`,
    todo: 'ask for the level of your own place or a finer one',
  });
}

function placeOf(bound: Bound, level: PlaceLevel): string | undefined {
  return level === 'COUNTY' ? undefined : ['place', 'code'].find(name => bound.columns.has(name));
}

function planOf(bound: Bound, obligation: Obligation, query: ExactQuery, county: string): Plan {
  const measures = measuresOf(bound, obligation, query.measures);
  const kept = measures.filter(measure => measure !== undefined);
  for (const field of query.by) allowed(bound, obligation, field, 'count');
  const periods = periodsOf(query);
  const [first, last] = [periods[0], periods.at(-1)];
  invariant(first && last, 'at least one period');
  const window = { first, last, asOf: query.asOf };
  const place = placeOf(bound, query.level);
  const base = where(bound, obligation, {}, query.within?.includes(county) ? undefined : query.within, 'count');
  const parts = (of: Bound): { slices: Slice[]; left: LeftOut[] } => ({
    slices: slicesOf(of, kept, window),
    left: query.leftOut ? kept.flatMap(m => leftOutOf(of, m, query.asOf).map(l => ({ ...l, measure: m.name }))) : [],
  });
  const own = parts(bound);
  const common = { unit: query.period.unit, periods, dimensions: query.by };
  const area = (of: Bound): string => {
    const column = place === undefined ? undefined : of.columns.get(place);
    return column ? areaOf(of.dialect, column, query.level) : of.dialect.literal(county);
  };
  const asksOnce = own.slices.length <= 1 && own.slices.every(({ beside }) => beside === undefined);
  if (asksOnce && own.left.length === 0) {
    const rows = { from: bound.from, where: base };
    return { measures, periods, ...own, with: sql(''), grouping: { ...common, bound, ...rows, area: area(bound) } };
  }
  const fields = new Set([...kept.flatMap(fieldsOf), ...query.by, ...(place === undefined ? [] : [place])]);
  const { with: before, columns } = converted(bound, fields, base);
  const once = { ...bound, from: 'r', only: [], columns };
  const rows = { from: 'r', where: sql('1 = 1') };
  return {
    measures,
    periods,
    ...parts(once),
    with: before,
    grouping: { ...common, bound: once, ...rows, area: area(once) },
  };
}

/** Lines as they come where they may be many: PostgreSQL then works without its helpers. */
async function* linesOf(
  connection: Connection,
  { level }: ExactQuery,
  before: Sql,
  statement: Sql,
): AsyncIterable<readonly Record<string, unknown>[]> {
  const [text, values] = [before.text + statement.text, [...before.values, ...statement.values]];
  if (level === 'VILLAGE' || level === 'GRID') yield* connection.stream(text, values);
  else yield await connection.select(text, values);
}

async function exactStatistics(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  register: Register,
  query: ExactQuery,
): Promise<Statistics> {
  const names = query.measures.map(({ name }) => name);
  const plan = planOf(bound, obligation, query, register.county);
  const { slices, left, grouping } = plan;
  const exact = { asOf: query.asOf, profile: 'exact', roundedTo: null } as const;
  const cells = new Cells({
    measures: plan.measures,
    names,
    dimensions: query.by,
    periods: plan.periods,
    asOf: query.asOf,
  });
  const notKept = names.filter((_, i) => plan.measures[i] === undefined);
  if (slices.length === 0) return { ...exact, rows: [], notKept, leftOut: [] };
  const width = Math.max(left.length, ...slices.map(s => (s.durations ? 3 : s.sums.length)));
  const selects = slices.map((slice, i) => sliceSql(grouping, slice, i, width));
  if (left.length > 0) {
    const conditions = left.map(l => l.condition);
    selects.push(leftOutSql(grouping, conditions, slices.length, width));
  }
  const statement = join(selects, ' UNION ALL ', '');
  // A row that names its town only has no village: its code is shorter than those of the level.
  const known = (a: unknown): string | null => {
    const code = String(a);
    return code.length === codeLength[query.level] && register.has(code) ? code : null;
  };
  const labelled = slices.map(slice => ({ slice, labels: labelsOf(grouping, slice) }));
  const leftOut: Statistics['leftOut'][number][] = [];
  for await (const batch of linesOf(connection, query, plan.with, statement)) {
    for (const line of batch) {
      const slice = labelled[Number(line['s'])];
      const area = known(line['a']);
      if (slice) cells.add(slice, line, area);
      else
        left.forEach(({ measure, reason }, i) => {
          const rows = Number(line[`v${i}`]);
          if (rows > 0) leftOut.push({ measure, area, reason, rows });
        });
    }
  }
  return { ...exact, rows: cells.rows(), notKept, leftOut };
}

function named(bound: Bound, names: readonly string[]): Measure[] {
  return names.map(name => {
    const measure = bound.type.measures.get(name);
    invariant(measure, `a measure ${name} of ${bound.type.name}`);
    return measure;
  });
}

/** Many measures of a type by period, area and dimensions: one statement, exact or protected as the obligation says. */
export async function statistics(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  register: Register,
  query: StatisticsQuery,
): Promise<Statistics> {
  const profile = mayCount(obligation);
  const measures = named(bound, query.measures);
  refusePartialCells(obligation, query.level);
  const place = placeOf(bound, query.level);
  if (place !== undefined) allowed(bound, obligation, place, 'count');
  const ask = (exact: ExactQuery): Promise<Statistics> =>
    exactStatistics(connection, bound, obligation, register, exact);
  if (profile === 'exact') return ask({ ...query, measures });
  const { protection, county } = register;
  invariant(protection, 'a key for protected statistics');
  const kept = measuresOf(bound, obligation, measures);
  const asked = { ...query, measures: kept, names: query.measures, periods: periodsOf(query) };
  return protectedStatistics({ bound, obligation, profile, protection, county, query: asked, ask });
}
