import type { Series } from './year-over-year.ts';

export interface ClassicalDecomposition {
  /** Centred moving average over one cycle; `null` for half a cycle at both ends and wherever a value in reach is missing. */
  readonly trend: readonly (number | null)[];
  /** One figure a place in the cycle, beginning with that of the first value; their mean is 0 (additive) or 1 (multiplicative). */
  readonly figure: readonly number[];
  /** The values without their seasonal figure; `null` where missing. */
  readonly adjusted: readonly (number | null)[];
}

/**
 * Classical decomposition of a series with a cycle of `period` values into trend and seasonal figure. A missing value is
 * left out; its neighbours within half a cycle have no trend. `null` when some place in the cycle has no value with a trend
 * (less than two full cycles).
 * Known limit: the seasonal figure is the same in all years, so a moving Spring Festival stays in the rest.
 *
 * Kendall & Stuart 1983, The Advanced Theory of Statistics, vol. 3; as R's stats::decompose.
 * @throws RangeError when the period is not a whole number from 2 on
 */
export function classicalDecomposition(
  series: Series,
  period: number,
  kind: 'additive' | 'multiplicative' = 'additive',
): ClassicalDecomposition | null {
  if (!(Number.isInteger(period) && period >= 2))
    throw new RangeError(`Expected a whole period from 2 on, got ${period}; give 12 for months.`);
  const multiplicative = kind === 'multiplicative';
  const trend = series.map((_, row) => centredAverage(series, row, period));
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (const [row, value] of series.entries()) {
    const level = trend[row] ?? null;
    if (value === null || level === null) continue;
    const place = row % period;
    sums[place] = (sums[place] ?? 0) + (multiplicative ? value / level : value - level);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  if (counts.includes(0)) return null;
  const raw = Array.from(sums, (sum, place) => sum / (counts[place] ?? 1));
  const mean = raw.reduce((sum, each) => sum + each, 0) / period;
  const figure = raw.map(each => (multiplicative ? each / mean : each - mean));
  const adjusted = series.map((value, row) => {
    const season = figure[row % period] ?? 0;
    return value === null ? null : multiplicative ? value / season : value - season;
  });
  return { trend, figure, adjusted };
}

/** The mean of one cycle around the row; with an even period the two ends count half. */
function centredAverage(series: Series, row: number, period: number): number | null {
  const half = Math.floor(period / 2);
  const even = period % 2 === 0;
  if (row < half || row + half >= series.length) return null;
  let sum = 0;
  for (let at = row - half; at <= row + half; at++) {
    const value = series[at] ?? null;
    if (value === null) return null;
    sum += even && (at === row - half || at === row + half) ? value / 2 : value;
  }
  return sum / period;
}
