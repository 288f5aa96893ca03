import type { Estimate } from './interval.ts';
import type { KaplanMeierCurve } from './kaplan-meier.ts';
import { kmLimits, type KmOptions } from './km-limits.ts';

/** Shares closer than this are equal: R's tolerance, the square root of the double's precision. */
const tolerance = Math.sqrt(Number.EPSILON);

/**
 * The length by which a share p (0 < p < 1) has closed: the smallest t with S(t) <= 1 - p; where S equals 1 - p over a
 * flat stretch, the middle of that stretch, the last stretch ending at the longest observed length. `null` when the curve
 * does not come down so far (too many are still open). The limits are where the pointwise limits of the curve cross 1 - p;
 * `null` where they do not.
 *
 * Brookmeyer & Crowley 1982, Biometrics 38:29-41; tie rule and limits as survival::quantile.survfit.
 * @throws RangeError when p is not between 0 and 1 (both exclusive)
 */
export function kmQuantile(curve: KaplanMeierCurve, p: number, options: KmOptions = {}): Estimate {
  if (!(p > 0 && p < 1))
    throw new RangeError(`Expected a probability between 0 and 1, got ${p}; give 0.5 for the median.`);
  const limits = curve.survival.map((share, row) => kmLimits(share, curve.standardError[row] ?? 0, options));
  return {
    value: crossing(curve.time, curve.survival, 1 - p),
    lower: crossing(
      curve.time,
      limits.map(each => each?.lower ?? null),
      1 - p,
    ),
    upper: crossing(
      curve.time,
      limits.map(each => each?.upper ?? null),
      1 - p,
    ),
  };
}

/** Where a falling step function reaches `level`; `null` entries are undefined points and are passed over. */
function crossing(time: readonly number[], height: readonly (number | null)[], level: number): number | null {
  const reached = height.findIndex(each => each !== null && each <= level + tolerance);
  const start = time[reached];
  if (start === undefined) return null;
  if ((height[reached] ?? 0) < level - tolerance) return start;
  const left = height.findIndex(each => each !== null && each < level - tolerance);
  return (start + (time[left === -1 ? time.length - 1 : left] ?? start)) / 2;
}
