/** One period of a trend. `value` is null where there is none; `low` and `high` bound it, null where unbounded. */
export interface TrendPoint {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Provisional values are drawn hollow. */
  readonly firm: boolean;
  /** The whole sentence for a reader: period, value, interval, status. */
  readonly text: string;
}

/** Where another version of the definition begins to hold. */
export interface TrendMark {
  /** The first period that follows it: the mark stands between it and the one before. */
  readonly before: string;
  /** What stands beside the line: v2. */
  readonly label: string;
  /** What has changed, in words. */
  readonly text: string;
  /** Nothing joins the values before it to those after it. */
  readonly breaks: boolean;
}

/** What a trend says, before any pixel. `domain` holds all values and their intervals; undefined without any value. */
export interface TrendState {
  readonly points: readonly TrendPoint[];
  readonly marks: readonly TrendMark[];
  readonly domain: readonly [number, number] | undefined;
  readonly format: (value: number) => string;
}

export interface TrendOptions {
  /** The limits that the unit sets (a share ends at 100); the axis never runs beyond them. Default: 0 and none. */
  readonly floor?: number;
  readonly ceiling?: number;
  /** Default: one version holds for all of it. */
  readonly marks?: readonly TrendMark[];
}

export function trendState(
  points: readonly TrendPoint[],
  format: (value: number) => string,
  { floor = 0, ceiling = Infinity, marks = [] }: TrendOptions = {},
): TrendState {
  const values = points.flatMap(({ value, low, high }) => (value === null ? [] : [value, low ?? value, high ?? value]));
  if (values.length === 0) return { points, marks, domain: undefined, format };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = high === low ? Math.max(Math.abs(high) * 0.1, 1) : 0;
  return {
    points,
    marks,
    domain: [Math.max(floor, low - margin), Math.min(Math.max(ceiling, high), high + margin)],
    format,
  };
}
