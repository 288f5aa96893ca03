import { periodRange, parsePeriod, type PeriodUnit } from '../kernel/period.ts';
import type { PlaceLevel } from '../kernel/area-code.ts';
import { valuesOf, type Measure, type RecordType, type Session, type StatisticsQuery } from '../source/index.ts';
import { durationBins } from '../trust/disclosure/index.ts';
import type { Obligation } from '../trust/index.ts';

/** One way to break a measure down: by nothing, by a dimension, or (lengths of time) by bins. */
export interface Breakdown {
  /** Empty for none; '#' for bins. */
  readonly field: string;
  /** In the order in which they are rounded. */
  readonly values: readonly string[];
}

/** What is attacked: counts of a type by town and month. Amounts are left out: their counts are never told. */
export interface Subject {
  readonly type: RecordType;
  readonly measures: readonly Measure[];
  readonly months: readonly string[];
  /** Towns, and '' for rows of no known one. */
  readonly areas: readonly string[];
  breakdownsOf(measure: Measure): readonly Breakdown[];
}

/** Counts by the name of their cell; a cell without rows is not in it. */
export type Counts = ReadonlyMap<string, number>;

const none: Breakdown = { field: '', values: [''] };

/** `FILED|kind|CIVIL|330199001|2026-08` */
export function cellName(measure: string, field: string, value: string, area: string, period: string): string {
  return `${measure}|${field}|${value}|${area}|${period}`;
}

function bins(unit: 'DAY' | 'SECOND'): string[] {
  return ['closed', 'open'].flatMap(state => durationBins[unit].map(end => `${state} ${end}`));
}

/** What can be attacked of a type, from the first month to the last. */
export function subjectOf(type: RecordType, towns: readonly string[], from: string, to: string): Subject {
  const measures = [...type.measures.values()].filter(
    measure => measure.kind !== 'sum' && !(measure.kind === 'stock' && measure.sum !== undefined),
  );
  const declared = type.dimensions.filter(
    field => type.fields.get(field) === 'boolean' || (type.values?.get(field) ?? []).length > 0,
  );
  const dimensions = declared.map(field => ({ field, values: valuesOf(type, field).map(value => value ?? '') }));
  return {
    type,
    measures,
    months: periodRange(parsePeriod(from), parsePeriod(to)).map(({ label }) => label),
    areas: [...(type.fields.has('place') || type.fields.has('code') ? towns : []), ''],
    breakdownsOf: measure =>
      measure.kind === 'durations' ? [none, { field: '#', values: bins(measure.unit) }] : [none, ...dimensions],
  };
}

/** How a question is asked. */
export interface Asking {
  readonly session: Session;
  readonly right: Obligation;
  readonly asOf: string;
}

export interface Cut {
  readonly level: PlaceLevel;
  readonly unit: PeriodUnit;
  readonly from: string;
  readonly to: string;
  readonly within?: readonly string[];
}

function binOf(unit: 'DAY' | 'SECOND', length: number): number {
  const ends: readonly number[] = durationBins[unit];
  return ends.find(end => length <= end) ?? ends.at(-1) ?? 0;
}

/** All measures of a subject by one dimension (or none) at one level and unit: one question. */
export async function ask(
  { session, right, asOf }: Asking,
  { measures }: Subject,
  field: string,
  { level, unit, from, to, within }: Cut,
): Promise<Map<string, number>> {
  const asked = measures.filter(measure => field === '' || measure.kind !== 'durations');
  const counts = new Map<string, number>();
  const add = (name: string, count: number): void => {
    if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
  };
  if (asked.length === 0) return counts;
  const query: StatisticsQuery = {
    measures: asked.map(({ name }) => name),
    by: field === '' ? [] : [field],
    period: { unit, from, to },
    within,
    level,
    asOf,
    leftOut: false,
  };
  const { rows } = await session.statistics(right, query);
  const histograms = asked.flatMap(measure => (measure.kind === 'durations' ? [measure] : []));
  for (const { period, area, dimensions, values, durations } of rows) {
    const value = field === '' ? '' : (dimensions[field] ?? '');
    asked.forEach(({ name }, i) => add(cellName(name, field, value, area ?? '', period), values[i] ?? 0));
    histograms.forEach(({ name, unit }, i) => {
      const { length = [], closed = [], open = [] } = durations[i] ?? {};
      length.forEach((each, j) => {
        add(cellName(name, '#', `closed ${binOf(unit, each)}`, area ?? '', period), closed[j] ?? 0);
        add(cellName(name, '#', `open ${binOf(unit, each)}`, area ?? '', period), open[j] ?? 0);
      });
    });
  }
  return counts;
}

/** The dimensions by which a subject can be asked, and none. */
export function fieldsOf(subject: Subject): string[] {
  const fields = subject.measures.flatMap(measure => subject.breakdownsOf(measure).map(({ field }) => field));
  return [...new Set(fields)].filter(field => field !== '#');
}

/** Everything that is asked at one level and unit: a question for each dimension, and one for none. */
export async function askAll(asking: Asking, subject: Subject, cut: Cut): Promise<Map<string, number>> {
  const answers = await Promise.all(fieldsOf(subject).map(field => ask(asking, subject, field, cut)));
  return new Map(answers.flatMap(answer => [...answer]));
}
