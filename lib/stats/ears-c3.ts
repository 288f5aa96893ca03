import { baseline } from './baseline.ts';
import type { Series } from './year-over-year.ts';

export interface EarsC3Options {
  /** Default 7. */
  readonly baseline?: number;
  /** The least standard deviation taken; default 0.5. Without any, equal counts have no distance. */
  readonly leastSd?: number;
  /** Alarm above it; default 2. */
  readonly threshold?: number;
}

export interface EarsC3Point {
  /** Distance from the baseline of C2, in standard deviations. */
  readonly c2: number;
  /** Sum of what exceeded 1 in the period and the two before it. */
  readonly c3: number;
  readonly alarm: boolean;
}

/**
 * EARS C3: the distances of three periods added up, to find a rise that is spread over them. `null` for a period when one
 * of the three, or a count of their baselines, is missing or before the series.
 *
 * Hutwagner et al. 2003, Journal of Urban Health 80(2 Suppl 1):i89-i96; Fricker, Hegler & Dunfee 2008, Statistics in Medicine
 * 27:3407-3429. (surveillance::earsC leaves the present period out of its C3.)
 * @throws RangeError when the least standard deviation is not above 0
 */
export function earsC3(series: Series, options: EarsC3Options = {}): (EarsC3Point | null)[] {
  const { baseline: length = 7, leastSd = 0.5, threshold = 2 } = options;
  if (!(leastSd > 0)) throw new RangeError(`Expected a least standard deviation above 0, got ${leastSd}; give 0.5.`);
  const distances = series.map((count, row) => {
    const before = baseline(series, row - 2 - length, row - 2);
    return before === null || count === null ? null : (count - before.mean) / Math.max(before.sd, leastSd);
  });
  return distances.map((c2, row) => {
    const [first, second] = [distances[row - 2] ?? null, distances[row - 1] ?? null];
    if (c2 === null || first === null || second === null) return null;
    const c3 = Math.max(0, c2 - 1) + Math.max(0, first - 1) + Math.max(0, second - 1);
    return { c2, c3, alarm: c3 > threshold };
  });
}
