import { growth } from './growth.ts';

/** A value a period, oldest first; `null` where it is missing. */
export type Series = readonly (number | null)[];

/**
 * Growth of each period on the one `lag` periods before: 12 for months on the same month of last year (同比), 1 for the
 * period before (环比). `null` where either is missing or nothing was before, and for the first `lag` periods.
 */
export function growthOver(series: Series, lag: number): (number | null)[] {
  return series.map((now, row) => (row < lag ? null : growth(now, series[row - lag] ?? null)));
}

/**
 * Growth of the sum since the start of the year on that of last year (累计同比). `first` is the place in its year of the
 * first value, 0 for January. A missing value leaves the rest of its year and of the next one without a growth; so does a
 * year that is not there from its start.
 */
export function cumulativeGrowth(series: Series, periodsAYear: number, first = 0): (number | null)[] {
  const sums: (number | null)[] = [];
  let sum: number | null = first === 0 ? 0 : null;
  for (const [row, value] of series.entries()) {
    if ((row + first) % periodsAYear === 0) sum = 0;
    sum = sum === null || value === null ? null : sum + value;
    sums.push(sum);
  }
  return growthOver(sums, periodsAYear);
}
