import type { Estimate } from './interval.ts';
import type { KaplanMeierCurve } from './kaplan-meier.ts';
import { kmLimits, type KmOptions } from './km-limits.ts';

/**
 * The share that lasts longer than `time`, with its pointwise interval (`null` where the share is 0 or 1). All `null`
 * beyond the longest observed length unless the curve has come down to 0 by then, and for an empty curve.
 */
export function kmSurvival(curve: KaplanMeierCurve, time: number, options: KmOptions = {}): Estimate {
  const later = curve.time.findIndex(each => each > time);
  const row = later === -1 ? curve.time.length - 1 : later - 1;
  const value = row === -1 ? 1 : (curve.survival[row] ?? 1);
  const last = curve.time[curve.time.length - 1];
  if (last === undefined || (time > last && value > 0)) return { value: null, lower: null, upper: null };
  const limits = kmLimits(value, curve.standardError[row] ?? 0, options);
  return { value, lower: limits?.lower ?? null, upper: limits?.upper ?? null };
}
