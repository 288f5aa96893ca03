import { growth } from './growth.ts';
import { springFestival } from './spring-festival.ts';
import type { FestivalWindow } from './spring-festival-share.ts';

/**
 * Growth of the days around the Spring Festival on the same days of last year's, counted from the festival (农历同比), from
 * counts by day (YYYY-MM-DD). A day that is not in the map is missing: then, or when nothing was before, the answer is `null`.
 *
 * @throws RangeError when either year is outside 2000 to 2050
 */
export function festivalAlignedGrowth(
  byDay: ReadonlyMap<string, number>,
  year: number,
  window: FestivalWindow = {},
): number | null {
  return growth(around(byDay, year, window), around(byDay, year - 1, window));
}

function around(byDay: ReadonlyMap<string, number>, year: number, window: FestivalWindow): number | null {
  const { before = 7, from = 15 } = window;
  const festival = Date.parse(springFestival(year));
  let sum = 0;
  for (let offset = -before; offset < from; offset++) {
    const count = byDay.get(new Date(festival + offset * 86_400_000).toISOString().slice(0, 10));
    if (count === undefined) return null;
    sum += count;
  }
  return sum;
}
