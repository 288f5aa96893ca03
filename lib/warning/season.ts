import type { CountSeries } from './count-series.ts';

/** How strongly a month's factor is drawn towards 1: as if so many average months had been seen besides. */
const pull = 0.5;

/** Series of one category, of all towns, by a key of both. */
export function byCategory<T extends Pick<CountSeries, 'watched' | 'category'>>(
  series: readonly T[],
): Map<string, T[]> {
  return Map.groupBy(series, ({ watched, category }) => `${watched.type} ${watched.by} ${category}`);
}

/**
 * The season of a category: how much of an average month each month of the whole county has, by month of the year, out of
 * the months before `until`. One factor for each month of the series.
 */
export function seasonOf(
  towns: readonly Pick<CountSeries, 'counts'>[],
  months: readonly string[],
  until: number,
): number[] {
  const total = new Float64Array(12);
  const seen = new Float64Array(12);
  for (let month = 0; month < until; month++) {
    const place = Number(months[month]?.slice(5)) - 1;
    for (const { counts } of towns) {
      const value = counts[month] ?? null;
      if (value === null) continue;
      total[place] = (total[place] ?? 0) + value;
      seen[place] = (seen[place] ?? 0) + 1;
    }
  }
  const mean =
    total.reduce((a, b) => a + b, 0) /
    Math.max(
      1,
      seen.reduce((a, b) => a + b, 0),
    );
  if (!(mean > 0)) return months.map(() => 1);
  const drawn = pull * towns.length;
  return months.map(label => {
    const place = Number(label.slice(5)) - 1;
    return ((total[place] ?? 0) / mean + drawn) / ((seen[place] ?? 0) + drawn);
  });
}
