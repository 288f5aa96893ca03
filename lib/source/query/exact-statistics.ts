import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import { callerError, invariant } from '../../kernel/coded-error.ts';
import { parsePeriod, periodRange, type Period } from '../../kernel/period.ts';
import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import type { Measure } from '../record-type.ts';
import { Cells, type LabelledSlice } from './cells.ts';
import {
  areaOf,
  converted,
  type Grouping,
  labelsOf,
  type Line,
  leftOutCounts,
  leftOutSql,
  sliceSql,
  widthOf,
} from './grouping.ts';
import { fieldsOf, leftOutOf, type Slice, slicesOf, type Unusable } from './slices.ts';
import { join, sql, type Sql } from './sql.ts';
import type { ExactQuery, Register, Statistics, StatisticsPlaces, StatisticsQuery } from './statistics.ts';
import { allowed, where } from './where.ts';

/** Who asks, and of which rows. */
export interface Asking {
  readonly connection: Connection;
  readonly bound: Bound;
  readonly obligation: Obligation;
  readonly register: Register;
}

interface LeftOut extends Unusable {
  readonly measure: string;
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

export function measuresOf(
  bound: Bound,
  obligation: Obligation,
  measures: readonly Measure[],
): (Measure | undefined)[] {
  return measures.map(measure => {
    const columns = fieldsOf(measure).map(field => allowed(bound, obligation, field, 'count'));
    return columns.some(column => column.absent !== undefined) ? undefined : measure;
  });
}

export function periodsOf({ period }: Pick<StatisticsQuery, 'period'>): Period[] {
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
function seenInPart({ areas }: Obligation, level: PlaceLevel): string | undefined {
  return areas === 'all' ? undefined : areas.find(area => area.length > codeLength[level]);
}

/** Whether the reader may have statistics of places of a level. */
export function maySee({ bound, obligation }: Asking, level: PlaceLevel): boolean {
  const place = placeOf(bound, level);
  return seenInPart(obligation, level) === undefined && (place === undefined || obligation.allows(place, 'count'));
}

/** Refusals: FORBIDDEN_AREA, FORBIDDEN_FIELD. */
export function refuseToSee({ bound, obligation }: Asking, level: PlaceLevel): void {
  const finest = seenInPart(obligation, level);
  if (finest !== undefined) {
    throw callerError('FORBIDDEN_AREA', {
      expected: `statistics of places inside ${finest}`,
      got: `the level ${level}`,
      todo: 'ask for the level of your own place or a finer one',
    });
  }
  const place = placeOf(bound, level);
  if (place !== undefined) allowed(bound, obligation, place, 'count');
}

function placeOf(bound: Bound, level: PlaceLevel): string | undefined {
  return level === 'COUNTY' ? undefined : ['place', 'code'].find(name => bound.columns.has(name));
}

/** All rows of the county, or those inside some places. */
function insideOf({ within }: StatisticsPlaces, county: string): readonly string[] | undefined {
  return within?.includes(county) ? undefined : within;
}

/** The places of one statement that answers for several: the finest level, and what any of them asks for. */
function placesOfAll(views: readonly StatisticsPlaces[], county: string): StatisticsPlaces {
  const [finest] = views.toSorted((a, b) => codeLength[b.level] - codeLength[a.level]);
  invariant(finest, 'at least one choice of places');
  const inside = views.map(view => insideOf(view, county));
  const within = inside.includes(undefined) ? undefined : [...new Set(inside.flatMap(codes => codes ?? []))];
  return { level: finest.level, within };
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
  const base = where(bound, obligation, {}, insideOf(query, county), 'count');
  const parts = (of: Bound): { slices: Slice[]; left: LeftOut[] } => ({
    slices: slicesOf(of, kept, window),
    left: query.leftOut ? kept.flatMap(m => leftOutOf(of, m, query.asOf).map(l => ({ ...l, measure: m.name }))) : [],
  });
  const own = parts(bound);
  const common = { unit: query.period.unit, periods, dimensions: query.by };
  const placed = place === undefined ? undefined : bound.columns.get(place);
  const area = placed ? areaOf(bound.dialect, placed, query.level) : bound.dialect.literal(county);
  const asksOnce = own.slices.length <= 1 && own.slices.every(s => !s.ages && !s.durations?.of[1]);
  if (asksOnce && own.left.length === 0) {
    const rows = { from: bound.from, where: base };
    return { measures, periods, ...own, with: sql(''), grouping: { ...common, bound, ...rows, area } };
  }
  const { with: before, columns } = converted(bound, new Set([...kept.flatMap(fieldsOf), ...query.by]), base, area);
  const once = { ...bound, from: 'r', only: [], columns };
  const rows = { from: 'r', where: sql('1 = 1') };
  return {
    measures,
    periods,
    ...parts(once),
    with: before,
    grouping: { ...common, bound: once, ...rows, area: 'r.a' },
  };
}

/** Lines as they come where they may be many: PostgreSQL then works without its helpers. */
async function* linesOf(
  connection: Connection,
  { level }: ExactQuery,
  before: Sql,
  statement: Sql,
): AsyncIterable<readonly Line[]> {
  const [text, values] = [before.text + statement.text, [...before.values, ...statement.values]];
  if (level !== 'VILLAGE' && level !== 'GRID') yield await connection.lines(text, values);
  else for await (const rows of connection.stream(text, values)) yield rows.map(row => Object.values(row));
}

/** One of the answers that a statement gives: those of its lines that lie in its places, each in its place of the level. */
class View {
  readonly cells: Cells;
  readonly leftOut: Statistics['leftOut'][number][] = [];
  readonly #places: StatisticsPlaces;
  readonly #register: Register;
  readonly #inside: readonly string[] | undefined;

  constructor(places: StatisticsPlaces, register: Register, cells: Cells) {
    this.#places = places;
    this.#register = register;
    this.#inside = insideOf(places, register.county);
    this.cells = cells;
  }

  /** The place of a line's code; null for one that is not known, undefined where the line lies elsewhere. */
  placeOf(code: string | null): string | null | undefined {
    const { level } = this.#places;
    if (this.#inside && !this.#inside.some(place => code?.startsWith(place))) return undefined;
    if (level === 'COUNTY') return this.#register.county;
    // A row that names its town only has no village: its code is shorter than those of the level.
    const place = code?.slice(0, codeLength[level]) ?? '';
    return place.length === codeLength[level] && this.#register.has(place) ? place : null;
  }
}

/** Exact statistics of several choices of places, the answers in their order: one statement, grouped by the finest level. */
export async function exactStatistics(
  { connection, bound, obligation, register }: Asking,
  query: Omit<ExactQuery, keyof StatisticsPlaces>,
  choices: readonly StatisticsPlaces[],
): Promise<Statistics[]> {
  const names = query.measures.map(({ name }) => name);
  const asked = { ...query, ...placesOfAll(choices, register.county) };
  const plan = planOf(bound, obligation, asked, register.county);
  const { slices, left, grouping, measures, periods } = plan;
  const views = choices.map(
    places =>
      new View(places, register, new Cells({ measures, names, dimensions: query.by, periods, asOf: query.asOf })),
  );
  if (slices.length > 0) {
    const width = Math.max(...slices.map(widthOf));
    const selects = slices.map((slice, i) => sliceSql(grouping, slice, i, width));
    if (left.length > 0) selects.push(leftOutSql(grouping, left, slices.length, width));
    const statement = join(selects, ' UNION ALL ', '');
    const labelled = slices.map(slice => ({ slice, labels: labelsOf(grouping, slice) }));
    for await (const batch of linesOf(connection, asked, plan.with, statement))
      for (const line of batch) addLine(views, labelled[Number(line[0])], left, line);
  }
  const notKept = names.filter((_, i) => measures[i] === undefined);
  const granted = obligation.areas === 'all' ? null : obligation.areas;
  const exact = { asOf: query.asOf, profile: 'exact', roundedTo: null, notKept, granted } as const;
  return views.map(({ cells, leftOut }) => ({ ...exact, rows: cells.rows(), leftOut: mergedLeftOut(leftOut) }));
}

/** A line of the database's answer; one of no slice counts the rows that are left out. */
function addLine(views: readonly View[], slice: LabelledSlice | undefined, left: readonly LeftOut[], line: Line): void {
  const code = typeof line[2] === 'string' ? line[2] : null;
  const counts = slice ? [] : leftOutCounts(line);
  for (const view of views) {
    const area = view.placeOf(code);
    if (area === undefined) continue;
    if (slice) view.cells.add(slice, line, area);
    else
      left.forEach(({ measure, reason }, i) => {
        const rows = counts[i] ?? 0;
        if (rows > 0) view.leftOut.push({ measure, area, reason, rows });
      });
  }
}

/** Rows of several lines that fall in one place. */
function mergedLeftOut(leftOut: Statistics['leftOut']): Statistics['leftOut'] {
  const groups = Map.groupBy(leftOut, ({ measure, area, reason }) => JSON.stringify([measure, area, reason]));
  return [...groups.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, rows: more.reduce((sum, { rows }) => sum + rows, first.rows) }] : [],
  );
}
