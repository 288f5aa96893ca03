import { criticalValue } from './confidence.ts';
import type { Interval } from './interval.ts';

/** The scale on which the interval of a survival share is symmetric. */
export type KmTransform = 'log-log' | 'log' | 'plain';

export interface KmOptions {
  /** Default 0.95. */
  readonly confidence?: number;
  /** Default 'log-log', which stays within 0..1 and behaves in small samples. */
  readonly transform?: KmTransform;
}

/**
 * Pointwise limits of a survival share from its standard error. `null` where the share is 0 or 1: no spread is estimated
 * there.
 *
 * Kalbfleisch & Prentice 1980 (log-log); formulas as survival::survfit's conf.type.
 */
export function kmLimits(share: number, standardError: number, options: KmOptions = {}): Interval | null {
  const { confidence = 0.95, transform = 'log-log' } = options;
  const z = criticalValue(confidence);
  if (share <= 0 || share >= 1) return null;
  const onLog = (z * standardError) / share;
  switch (transform) {
    case 'log-log': {
      const onLogLog = onLog / Math.log(share);
      return { lower: share ** Math.exp(-onLogLog), upper: share ** Math.exp(onLogLog) };
    }
    case 'log':
      return { lower: share * Math.exp(-onLog), upper: Math.min(1, share * Math.exp(onLog)) };
    case 'plain':
      return { lower: Math.max(0, share - z * standardError), upper: Math.min(1, share + z * standardError) };
  }
}
