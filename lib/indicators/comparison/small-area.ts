import {
  funnelLimits,
  type FunnelLine,
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
  const known = figures.filter(each => each.value !== null && each.denominator > 0);
  const nothing = { shrunken: null, funnel: null, among: known.length };
  if (figure.value === null) return { ...nothing, reason: figure.reason };
  if (known.some(({ roundedTo }) => roundedTo !== null)) return { ...nothing, reason: 'ROUNDED' };
  const at = known.findIndex(({ area }) => area.code === figure.area.code);
  const counts = countsOf(known);
  if (known.length < fewestPlaces || at === -1 || counts === undefined) return { ...nothing, reason: 'NO_PEERS' };
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
  const sum = (column: Float64Array): number => column.reduce((total, each) => total + each, 0);
  const target = sum(x) / sum(n);
  if (!(target > 0 && (chance === 'rate' || target < 1))) return null;
  const variance = chance === 'share' ? target * (1 - target) : target;
  const errors = n.map(size => Math.sqrt(variance / size));
  const tau2 = overdispersion(x.map((count, i) => count / (n[i] ?? 1)), errors, target)?.tau2 ?? 0;
  const limits = (confidence: number): readonly [number, number] => {
    if (tau2 === 0) return exactLimits(chance, target, n[at] ?? 0, confidence);
    const { lower, upper } = funnelLimits(errors, target, { confidence, adjustment: { tau2 } });
    return [lower[at] ?? -Infinity, upper[at] ?? Infinity];
  };
  const [inner, outer] = [limits(0.95), limits(0.998)];
  const value = (x[at] ?? 0) / (n[at] ?? 1);
  return {
    target: target * factor,
    lower95: inner[0] * factor,
    upper95: inner[1] * factor,
    lower998: outer[0] * factor,
    upper998: outer[1] * factor,
    widened: tau2 > 0,
    position: positionOf(value, inner, outer),
  };
}

function exactLimits(chance: 'share' | 'rate', target: number, size: number, confidence: number): [number, number] {
  const tail = (1 - confidence) / 2;
  const at = (p: number): number => {
    const line: FunnelLine = chance === 'share' ? proportionFunnelLine(target, p) : ratioFunnelLine(p);
    const limit = line(chance === 'share' ? size : size * target);
    return (limit ?? NaN) * (chance === 'share' ? 1 : target);
  };
  return [at(tail), at(1 - tail)];
}

function positionOf(
  value: number,
  [low95, high95]: readonly [number, number],
  [low998, high998]: readonly [number, number],
): FunnelPosition {
  if (value > high998) return 'above998';
  if (value > high95) return 'above95';
  if (value < low998) return 'below998';
  return value < low95 ? 'below95' : 'within';
}
