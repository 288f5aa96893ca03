import { criticalValue } from './confidence.ts';

/** What widens a funnel beyond chance: a factor on the variance, or a variance added to it (see overdispersion). */
export type FunnelAdjustment = { readonly phi: number } | { readonly tau2: number };

/** Limits of many areas, in their order. */
export interface FunnelLimits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Limits of a funnel by the normal approximation: target -/+ z times the standard error, widened for overdispersion.
 * A phi below 1 does not narrow them.
 * Known limit: with few items they may leave the range of the figure (0 to 1); proportionFunnelLine and ratioFunnelLine are exact.
 *
 * Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, sections 2.4 (multiplicative) and 2.5 (additive).
 * @throws RangeError when a standard error is not above 0: leave out areas without denominator
 */
export function funnelLimits(
  standardError: ArrayLike<number>,
  target: number,
  options: { readonly confidence?: number; readonly adjustment?: FunnelAdjustment } = {},
): FunnelLimits {
  const { confidence = 0.95, adjustment = { phi: 1 } } = options;
  const z = criticalValue(confidence);
  const factor = 'phi' in adjustment ? Math.max(1, adjustment.phi) : 1;
  const added = 'tau2' in adjustment ? adjustment.tau2 : 0;
  const areas = standardError.length;
  const lower = new Float64Array(areas);
  const upper = new Float64Array(areas);
  for (let area = 0; area < areas; area++) {
    const s = standardError[area] ?? 0;
    if (!(s > 0)) {
      throw new RangeError(`Expected standard errors above 0, got ${s}; leave out areas without denominator.`);
    }
    const half = z * Math.sqrt(s * s * factor + added);
    lower[area] = target - half;
    upper[area] = target + half;
  }
  return { lower, upper };
}
