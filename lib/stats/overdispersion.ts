import { equalLengths } from './equal-lengths.ts';
import { rankedQuantile } from './quantile.ts';

export interface Overdispersion {
  /** The areas' distances from the target in standard errors. */
  readonly z: Float64Array;
  /** The same with the extremes drawn in to the quantiles. */
  readonly winsorised: Float64Array;
  /** Mean square of the winsorised z: 1 where chance alone is at work. */
  readonly phi: number;
  /** Variance between areas that chance does not explain, in squared units of the value; 0 where there is none. */
  readonly tau2: number;
}

/**
 * How much more areas differ than chance would make them: what widens the limits of a funnel (see funnelLimits).
 * `winsor` is the share drawn in at each end (default 0.1, from 0 to below 0.5), so that true outliers do not widen them.
 * `null` when there are no areas.
 *
 * Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, sections 2.4 and 2.5; quantiles of type 7.
 * @throws RangeError when the columns differ in length or a standard error is not above 0: leave out areas without denominator
 */
export function overdispersion(
  value: ArrayLike<number>,
  standardError: ArrayLike<number>,
  target: number,
  winsor = 0.1,
): Overdispersion | null {
  const areas = equalLengths({ value, standardError });
  if (areas === 0) return null;
  if (!(winsor >= 0 && winsor < 0.5)) throw new RangeError(`Expected a share from 0 to below 0.5, got ${winsor}.`);
  const z = new Float64Array(areas);
  let weights = 0;
  let squares = 0;
  for (let area = 0; area < areas; area++) {
    const s = standardError[area] ?? 0;
    if (!(s > 0)) {
      throw new RangeError(`Expected standard errors above 0, got ${s}; leave out areas without denominator.`);
    }
    z[area] = ((value[area] ?? 0) - target) / s;
    const w = 1 / (s * s);
    weights += w;
    squares += w * w;
  }
  const winsorised = z.slice().sort();
  const low = rankedQuantile(rank => winsorised[rank - 1] ?? null, areas, winsor) ?? 0;
  const high = rankedQuantile(rank => winsorised[rank - 1] ?? null, areas, 1 - winsor) ?? 0;
  let sum = 0;
  for (let area = 0; area < areas; area++) {
    const drawnIn = Math.max(low, Math.min(high, z[area] ?? 0));
    winsorised[area] = drawnIn;
    sum += drawnIn * drawnIn;
  }
  const scale = weights - squares / weights;
  const tau2 = areas > 1 ? Math.max(0, sum - (areas - 1)) / scale : 0;
  return { z, winsorised, phi: sum / areas, tau2 };
}
