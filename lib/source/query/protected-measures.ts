import {
  durationBins,
  isDominated,
  roundMean,
  type Draws,
  type ReleasedMeasure,
  type TrueCell,
} from '../../trust/disclosure/index.ts';
import type { Measure } from '../record-type.ts';
import type { StatisticsRow } from './cells.ts';

/** A measure as it is protected, and the measures of the database that it is made of. */
export interface ProtectedMeasure {
  readonly measure: Measure;
  readonly kind: 'count' | 'lengths' | 'amount';
  /** Asked of the database; the number of rows first. */
  readonly asked: readonly Measure[];
  /** Names the date by which its rows are counted. */
  readonly date: string;
  readonly stock: boolean;
}

function amountParts(measure: Measure & ({ kind: 'sum' } | { kind: 'stock' }), of: string): Measure[] {
  const { name, where } = measure;
  const rest = { name: `${name} rows`, where, readable: [...(measure.readable ?? []), of] };
  const rows: Measure =
    measure.kind === 'sum'
      ? { ...rest, kind: 'events', on: measure.on }
      : { ...rest, kind: 'stock', from: measure.from, until: measure.until };
  return [rows, measure, { ...measure, name: `${name} squares`, squared: true }];
}

/** How a measure is protected: as a count of rows, as a histogram in fixed bins, or as an amount. */
export function protectedMeasure(measure: Measure): ProtectedMeasure {
  switch (measure.kind) {
    case 'durations': {
      const asked = [{ ...measure, bins: durationBins[measure.unit] }];
      return { measure, kind: 'lengths', asked, date: measure.from, stock: false };
    }
    case 'sum':
      return { measure, kind: 'amount', asked: amountParts(measure, measure.of), date: measure.on, stock: false };
    case 'stock': {
      const common = { measure, date: `${measure.from} until ${measure.until}`, stock: true };
      return measure.sum === undefined
        ? { ...common, kind: 'count', asked: [measure] }
        : { ...common, kind: 'amount', asked: amountParts(measure, measure.sum) };
    }
    case 'cohort':
      return { measure, kind: 'count', asked: [measure], date: measure.start, stock: false };
    default:
      return { measure, kind: 'count', asked: [measure], date: measure.on, stock: false };
  }
}

/** Closed rows by bin, shortest first, then open ones. */
function binned(measure: Measure, row: StatisticsRow | undefined, histogram: number): number[] {
  const ends = measure.kind === 'durations' ? durationBins[measure.unit] : [];
  const found = row?.durations[histogram];
  const rows = (counts: readonly number[] | undefined): number[] =>
    ends.map(end => counts?.[found?.length.indexOf(end) ?? -1] ?? 0);
  return [...rows(found?.closed), ...rows(found?.open)];
}

/** A base cell of a measure out of the database's rows, one row a part. `first`: where its values begin; `histogram`: which one is its. */
export function trueCell(
  { kind, measure }: ProtectedMeasure,
  rows: readonly (StatisticsRow | undefined)[],
  first: number,
  histogram: number,
): TrueCell {
  if (kind === 'lengths') return { counts: binned(measure, rows[0], histogram) };
  const counts = rows.map(row => row?.values[first] ?? 0);
  if (kind === 'count') return { counts };
  const amounts = rows.map(row => ({ sum: row?.values[first + 1] ?? 0, squares: row?.values[first + 2] ?? 0 }));
  return { counts, amounts };
}

/** The county's mean of an amount to two digits, over all its years; null where few rows or one of them make it. */
export function countyMean(
  { measure, kind }: ProtectedMeasure,
  years: readonly StatisticsRow[],
  first: number,
  { type, draws, least }: { readonly type: string; readonly draws: Draws; readonly least: number },
): number | null {
  if (kind !== 'amount') return null;
  const total = (at: number): number => years.reduce((sum, { values }) => sum + (values[first + at] ?? 0), 0);
  const [rows, sum, squares] = [total(0), total(1), total(2)];
  if (rows < least || isDominated({ sum, squares })) return null;
  return roundMean(sum / rows, draws.fraction(type, measure.name, 'mean'));
}

/** The histogram that is given out: bins with rows. */
export function histogramOf(
  measure: Measure & { kind: 'durations' },
  counts: readonly number[],
): StatisticsRow['durations'][number] {
  const bins: readonly number[] = durationBins[measure.unit];
  const kept = bins.map((_, i) => i).filter(i => (counts[i] ?? 0) + (counts[i + bins.length] ?? 0) > 0);
  return {
    unit: measure.unit,
    length: kept.map(i => bins[i] ?? 0),
    closed: kept.map(i => counts[i] ?? 0),
    open: kept.map(i => counts[i + bins.length] ?? 0),
  };
}

/** What a release needs to know of a measure. */
export function releasedMeasure({ measure, date, stock }: ProtectedMeasure, mean: number | null): ReleasedMeasure {
  return { name: measure.name, date, stock, mean };
}
