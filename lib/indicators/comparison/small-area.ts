import {
  funnelLimits,
  type FunnelLine,
  type Interval,
  overdispersion,
  proportionFunnelLine,
  ratioFunnelLine,
  shrunkenRates,
  shrunkenShares,
} from '../../stats/index.ts';
import type { Figure, Known } from '../figure.ts';
import type { ComparisonReason } from './reasons.ts';

/** Where a place stands in the funnel of its level: inside the 95 % limits, beyond these, or beyond the 99.8 % limits. */
export type FunnelPosition = 'within' | 'above95' | 'above998' | 'below95' | 'below998';

/** A place among all of its level. Values are in the indicator's unit. */
export interface SmallArea {
  /** The value drawn towards that of all places, the more the fewer cases it rests on; null where there is none. */
  readonly shrunken: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  readonly funnel: {
    /** The value of all places together. */
    readonly target: number;
    readonly lower95: number;
    readonly upper95: number;
    readonly lower998: number;
    readonly upper998: number;
    /** True where the places differ by more than chance, and the limits are wider for it. */
    readonly widened: boolean;
    readonly position: FunnelPosition;
  } | null;
  /** How many places it stands among, itself included. */
  readonly among: number;
  /** Why there is neither; else null. */
  readonly reason: ComparisonReason | null;
}

/** With fewer, what is usual among them is not known. */
const fewestPlaces = 5;

interface Counts {
  readonly x: Float64Array;
  readonly n: Float64Array;
  /** From x / n to the indicator's unit. */
  readonly factor: number;
}

/** A share or a rate of a place among those of its level. `figures`: of all these places, itself among them. */
export function smallArea(chance: 'share' | 'rate', figure: Figure, figures: readonly Figure[]): SmallArea {
  const known = figures.filter((each): each is Known => each.value !== null && each.denominator > 0);
  const nothing = { shrunken: null, funnel: null, among: known.length };
  if (figure.value === null) return { ...nothing, reason: figure.reason };
  if (known.some(({ roundedTo }) => roundedTo !== null)) return { ...nothing, reason: 'ROUNDED' };
  const at = known.findIndex(({ area }) => area.code === figure.area.code);
  const counts = countsOf(known);
  if (known.length < fewestPlaces || at === -1 || counts === undefined) return { ...nothing, reason: 'TOO_FEW' };
  const { x, n, factor } = counts;
  const shrunken = (chance === 'share' ? shrunkenShares(x, n) : shrunkenRates(x, n))[at] ?? null;
  return {
    shrunken: shrunken && {
      value: shrunken.value * factor,
      lower: shrunken.lower * factor,
      upper: shrunken.upper * factor,
    },
    funnel: funnelOf(chance, counts, at),
    among: known.length,
    reason: null,
  };
}

function countsOf(figures: readonly Known[]): Counts | undefined {
  const some = figures.find(({ numerator }) => numerator > 0);
  if (some === undefined) return undefined;
  return {
    x: Float64Array.from(figures, ({ numerator }) => numerator),
    n: Float64Array.from(figures, ({ denominator }) => denominator),
    factor: (some.value * some.denominator) / some.numerator,
  };
}

function funnelOf(chance: 'share' | 'rate', { x, n, factor }: Counts, at: number): SmallArea['funnel'] {
  const target = sum(x) / sum(n);
  if (!(target > 0 && (chance === 'rate' || target < 1))) return null;
  const variance = chance === 'share' ? target * (1 - target) : target;
  const errors = n.map(size => Math.sqrt(variance / size));
  const tau2 =
    overdispersion(
      x.map((count, i) => count / (n[i] ?? 1)),
      errors,
      target,
    )?.tau2 ?? 0;
  const limits = (confidence: number): Limits => {
    if (tau2 === 0) return exactLimits(chance, target, n[at] ?? 0, confidence);
    const { lower, upper } = funnelLimits(errors, target, { confidence, adjustment: { tau2 } });
    return { lower: lower[at] ?? -Infinity, upper: upper[at] ?? Infinity };
  };
  const [inner, outer] = [limits(0.95), limits(0.998)];
  const side = (each: Limits): -1 | 0 | 1 => sideOfLimits(x[at] ?? 0, n[at] ?? 1, each, tau2 === 0);
  return {
    target: target * factor,
    lower95: inner.lower * factor,
    upper95: inner.upper * factor,
    lower998: outer.lower * factor,
    upper998: outer.upper * factor,
    widened: tau2 > 0,
    position: positionOf(side(inner), side(outer)),
  };
}

type Limits = Interval;

function sum(column: Float64Array): number {
  return column.reduce((total, each) => total + each, 0);
}

function exactLimits(chance: 'share' | 'rate', target: number, size: number, confidence: number): Limits {
  const tail = (1 - confidence) / 2;
  const at = (p: number): number => {
    const line: FunnelLine = chance === 'share' ? proportionFunnelLine(target, p) : ratioFunnelLine(p);
    const limit = line(chance === 'share' ? size : size * target);
    return (limit ?? NaN) * (chance === 'share' ? 1 : target);
  };
  return { lower: at(tail), upper: at(1 - tail) };
}

/**
 * On which side of the limits a place lies. Exact limits are drawn between two counts: a count is beyond them where it, with all that
 * are further out, has no more than the tail's probability.
 */
function sideOfLimits(x: number, n: number, { lower, upper }: Limits, exact: boolean): -1 | 0 | 1 {
  if (!exact) return x / n > upper ? 1 : x / n < lower ? -1 : 0;
  const rounding = 1e-9;
  if (x - 1 >= Math.ceil(upper * n - rounding)) return 1;
  return x < Math.ceil(lower * n - rounding) ? -1 : 0;
}

function positionOf(inner: -1 | 0 | 1, outer: -1 | 0 | 1): FunnelPosition {
  if (inner === 0) return 'within';
  if (inner > 0) return outer > 0 ? 'above998' : 'above95';
  return outer < 0 ? 'below998' : 'below95';
}
