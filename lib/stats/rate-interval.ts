import { byar } from './byar.ts';
import { poissonExact } from './poisson-exact.ts';

export interface RateInterval {
  /** Events per `multiplier` units of exposure. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly method: 'exact' | 'byar';
}

export interface RateOptions {
  /** Units of exposure the rate is given for: 10 000 for "per 10,000 people". Default 1. */
  readonly multiplier?: number;
  /** Default 0.95. */
  readonly confidence?: number;
}

/** Counts below this take the exact interval. */
const exactBelow = 10;

/**
 * The crude rate x / n with its Poisson interval: exact below 10 events, else Byar's approximation. The rate may exceed 1.
 * `null` when there is no exposure (n = 0) or x is not a count.
 *
 * The rule is Public Health England's, as in PHEindicatormethods::phe_rate.
 */
export function rateInterval(x: number, n: number, options: RateOptions = {}): RateInterval | null {
  const { multiplier = 1, confidence = 0.95 } = options;
  if (!(n > 0)) return null;
  const method = x < exactBelow ? 'exact' : 'byar';
  const count = method === 'exact' ? poissonExact(x, confidence) : byar(x, confidence);
  if (count === null) return null;
  const perUnit = multiplier / n;
  // From 10 events on Byar's lower limit is negative only at confidences beyond any use (above 0.99999).
  return { value: x * perUnit, lower: (count.lower ?? 0) * perUnit, upper: count.upper * perUnit, method };
}
