import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import { callerError, invariant } from '../../kernel/coded-error.ts';
import type { MissingReason } from '../../kernel/missing.ts';
import { parsePeriod, periodRange, type Period, type PeriodUnit } from '../../kernel/period.ts';
import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Column } from '../column.ts';
import type { Connection } from '../connect.ts';
import type { Measure } from '../record-type.ts';
import { mayCount } from './may-count.ts';
import { sql, type Sql } from './sql.ts';
import { fieldsOf, leftOutOf, slicesOf, type Slice, type Window } from './slices.ts';
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

export interface DurationHistogram {
  readonly unit: 'DAY' | 'SECOND';
  readonly length: number[];
  readonly closed: number[];
  readonly open: number[];
}

export interface StatisticsRow {
  readonly period: string;
  readonly area: string | null;
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly values: number[];
  readonly durations: DurationHistogram[];
}

export interface Statistics {
  readonly asOf: string;
  readonly rows: readonly StatisticsRow[];
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
}

interface Plan {
  /** The type with each field it needs as a plain column of `r`, converted once. */
  readonly bound: Bound;
  /** `r`: the rows that count, their fields converted. */
  readonly rows: Sql;
  readonly measures: readonly Measure[];
  readonly query: StatisticsQuery;
  readonly periods: readonly Period[];
  readonly area: string;
  readonly dimensions: readonly string[];
}

function label(plan: Plan, date: string, slice: Slice): string {
  const iso = plan.bound.dialect.isoText(date, false);
  const part = (from: number, length: number): string => `substr(${iso}, ${from}, ${length})`;
  const { unit } = plan.query.period;
  const quarter = `CASE WHEN ${part(6, 2)} < '04' THEN '-Q1' WHEN ${part(6, 2)} < '07' THEN '-Q2' WHEN ${part(6, 2)} < '10' THEN '-Q3' ELSE '-Q4' END`;
  const name =
    unit === 'MONTH' ? part(1, 7) : unit === 'YEAR' ? part(1, 4) : plan.bound.dialect.concat([part(1, 4), quarter]);
  return slice.fromTheBeginning
    ? `CASE WHEN ${part(1, 10)} < ${plan.bound.dialect.literal(plan.periods[0]?.from ?? '')} THEN '' ELSE ${name} END`
    : name;
}

/** One slice as a grouped SELECT: s, p, a, g0…, v0…; durations give length, closed, open as v0, v1, v2. */
function sliceSql(plan: Plan, slice: Slice, index: number, width: number): string {
  const { bound, dimensions } = plan;
  const groups = dimensions.map((_, i) => `g${i}`);
  const values = slice.durations
    ? [`${slice.durations.length} AS v0`, `CASE WHEN ${slice.durations.closed} THEN 1 ELSE 0 END AS v1`]
    : slice.sums.map((sum, i) => `${sum.value} AS v${i}`);
  const inner = `SELECT ${[
    `${label(plan, slice.date, slice)} AS p`,
    `${plan.area} AS a`,
    ...dimensions.map((field, i) => `${bound.columns.get(field)?.value ?? 'NULL'} AS g${i}`),
    ...values,
  ].join(', ')} FROM r WHERE ${slice.condition}`;
  const sums = slice.durations ? ['q.v0', 'SUM(q.v1)', 'SUM(1 - q.v1)'] : slice.sums.map((_, i) => `SUM(q.v${i})`);
  const padded = Array.from({ length: width }, (_, i) => `${sums[i] ?? '0'} AS v${i}`);
  const by = ['q.p', 'q.a', ...groups.map(g => `q.${g}`), ...(slice.durations ? ['q.v0'] : [])];
  return `SELECT ${[`${index} AS s`, 'q.p AS p', 'q.a AS a', ...groups.map(g => `q.${g} AS ${g}`), ...padded].join(', ')} FROM (${inner}) q GROUP BY ${by.join(', ')}`;
}

function leftOutSql(plan: Plan, conditions: readonly string[], index: number, width: number): string {
  const counts = Array.from({ length: width }, (_, i) =>
    conditions[i] === undefined ? '0' : `CASE WHEN ${conditions[i]} THEN 1 ELSE 0 END`,
  );
  const inner = `SELECT ${[`${plan.area} AS a`, ...counts.map((count, i) => `${count} AS v${i}`)].join(', ')} FROM r`;
  const nulls = plan.dimensions.map((_, i) => `CAST(NULL AS CHAR) AS g${i}`);
  return `SELECT ${[`${index} AS s`, `'' AS p`, 'q.a AS a', ...nulls, ...counts.map((_, i) => `SUM(q.v${i}) AS v${i}`)].join(', ')} FROM (${inner}) q GROUP BY q.a`;
}

/** Cells while they are put together: one per period, area and dimension values. */
class Cells {
  readonly #cells = new Map<string, StatisticsRow>();
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  at(period: string, area: string | null, groups: readonly (string | null)[]): StatisticsRow {
    const id = JSON.stringify([period, area, groups]);
    let cell = this.#cells.get(id);
    if (!cell) {
      const { measures, dimensions } = this.#plan;
      cell = {
        period,
        area,
        dimensions: Object.fromEntries(dimensions.map((field, i) => [field, groups[i] ?? null])),
        values: measures.map(() => 0),
        durations: measures
          .filter(m => m.kind === 'durations')
          .map(m => ({ unit: m.unit, length: [], closed: [], open: [] })),
      };
      this.#cells.set(id, cell);
    }
    return cell;
  }

  /** Cells with anything in them, in order. */
  rows(): StatisticsRow[] {
    const key = (row: StatisticsRow): string =>
      `${row.period}|${row.area ?? '~'}|${Object.values(row.dimensions).join('|')}`;
    return [...this.#cells.values()]
      .filter(row => row.values.some(v => v !== 0))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
}

type Line = Record<string, unknown>;

function addDuration(cell: StatisticsRow, at: number, order: number, line: Line): void {
  const histogram = cell.durations[order];
  invariant(histogram, 'a histogram for each durations measure');
  const [length, closed, open] = [Number(line['v0']), Number(line['v1']), Number(line['v2'])];
  // Unknown areas are merged into one cell, so a length can come twice.
  const known = histogram.length.indexOf(length);
  if (cell.area === null && known >= 0) {
    histogram.closed[known] = (histogram.closed[known] ?? 0) + closed;
    histogram.open[known] = (histogram.open[known] ?? 0) + open;
  } else {
    histogram.length.push(length);
    histogram.closed.push(closed);
    histogram.open.push(open);
  }
  cell.values[at] = (cell.values[at] ?? 0) + closed + open;
}

/** What came in less what went out, added up over the periods, is what is there at the end of each. */
function addStock(cells: Cells, plan: Plan, at: number, flows: ReadonlyMap<string, Map<string, number>>): void {
  for (const [id, byPeriod] of flows) {
    const [area, groups] = JSON.parse(id) as [string | null, (string | null)[]];
    let level = byPeriod.get('') ?? 0;
    for (const period of plan.periods) {
      level += byPeriod.get(period.label) ?? 0;
      if (level !== 0 && period.from <= plan.query.asOf) cells.at(period.label, area, groups).values[at] = level;
    }
  }
}

function assemble(
  plan: Plan,
  slices: readonly Slice[],
  lines: readonly Line[],
  areaOf: (a: unknown) => string | null,
): StatisticsRow[] {
  const cells = new Cells(plan);
  const index = new Map(plan.measures.map((m, i) => [m.name, i]));
  const durationOrder = new Map(plan.measures.filter(m => m.kind === 'durations').map((m, i) => [m.name, i]));
  const stocks = new Map<number, Map<string, Map<string, number>>>();
  for (const line of lines) {
    const slice = slices[Number(line['s'])];
    if (!slice) continue;
    const groups = plan.dimensions.map((_, i) => (line[`g${i}`] ?? null) as string | null);
    const [area, period] = [areaOf(line['a']), String(line['p'])];
    if (slice.durations) {
      const name = slice.durations.measure;
      addDuration(cells.at(period, area, groups), index.get(name) ?? 0, durationOrder.get(name) ?? 0, line);
      continue;
    }
    for (const [i, sum] of slice.sums.entries()) {
      const at = index.get(sum.measure) ?? 0;
      const amount = Number(line[`v${i}`]);
      if (!slice.fromTheBeginning) {
        const { values } = cells.at(period, area, groups);
        values[at] = (values[at] ?? 0) + amount;
        continue;
      }
      const flows = stocks.get(at) ?? new Map<string, Map<string, number>>();
      stocks.set(at, flows);
      const id = JSON.stringify([area, groups]);
      const byPeriod = flows.get(id) ?? new Map<string, number>();
      flows.set(id, byPeriod);
      byPeriod.set(period, (byPeriod.get(period) ?? 0) + amount);
    }
  }
  for (const [at, flows] of stocks) addStock(cells, plan, at, flows);
  const rows = cells.rows();
  for (const row of rows) for (const histogram of row.durations) sortHistogram(histogram);
  return rows;
}

function sortHistogram(h: DurationHistogram): void {
  const order = h.length.map((_, i) => i).sort((a, b) => (h.length[a] ?? 0) - (h.length[b] ?? 0));
  for (const list of [h.length, h.closed, h.open]) list.splice(0, list.length, ...order.map(i => list[i] ?? 0));
}

function planOf(bound: Bound, obligation: Obligation, query: StatisticsQuery, county: string): Plan {
  mayCount(obligation);
  const measures = query.measures.map(name => {
    const measure = bound.type.measures.get(name);
    invariant(measure, `a measure ${name} of ${bound.type.name}`);
    for (const field of fieldsOf(measure)) allowed(bound, obligation, field);
    return measure;
  });
  for (const field of query.by) allowed(bound, obligation, field);
  const periods = periodRange(parsePeriod(query.period.from), parsePeriod(query.period.to));
  if (periods[0]?.unit !== query.period.unit) {
    throw callerError('BAD_PERIOD', {
      expected: `periods of the unit ${query.period.unit}`,
      got: query.period.from,
      todo: 'write 2026-08 for MONTH, 2026-Q3 for QUARTER, 2026 for YEAR',
    });
  }
  const placeField = bound.columns.has('place') ? 'place' : bound.columns.has('code') ? 'code' : undefined;
  const byPlace = query.level !== 'COUNTY' && placeField !== undefined;
  if (byPlace) allowed(bound, obligation, placeField);
  refusePartialCells(obligation, query.level);
  const fields = new Set([...measures.flatMap(fieldsOf), ...query.by, ...(byPlace ? [placeField] : [])]);
  const { rows, columns } = converted(
    bound,
    fields,
    where(bound, obligation, {}, query.within?.includes(county) ? undefined : query.within),
  );
  const place = byPlace ? columns.get(placeField) : undefined;
  const area = place ? `substr(${place.value}, 1, ${codeLength[query.level]})` : bound.dialect.literal(county);
  return {
    bound: { ...bound, from: 'r', only: [], columns },
    rows,
    measures,
    query,
    periods,
    area,
    dimensions: query.by,
  };
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

/** Conversions of old text formats cost more than the counting: they are done once a row, for all slices. */
function converted(bound: Bound, fields: ReadonlySet<string>, base: Sql): { rows: Sql; columns: Map<string, Column> } {
  const select: string[] = [];
  const columns = new Map<string, Column>();
  for (const field of fields) {
    const column = bound.columns.get(field);
    invariant(column, `a column for ${field}`);
    const i = columns.size;
    select.push(`${column.value} AS c${i}`);
    if (column.unreadable) select.push(`CASE WHEN ${column.unreadable.present} THEN 1 ELSE 0 END AS p${i}`);
    const unreadable = column.unreadable && {
      unreadable: { present: `r.p${i} = 1`, reason: column.unreadable.reason },
    };
    columns.set(field, { kind: column.kind, value: `r.c${i}`, ...unreadable });
  }
  return { rows: sql(`SELECT ${select.join(', ')} FROM ${bound.from} WHERE ${base.text}`, base.values), columns };
}

/** Many measures of a type by period, area and dimensions: one statement. */
export async function statistics(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  register: Register,
  query: StatisticsQuery,
): Promise<Statistics> {
  const plan = planOf(bound, obligation, query, register.county);
  const [first, last] = [plan.periods[0], plan.periods.at(-1)];
  invariant(first && last, 'at least one period');
  const window: Window = { first, last, asOf: query.asOf };
  const slices = slicesOf(plan.bound, plan.measures, window);
  const left = query.leftOut
    ? plan.measures.flatMap(m => leftOutOf(plan.bound, m, query.asOf).map(l => ({ ...l, measure: m.name })))
    : [];
  const width = Math.max(left.length, ...slices.map(s => (s.durations ? 3 : s.sums.length)));
  const selects = slices.map((slice, i) => sliceSql(plan, slice, i, width));
  if (left.length > 0)
    selects.push(
      leftOutSql(
        plan,
        left.map(l => l.condition),
        slices.length,
        width,
      ),
    );
  const rows = `WITH r AS ${bound.dialect.once(plan.rows.text)}`;
  const lines = await connection.select(`${rows} ${selects.join(' UNION ALL ')}`, plan.rows.values);
  // A row that names its town only has no village: its code is shorter than those of the level.
  const areaOf = (a: unknown): string | null => {
    const code = String(a);
    return code.length === codeLength[query.level] && register.has(code) ? code : null;
  };
  return {
    asOf: query.asOf,
    rows: assemble(plan, slices, lines, areaOf),
    leftOut: lines
      .filter(line => Number(line['s']) === slices.length)
      .flatMap(line =>
        left.map((l, i) => ({
          measure: l.measure,
          area: areaOf(line['a']),
          reason: l.reason,
          rows: Number(line[`v${i}`]),
        })),
      )
      .filter(l => l.rows > 0),
  };
}
