import { ranks } from './ranks.ts';

/** The values of one indicator over the units (towns, months); `null` where it is missing, and stays so. */
export type IndicatorColumn = readonly (number | null)[];

/** Whether more is better (1) or worse (-1). */
export type Direction = 1 | -1;

function extent(column: IndicatorColumn): { low: number; high: number } {
  const present = column.filter(value => value !== null);
  return { low: Math.min(...present), high: Math.max(...present) };
}

/**
 * Rescaled so that the worst unit has `range[0]` and the best `range[1]` (default 0 and 1); missing values stay `null`. All
 * `null` when the units do not differ.
 * Known limit: one extreme unit presses all others together.
 *
 * OECD/JRC 2008, Handbook on Constructing Composite Indicators, section 5.3; as COINr::n_minmax.
 */
export function minMax(
  column: IndicatorColumn,
  direction: Direction = 1,
  range: readonly [number, number] = [0, 1],
): (number | null)[] {
  const directed = column.map(value => (value === null ? null : value * direction));
  const { low, high } = extent(directed);
  const [from, to] = range;
  return directed.map(value =>
    value === null || !(high > low) ? null : ((value - low) / (high - low)) * (to - from) + from,
  );
}

/**
 * Distance from the mean in sample standard deviations (n - 1); missing values stay `null` and do not count. All `null` when
 * the units do not differ.
 *
 * OECD/JRC 2008, section 5.2; as COINr::n_zscore.
 */
export function zScores(column: IndicatorColumn, direction: Direction = 1): (number | null)[] {
  const present = column.filter(value => value !== null);
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const sd = Math.sqrt(present.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (present.length - 1));
  return column.map(value => (value === null || !(sd > 0) ? null : (direction * (value - mean)) / sd));
}

/**
 * Borda points: how many units are worse; missing values stay `null` and count for none.
 *
 * OECD/JRC 2008, section 6.11; as COINr::n_borda with ties at the minimum.
 */
export function borda(column: IndicatorColumn, direction: Direction = 1): (number | null)[] {
  return ranks(column, direction === 1 ? 'lowest' : 'highest').map(rank => (rank === null ? null : rank - 1));
}

/**
 * Distance covered between two fixed goalposts, 0 to 1, cut off there; missing values stay `null`. Unlike minMax it does not
 * change with the other units.
 *
 * OECD/JRC 2008, section 5.4; UNDP Human Development Report, technical note 1; as COINr::n_goalposts.
 * @throws RangeError when the upper post is not above the lower one
 */
export function goalposts(
  column: IndicatorColumn,
  posts: readonly [number, number],
  direction: Direction = 1,
): (number | null)[] {
  const [low, high] = posts;
  if (!(high > low)) throw new RangeError(`Expected a lower and a higher goalpost, got ${low} and ${high}.`);
  return column.map(value => {
    if (value === null) return null;
    const covered = Math.max(0, Math.min(1, (value - low) / (high - low)));
    return direction === 1 ? covered : 1 - covered;
  });
}
