import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import { invariant } from '../../kernel/coded-error.ts';
import type { Period, PeriodUnit } from '../../kernel/period.ts';
import type { Bound } from '../bind/bind.ts';
import type { Column } from '../column.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { one, type Slice, stillOpen, type Unusable } from './slices.ts';
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

/** Labels of groups where months are numbers; they sort before and after all months. */
const numberOf = { before: '0', [stillOpen]: '999999' };

/** The month as a number, where the database makes it so for less than a text: quarters and years are added up from it. */
function numberLabel({ bound: { dialect: d }, periods }: Grouping, slice: Slice, month: string): string {
  const name = slice.ages ? `CASE WHEN ${slice.ages.open} THEN ${numberOf[stillOpen]} ELSE ${month} END` : month;
  const first = d.parameter('date').replace('?', d.literal(periods[0]?.from ?? ''));
  return slice.fromTheBeginning ? `CASE WHEN ${slice.date} < ${first} THEN ${numberOf.before} ELSE ${name} END` : name;
}

function isoLabel({ bound: { dialect: d }, unit, periods }: Grouping, slice: Slice): string {
  const iso = d.isoText(slice.date, false);
  const part = (from: number, length: number): string => `substr(${iso}, ${from}, ${length})`;
  const quarter = `CASE WHEN ${part(6, 2)} < '04' THEN '-Q1' WHEN ${part(6, 2)} < '07' THEN '-Q2' WHEN ${part(6, 2)} < '10' THEN '-Q3' ELSE '-Q4' END`;
  const own = unit === 'MONTH' ? part(1, 7) : unit === 'YEAR' ? part(1, 4) : d.concat([part(1, 4), quarter]);
  const name = slice.ages ? `CASE WHEN ${slice.ages.open} THEN '${stillOpen}' ELSE ${own} END` : own;
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
  if (prefix) return `substr(${prefix.sql}, 1, ${prefix.length})`;
  const month = grouping.bound.dialect.monthNumber?.(slice.date);
  return month === undefined ? isoLabel(grouping, slice) : numberLabel(grouping, slice, month);
}

function dimensionOf({ bound }: Grouping, field: string): string {
  const column = bound.columns.get(field);
  return column?.codes?.raw ?? column?.value ?? 'NULL';
}

/** Labels of a slice's groups: months as the source spells them, and codes that are not yet values. */
export function labelsOf(grouping: Grouping, slice: Slice): Labels {
  const isMonth = grouping.bound.dialect.monthNumber !== undefined || monthPrefix(grouping, slice) !== undefined;
  return {
    period(label) {
      if (!isMonth) return label;
      if (label === numberOf.before) return '';
      if (label === numberOf[stillOpen]) return stillOpen;
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

function sumOf(value: string): string {
  return value === '1' ? 'COUNT(*)' : value === '0' ? value : `SUM(${value})`;
}

/**
 * What a slice adds up, as v0, v1, …; for durations the length, by which rows are grouped too, and a measure's ended and all; for ages
 * the day since when, by which rows are grouped too, and how many.
 */
function amountsOf({ sums, durations, ages }: Slice): string[] {
  if (ages) return [ages.since, 'COUNT(*)'];
  if (!durations) return sums.map(({ value }) => sumOf(value));
  const ended = one(durations.closed);
  return [durations.length, ...durations.of.flatMap(({ counts }) => [one(counts, ended), one(counts)].map(sumOf))];
}

/** How many columns of amounts a slice has. */
export function widthOf({ sums, durations, ages }: Slice): number {
  if (ages) return 2;
  return durations ? 1 + 2 * durations.of.length : sums.length;
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
  const isByLength = slice.durations !== undefined || slice.ages !== undefined;
  const by = [2, 3, ...dimensions.map((_, i) => i + 4), ...(isByLength ? [dimensions.length + 4] : [])];
  return grouped(columns, by, from, sql(`${where.text} AND ${slice.condition}`, where.values));
}

/** Rows that measures cannot use, by place: p is a text of one count a condition, so that no line is as wide as these are many. */
export function leftOutSql(grouping: Grouping, left: readonly Unusable[], index: number, width: number): Sql {
  const { area, from, where, dimensions, bound } = grouping;
  const d = bound.dialect;
  const counts = left.map(({ condition }) => d.text(`SUM(${one(condition)})`));
  const columns = [
    `${index} AS s`,
    `${d.concat(counts.flatMap((count, i) => (i === 0 ? [count] : ["','", count])))} AS p`,
    `${area} AS a`,
    ...dimensions.map((_, i) => `${d.none('text')} AS g${i}`),
    ...Array.from({ length: width }, (_, i) => `0 AS v${i}`),
  ];
  const signs = [...new Set(left.map(({ sign }) => sign))].join(' OR ');
  return grouped(columns, [3], from, sql(`${where.text} AND (${signs})`, where.values));
}

/** A line of the database's answer: s, p, a, then one value a dimension, then the amounts. */
export type Line = readonly unknown[];

/** Where the first dimension of a line stands. */
export const dimensionsAt = 3;

/** The counts of a line of leftOutSql. */
export function leftOutCounts(line: Line): number[] {
  return String(line[1]).split(',').map(Number);
}

/** Conversions of old text formats cost more than the counting: rows that several slices ask for are converted once, as `r`. */
export function converted(
  bound: Bound,
  fields: ReadonlySet<string>,
  base: Sql,
  area: string,
): { with: Sql; columns: Map<string, Column> } {
  const narrow = (text: string): string => bound.dialect.narrow?.(text) ?? text;
  const select = [`${narrow(area)} AS a`];
  const names = ['a'];
  const columns = new Map<string, Column>();
  for (const field of fields) {
    const column = bound.columns.get(field);
    invariant(column, `a column for ${field}`);
    const i = columns.size;
    // Names of the schema are plain letters.
    select.push(`${column.codes ? narrow(column.value) : column.value} AS c${i}`);
    names.push(`c${i}`);
    if (column.unreadable) {
      select.push(`CASE WHEN ${column.unreadable.present} THEN 1 ELSE 0 END AS p${i}`);
      names.push(`p${i}`);
    }
    const unreadable = column.unreadable && {
      unreadable: { present: `r.p${i} = 1`, reason: column.unreadable.reason },
    };
    columns.set(field, { kind: column.kind, value: `r.c${i}`, ...unreadable });
  }
  const rows = `SELECT ${select.join(', ')} FROM ${bound.from} WHERE ${base.text}`;
  return { with: sql(`${bound.dialect.once('r', rows, names)} `, base.values), columns };
}
