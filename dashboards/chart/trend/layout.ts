import { area, line, scaleLinear, scalePoint } from 'd3';
import type { TrendPoint, TrendState } from './state.ts';

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
  const path = (belongs: (point: TrendPoint, index: number) => boolean): string =>
    line<TrendPoint>()
      .defined((point, index) => hasValue(point) && belongs(point, index))
      .x(at)
      .y(point => y(point.value ?? 0))
      .digits(1)(points) ?? '';
  return {
    width,
    height,
    band:
      area<TrendPoint>()
        .defined(point => hasValue(point) && (point.low !== null || point.high !== null))
        .x(at)
        .y0(point => (point.low === null ? height - margin.bottom : y(point.low)))
        .y1(point => (point.high === null ? margin.top : y(point.high)))
        .digits(1)(points) ?? '',
    line: path(point => point.firm),
    provisional: path(
      (point, index) => !point.firm || points[index + 1]?.firm === false || points[index - 1]?.firm === false,
    ),
    dots: known
      .filter(point => point === last || !point.firm || alone(points, point))
      .map(point => ({ x: round(at(point)), y: round(y(point.value)), firm: point.firm, last: point === last })),
    strips: points.map(point => ({ x: round(at(point) - step / 2), width: round(step), text: point.text })),
    ticksX: ends(points).map(([point, anchor]) => ({ x: round(at(point)), anchor, text: point.label })),
    ticksY: (domain ?? []).map(value => ({ y: round(y(value)), text: state.format(value) })),
  };
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
