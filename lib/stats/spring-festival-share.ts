import { springFestival } from './spring-festival.ts';

/** The days around the festival on which work stands still or piles up. */
export interface FestivalWindow {
  /** Days before the first of the lunar year; default 7. */
  readonly before?: number;
  /** Days from the first of the lunar year on, itself included; default 15, to the Lantern Festival (元宵). */
  readonly from?: number;
}

/**
 * How much of the festival's window falls into a month (1 to 12), 0 to 1: the regressor that tells the festival's effect
 * from a true change, and the reason why January and February of two years cannot be compared one by one.
 *
 * Bell & Hillmer 1983, Journal of Business & Economic Statistics 1:98-105 (moving holidays); Lin & Liu 2003 (Chinese New Year).
 * @throws RangeError outside 2000 to 2050, and for a window without days
 */
export function springFestivalShare(year: number, month: number, window: FestivalWindow = {}): number {
  const { before = 7, from = 15 } = window;
  const days = before + from;
  if (!(days > 0)) throw new RangeError(`Expected a window of at least a day, got ${days}; give before and from.`);
  const start = Date.parse(springFestival(year)) / 86_400_000 - before;
  const monthStart = Date.UTC(year, month - 1, 1) / 86_400_000;
  const monthEnd = Date.UTC(year, month, 1) / 86_400_000;
  return Math.max(0, Math.min(start + days, monthEnd) - Math.max(start, monthStart)) / days;
}
