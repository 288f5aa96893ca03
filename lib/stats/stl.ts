import { loess, loessAt, type LoessOptions } from './loess.ts';

export interface StlOptions {
  /** Span in cycles within which a season may change; 'periodic' (default): it is the same in all cycles. */
  readonly seasonalSpan?: number | 'periodic';
  /** Span of the trend in values; default the smallest odd number from 1.5 period / (1 - 1.5 / seasonalSpan) on. */
  readonly trendSpan?: number;
  /** Whether outliers lose weight (15 rounds in place of one); default false. */
  readonly robust?: boolean;
}

export interface Stl {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly rest: Float64Array;
  /** How much each value counted in the last round, 0 to 1; all 1 unless robust. */
  readonly weights: Float64Array;
}

interface Spans {
  readonly period: number;
  readonly periodic: boolean;
  readonly seasonal: LoessOptions;
  readonly trend: LoessOptions;
  readonly low: LoessOptions;
}

/**
 * Seasonal and trend decomposition by loess of a series with a cycle of `period` values: series = seasonal + trend + rest. For
 * a multiplicative season give logarithms. `null` when there are less than two full cycles and a value.
 * Known limits: only the periodic season has been held against R; no missing values (fill or cut them first); a moving Spring Festival stays in the rest.
 *
 * Cleveland, Cleveland, McRae & Terpenning 1990, Journal of Official Statistics 6:3-73; defaults as R's stats::stl.
 * @throws RangeError when the period is not a whole number from 2 on, a span is not odd from 3 on, or a value is missing
 */
export function stl(series: readonly number[], period: number, options: StlOptions = {}): Stl | null {
  if (!(Number.isInteger(period) && period >= 2))
    throw new RangeError(`Expected a whole period from 2 on, got ${period}; give 12 for months.`);
  if (!series.every(Number.isFinite))
    throw new RangeError('Expected a number for every period, got a missing one; fill or cut it first.');
  if (series.length <= 2 * period) return null;
  const y = Float64Array.from(series);
  const spans = spansOf(y.length, period, options);
  const rounds = options.robust ? 15 : 0;
  const weights = new Float64Array(y.length).fill(1);
  let parts = innerLoop(y, spans, new Float64Array(y.length), null, rounds === 0 ? 2 : 1);
  for (let round = 0; round < rounds; round++) {
    setRobustness(weights, y, parts.seasonal, parts.trend);
    parts = innerLoop(y, spans, parts.trend, weights, 1);
  }
  if (spans.periodic) averageCycles(parts.seasonal, period);
  return {
    ...parts,
    rest: y.map((value, row) => value - (parts.seasonal[row] ?? 0) - (parts.trend[row] ?? 0)),
    weights,
  };
}

function spansOf(n: number, period: number, options: StlOptions): Spans {
  const { seasonalSpan = 'periodic', trendSpan } = options;
  const periodic = seasonalSpan === 'periodic';
  const seasonal = periodic ? 10 * n + 1 : oddSpan(seasonalSpan);
  const trend =
    trendSpan === undefined ? nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal))) : oddSpan(trendSpan);
  const low = nextOdd(period);
  return {
    period,
    periodic,
    seasonal: smoother(seasonal, 0),
    trend: smoother(trend, 1),
    low: smoother(low, 1),
  };
}

function smoother(span: number, degree: 0 | 1): LoessOptions {
  return { span, degree, jump: Math.ceil(span / 10) };
}

function oddSpan(span: number): number {
  if (!(Number.isInteger(span) && span >= 3 && span % 2 === 1))
    throw new RangeError(`Expected an odd span from 3 on, got ${span}; give 7 or more.`);
  return span;
}

function nextOdd(n: number): number {
  return n % 2 === 0 ? n + 1 : n;
}

/** One or more rounds of seasonal and trend smoothing, starting from a trend. */
function innerLoop(
  y: Float64Array,
  spans: Spans,
  start: Float64Array,
  weights: Float64Array | null,
  rounds: number,
): { seasonal: Float64Array; trend: Float64Array } {
  const n = y.length;
  let trend = start;
  let seasonal = new Float64Array(n);
  for (let round = 0; round < rounds; round++) {
    const detrended = y.map((value, row) => value - (trend[row] ?? 0));
    const cycles = smoothCycles(detrended, spans, weights);
    const low = loess(lowPass(cycles, spans.period), spans.low, null);
    seasonal = seasonal.map((_, row) => (cycles[row + spans.period] ?? 0) - (low[row] ?? 0));
    trend = loess(
      y.map((value, row) => value - (seasonal[row] ?? 0)),
      spans.trend,
      weights,
    );
  }
  return { seasonal, trend };
}

/** Each place of the cycle smoothed over the cycles and drawn out by one cycle at both ends: n + 2 period values. */
function smoothCycles(y: Float64Array, { period, seasonal }: Spans, weights: Float64Array | null): Float64Array {
  const n = y.length;
  const all = new Float64Array(n + 2 * period);
  for (let place = 0; place < period; place++) {
    const cycles = Math.floor((n - place - 1) / period) + 1;
    const own = new Float64Array(cycles);
    const robustness = weights === null ? null : new Float64Array(cycles);
    for (let cycle = 0; cycle < cycles; cycle++) {
      own[cycle] = y[cycle * period + place] ?? 0;
      if (robustness !== null) robustness[cycle] = weights?.[cycle * period + place] ?? 1;
    }
    const smooth = loess(own, seasonal, robustness);
    const reach = Math.min(seasonal.span, cycles) - 1;
    const before = loessAt(own, -1, 0, reach, seasonal, robustness) ?? smooth[0] ?? 0;
    const after = loessAt(own, cycles, cycles - 1 - reach, cycles - 1, seasonal, robustness) ?? smooth[cycles - 1] ?? 0;
    all[place] = before;
    smooth.forEach((value, cycle) => (all[(cycle + 1) * period + place] = value));
    all[(cycles + 1) * period + place] = after;
  }
  return all;
}

/** Moving averages of one period, one period and three values. */
function lowPass(values: Float64Array, period: number): Float64Array {
  return movingAverage(movingAverage(movingAverage(values, period), period), 3);
}

function movingAverage(values: Float64Array, span: number): Float64Array {
  const averages = new Float64Array(values.length - span + 1);
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    sum += (values[row] ?? 0) - (row >= span ? (values[row - span] ?? 0) : 0);
    if (row >= span - 1) averages[row - span + 1] = sum / span;
  }
  return averages;
}

/** Bisquare weights of the rests: 1 up to 0.6 % of six median absolute rests, 0 from there on. */
function setRobustness(weights: Float64Array, y: Float64Array, seasonal: Float64Array, trend: Float64Array): void {
  const rest = y.map((value, row) => Math.abs(value - (seasonal[row] ?? 0) - (trend[row] ?? 0)));
  const sorted = rest.slice().sort();
  const half = Math.floor(y.length / 2);
  const six = 3 * ((sorted[half] ?? 0) + (sorted[y.length - half - 1] ?? 0));
  for (const [row, distance] of rest.entries()) {
    weights[row] = distance <= 0.001 * six ? 1 : distance > 0.999 * six ? 0 : (1 - (distance / six) ** 2) ** 2;
  }
}

function averageCycles(seasonal: Float64Array, period: number): void {
  for (let place = 0; place < period; place++) {
    let sum = 0;
    let count = 0;
    for (let row = place; row < seasonal.length; row += period, count++) sum += seasonal[row] ?? 0;
    for (let row = place; row < seasonal.length; row += period) seasonal[row] = sum / count;
  }
}
