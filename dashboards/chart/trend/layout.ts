import { area, line, scaleLinear, scalePoint } from 'd3';
import type { TrendMark, TrendPoint, TrendState } from './state.ts';

export interface TrendLayout {
  readonly width: number;
  readonly height: number;
  /** Path of the band between the interval's ends; an end that is not determined runs to the
   *  edge. Breaks where there is no value, as the lines do. */
  readonly band: string;
  readonly line: string;
  /** To, from and between provisional values. */
  readonly provisional: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly firm: boolean; readonly last: boolean }[];
  /** One strip a period, for the pointer. */
  readonly strips: readonly { readonly x: number; readonly width: number; readonly text: string }[];
  /** Upright lines where another version begins; their label stands on the side that has more room. */
  readonly marks: readonly {
    readonly x: number;
    readonly anchor: 'start' | 'end';
    readonly label: string;
    readonly text: string;
    readonly breaks: boolean;
  }[];
  readonly ticksX: readonly { readonly x: number; readonly anchor: 'start' | 'end'; readonly text: string }[];
  readonly ticksY: readonly { readonly y: number; readonly text: string }[];
}

export const margin = { top: 8, right: 6, bottom: 16, left: 38 } as const;

export function trendLayout(state: TrendState, width: number, height: number): TrendLayout {
  const { points, domain } = state;
  const x = scalePoint(
    points.map(point => point.label),
    [margin.left, width - margin.right],
  );
  const y = scaleLinear(domain ?? [0, 1], [height - margin.bottom, margin.top]);
  const known = points.filter(hasValue);
  const at = (point: TrendPoint): number => x(point.label) ?? 0;
  const step = x.step() || width;
  const last = known[known.length - 1];
  const runs = runsOf(state);
  const path = (belongs: (point: TrendPoint, run: readonly TrendPoint[], index: number) => boolean): string =>
    runs
      .map(run =>
        line<TrendPoint>()
          .defined((point, index) => hasValue(point) && belongs(point, run, index))
          .x(at)
          .y(point => y(point.value ?? 0))
          .digits(1)([...run]),
      )
      .join('');
  const band = area<TrendPoint>()
    .defined(point => hasValue(point) && (point.low !== null || point.high !== null))
    .x(at)
    .y0(point => (point.low === null ? height - margin.bottom : y(point.low)))
    .y1(point => (point.high === null ? margin.top : y(point.high)))
    .digits(1);
  return {
    width,
    height,
    band: runs.map(run => band([...run])).join(''),
    line: path(point => point.firm),
    provisional: path(
      (point, run, index) => !point.firm || run[index + 1]?.firm === false || run[index - 1]?.firm === false,
    ),
    dots: known
      .filter(point => point === last || !point.firm || runs.some(run => run.includes(point) && alone(run, point)))
      .map(point => ({ x: round(at(point)), y: round(y(point.value)), firm: point.firm, last: point === last })),
    strips: points.map(point => ({ x: round(at(point) - step / 2), width: round(step), text: point.text })),
    marks: state.marks.flatMap(mark => marksAt(mark, points, at, width)),
    ticksX: ends(points).map(([point, anchor]) => ({ x: round(at(point)), anchor, text: point.label })),
    ticksY: (domain ?? []).map(value => ({ y: round(y(value)), text: state.format(value) })),
  };
}

/** The points in runs that nothing joins: a run ends where figures before and after a mark cannot be compared. */
function runsOf({ points, marks }: TrendState): TrendPoint[][] {
  const begins = new Set(marks.filter(({ breaks }) => breaks).map(({ before }) => before));
  const runs: TrendPoint[][] = [[]];
  for (const point of points) {
    if (begins.has(point.label)) runs.push([]);
    runs.at(-1)?.push(point);
  }
  return runs;
}

function marksAt(
  { before, label, text, breaks }: TrendMark,
  points: readonly TrendPoint[],
  at: (point: TrendPoint) => number,
  width: number,
): TrendLayout['marks'] {
  const index = points.findIndex(point => point.label === before);
  const [earlier, later] = [points[index - 1], points[index]];
  if (!earlier || !later) return [];
  const x = round((at(earlier) + at(later)) / 2);
  return [{ x, anchor: x > width / 2 ? 'end' : 'start', label, text, breaks }];
}

function hasValue(point: TrendPoint): point is TrendPoint & { readonly value: number } {
  return point.value !== null;
}

/** A value between two gaps has no line and would not be seen. */
function alone(points: readonly TrendPoint[], point: TrendPoint): boolean {
  const index = points.indexOf(point);
  return (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
}

function ends(points: readonly TrendPoint[]): [TrendPoint, 'start' | 'end'][] {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return [];
  return first === last
    ? [[first, 'start']]
    : [
        [first, 'start'],
        [last, 'end'],
      ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
