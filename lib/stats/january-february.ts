import { growth } from './growth.ts';
import { growthOver, type Series } from './year-over-year.ts';

/**
 * Growth of months on the same month of last year with January and February taken together (1—2月合并), as the Spring
 * Festival moves between them. Both months show the growth of their sum, once February is in; a missing one leaves both
 * without. `firstMonth` is the month of the first value, 1 for January.
 *
 * As the National Bureau of Statistics publishes its monthly figures (1—2月份).
 */
export function januaryFebruaryGrowth(series: Series, firstMonth = 1): (number | null)[] {
  const together = (january: number): number | null => {
    const [first, second] = [series[january] ?? null, series[january + 1] ?? null];
    return first === null || second === null ? null : first + second;
  };
  return growthOver(series, 12).map((each, row) => {
    const month = (row + firstMonth - 1) % 12;
    if (month > 1) return each;
    const january = row - month;
    return growth(together(january), together(january - 12));
  });
}
