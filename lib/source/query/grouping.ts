import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import { invariant } from '../../kernel/coded-error.ts';
import type { Period, PeriodUnit } from '../../kernel/period.ts';
import type { Bound } from '../bind/bind.ts';
import type { Column } from '../column.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Slice } from './slices.ts';
import { sql, type Sql } from './sql.ts';

/** Rows to group, and by what. */
export interface Grouping {
  readonly bound: Bound;
  /** `r`, or the type's own table where nothing is asked twice. */
  readonly from: string;
  readonly where: Sql;
  readonly unit: PeriodUnit;
  readonly periods: readonly Period[];
  /** The place of a row. */
  readonly area: string;
  readonly dimensions: readonly string[];
}

/** What a group's label in the database means. */
export interface Labels {
  period(label: string): string;
  dimension(field: string, label: unknown): string | null;
}

/** The place of a level that a row lies in, out of its code. */
export function areaOf(d: Dialect, column: Column, level: PlaceLevel): string {
  const length = codeLength[level];
  const whole = `substr(${column.value}, 1, ${length})`;
  const first = column.bare?.area;
  // Often the first of several columns says it alone.
  return first?.whole
    ? `CASE WHEN ${d.length(first.sql)} >= ${length} THEN substr(${d.text(first.sql)}, 1, ${length}) ELSE ${whole} END`
    : whole;
}

function isoLabel({ bound: { dialect: d }, unit, periods }: Grouping, slice: Slice): string {
  const iso = d.isoText(slice.date, false);
  const part = (from: number, length: number): string => `substr(${iso}, ${from}, ${length})`;
  const quarter = `CASE WHEN ${part(6, 2)} < '04' THEN '-Q1' WHEN ${part(6, 2)} < '07' THEN '-Q2' WHEN ${part(6, 2)} < '10' THEN '-Q3' ELSE '-Q4' END`;
  const name = unit === 'MONTH' ? part(1, 7) : unit === 'YEAR' ? part(1, 4) : d.concat([part(1, 4), quarter]);
  return slice.fromTheBeginning
    ? `CASE WHEN ${part(1, 10)} < ${d.literal(periods[0]?.from ?? '')} THEN '' ELSE ${name} END`
    : name;
}

/** The text column behind a slice's date, of which the month is a prefix. */
function monthPrefix({ bound }: Grouping, slice: Slice): { sql: string; length: number } | undefined {
  const ordered = slice.column?.bare?.ordered;
  if (!ordered || slice.fromTheBeginning) return undefined;
  const month = ordered.format.pieces.find(piece => 'part' in piece && piece.part === 'MM');
  return { sql: bound.dialect.text(ordered.sql), length: (month?.at ?? 0) + 1 };
}

function labelOf(grouping: Grouping, slice: Slice): string {
  const prefix = monthPrefix(grouping, slice);
  return prefix ? `substr(${prefix.sql}, 1, ${prefix.length})` : isoLabel(grouping, slice);
}

function dimensionOf({ bound }: Grouping, field: string): string {
  const column = bound.columns.get(field);
  return column?.codes?.raw ?? column?.value ?? 'NULL';
}

/** Labels of a slice's groups: months as the source spells them, and codes that are not yet values. */
export function labelsOf(grouping: Grouping, slice: Slice): Labels {
  const prefix = monthPrefix(grouping, slice);
  return {
    period(label) {
      if (!prefix) return label;
      const [year, month] = [label.slice(0, 4), label.slice(-2)];
      if (grouping.unit === 'YEAR') return year;
      return `${year}-${grouping.unit === 'MONTH' ? month : `Q${Math.ceil(Number(month) / 3)}`}`;
    },
    dimension(field, label) {
      if (label === null || label === undefined) return null;
      const codes = grouping.bound.columns.get(field)?.codes;
      return codes ? (codes.values.get(String(label)) ?? null) : String(label);
    },
  };
}

/** What a slice adds up, as v0, v1, …; for durations the length, by which rows are grouped too, and the closed and open ones. */
function amountsOf({ sums, durations }: Slice): string[] {
  if (!durations) return sums.map(({ value }) => (value === '1' ? 'COUNT(*)' : `SUM(${value})`));
  const closed = `CASE WHEN ${durations.closed} THEN 1 ELSE 0 END`;
  return [durations.length, `SUM(${closed})`, `SUM(1 - ${closed})`];
}

/** A SELECT of s, p, a, g0…, v0…, grouped by the columns of these places, counted from 1. */
function grouped(columns: readonly string[], by: readonly number[], from: string, where: Sql): Sql {
  return sql(`SELECT ${columns.join(', ')} FROM ${from} WHERE ${where.text} GROUP BY ${by.join(', ')}`, where.values);
}

/** One slice as a grouped SELECT. */
export function sliceSql(grouping: Grouping, slice: Slice, index: number, width: number): Sql {
  const { dimensions, from, where, area } = grouping;
  const amounts = amountsOf(slice);
  const columns = [
    `${index} AS s`,
    `${labelOf(grouping, slice)} AS p`,
    `${area} AS a`,
    ...dimensions.map((field, i) => `${dimensionOf(grouping, field)} AS g${i}`),
    ...Array.from({ length: width }, (_, i) => `${amounts[i] ?? '0'} AS v${i}`),
  ];
  const by = [2, 3, ...dimensions.map((_, i) => i + 4), ...(slice.durations ? [dimensions.length + 4] : [])];
  const beside = slice.beside === undefined ? '' : ` CROSS JOIN ${slice.beside}`;
  return grouped(columns, by, from + beside, sql(`${where.text} AND ${slice.condition}`, where.values));
}

/** Rows that measures cannot use, by place: one count a condition. */
export function leftOutSql(grouping: Grouping, conditions: readonly string[], index: number, width: number): Sql {
  const { area, from, where, dimensions, bound } = grouping;
  const counts = Array.from({ length: width }, (_, i) =>
    conditions[i] === undefined ? '0' : `SUM(CASE WHEN ${conditions[i]} THEN 1 ELSE 0 END)`,
  );
  const columns = [
    `${index} AS s`,
    `'' AS p`,
    `${area} AS a`,
    ...dimensions.map((_, i) => `${bound.dialect.none('text')} AS g${i}`),
    ...counts.map((count, i) => `${count} AS v${i}`),
  ];
  return grouped(columns, [3], from, where);
}

/** Conversions of old text formats cost more than the counting: rows that several slices ask for are converted once, as `r`. */
export function converted(
  bound: Bound,
  fields: ReadonlySet<string>,
  base: Sql,
): { with: Sql; columns: Map<string, Column> } {
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
  const rows = `SELECT ${select.join(', ')} FROM ${bound.from} WHERE ${base.text}`;
  return { with: sql(`WITH r AS ${bound.dialect.once(rows)} `, base.values), columns };
}
