import { quantile, ticks } from 'd3';

/** Number of colours in grid-map.css. */
const classes = 5;

/** A value of the place that colours its grids; null: unknown, suppressed or not computable, for the reason in `text`. */
export interface MapValue {
  readonly value: number | null;
  /** The whole sentence for a reader: place, value, interval, status. */
  readonly text: string;
}

/** What a map says, before any pixel. */
export interface GridMapState {
  /** Values by the code of the village or town that holds the grids. */
  readonly values: ReadonlyMap<string, MapValue>;
  /** Ascending; class 0 lies below the first, the last class at or above the last. */
  readonly thresholds: readonly number[];
  readonly format: (value: number) => string;
  /** The chosen place: its grids stand out. */
  readonly chosen: string;
}

/**
 * Up to five classes of equal width, parted at round numbers between the 5th and 95th percentile of the values, so that
 * one odd village does not take all the colours; the outer classes are open.
 */
export function gridMapState(
  values: ReadonlyMap<string, MapValue>,
  format: (value: number) => string,
  chosen: string,
): GridMapState {
  const known = [...values.values()].flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  return { values, thresholds: thresholdsOf(known), format, chosen };
}

function thresholdsOf(sorted: readonly number[]): number[] {
  const [low = 0, high = 0] = [quantile(sorted, 0.05), quantile(sorted, 0.95)];
  if (high <= low) return [];
  const finest = [5, 4, 3, 2, 1].map(count => ticks(low, high, count).filter(tick => tick > low));
  return finest.find(({ length }) => length < classes) ?? [];
}

/** The class of a value, undefined where it is not known. */
export function classOf(value: number | null | undefined, thresholds: readonly number[]): number | undefined {
  return value === null || value === undefined ? undefined : thresholds.filter(threshold => value >= threshold).length;
}

/** The value that colours a grid: that of the nearest place above it. */
export function holderOf(grid: string, values: ReadonlyMap<string, MapValue>): string | undefined {
  return [12, 9, 6].map(digits => grid.slice(0, digits)).find(code => values.has(code));
}
