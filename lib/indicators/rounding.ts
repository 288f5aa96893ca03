import { type Beside, marginOf, type Place, readCell } from './cell.ts';
import type { Cell, Formula, Histogram, Result } from './formula/formula.ts';
import { startOfClass } from './formula/time.ts';
import type { Term } from './measure.ts';
import type { RecordType } from './record-type.ts';
import type { Source } from './source.ts';

/** The coarsest that counts behind a figure are rounded to, by town and month; null where all are exact. */
export function roundedTo(sources: ReadonlyMap<RecordType, Source>): number | null {
  const bases = [...sources.values()].flatMap(({ statistics }) => statistics?.roundedTo ?? []);
  return bases.length === 0 ? null : Math.max(...bases);
}

/** A part of a whole that rounding has let grow beyond it is the whole. What is told exactly stays as it is. */
export function roundedResult({ nature }: Formula, { sources }: Place, result: Result): Result {
  const { value, numerator, denominator } = result;
  if (nature !== 'part' || value === null || numerator <= denominator || roundedTo(sources) === null) return result;
  return { ...result, value: (value * denominator) / numerator, numerator: denominator };
}

/** Rows moved from one end of a histogram to the other: how far its running sums may be off. Ages are all of open rows. */
function moved(histogram: Histogram, rows: number, column: 'closed' | 'open'): Histogram {
  const counts = [...histogram[column]];
  const order = counts.map((_, i) => i);
  const from = rows > 0 ? order.toReversed() : order;
  const to = rows > 0 ? 0 : counts.length - 1;
  let left = Math.abs(rows);
  for (const i of from) {
    const taken = Math.min(left, counts[i] ?? 0);
    counts[i] = (counts[i] ?? 0) - taken;
    counts[to] = (counts[to] ?? 0) + taken;
    left -= taken;
  }
  return { ...histogram, [column]: counts };
}

/** The same cell where the first measure is more, and the others less, by as much as rounding may have moved them; or the other way. */
function shifted(
  cell: Cell,
  [first, ...rest]: readonly Term[],
  margin: (term: Term) => number,
  sign: 1 | -1,
  isPart: boolean,
): Cell {
  const shift = (term: Term): number => margin(term) * (term === first ? sign : -sign);
  const count = (term: Term & { kind: 'count' }): number => Math.max(0, cell.count(term) + shift(term));
  const [whole] = rest;
  const most = isPart && rest.length === 1 && whole?.kind === 'count' ? count(whole) : Infinity;
  return {
    ...cell,
    count: term => (term === first ? Math.min(most, count(term)) : count(term)),
    lengths: term => moved(cell.lengths(term), shift(term), term.stock === undefined ? 'closed' : 'open'),
  };
}

/**
 * The interval of a figure with what rounding adds to it: from the lowest to the highest limit that the formula gives for the counts
 * as told and for counts that are off by their margins. The interval of an exact figure is left as it is.
 */
export function roundedInterval(
  formula: Formula,
  place: Place,
  beside: Beside,
  { interval, numerator, denominator }: Result,
): Result['interval'] {
  if (roundedTo(place.sources) === null || interval === null) return interval;
  const margin = (term: Term): number => marginOf(place, term);
  const cell = readCell(place, beside);
  // A share is never more than all.
  const isPart = numerator <= denominator && (interval.upper ?? Infinity) <= 100;
  const off = ([1, -1] as const).map(sign => formula.evaluate(shifted(cell, formula.terms, margin, sign, isPart)));
  const limits = [interval, ...off.map(result => result.interval)];
  const least = limits.map(limit => limit?.lower ?? null);
  const most = limits.map(limit => limit?.upper ?? null);
  const lower = least.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b)));
  const [term] = formula.terms;
  const isOfClasses = formula.nature === 'length' && term?.kind === 'lengths';
  return {
    lower: isOfClasses && lower !== null ? startOfClass(cell.lengths(term), lower) : lower,
    upper: most.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b))),
  };
}
