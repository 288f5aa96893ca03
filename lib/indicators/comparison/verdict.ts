import type { Indicator } from '../indicator.ts';
import type { Verdict } from './compared-figure.ts';

/**
 * The word for a difference whose sign the interval has said. Past the aim (a clearance rate above 100) more is not better: then,
 * and where neither way is, it is higher or lower.
 */
export function verdictOf(
  { direction, aim }: Pick<Indicator, 'direction' | 'aim'>,
  sign: -1 | 0 | 1,
  values: readonly number[],
): Verdict {
  if (sign === 0) return 'similar';
  const isShort = (value: number): boolean =>
    aim === undefined || (direction === 'higher' ? value <= aim : value >= aim);
  if (direction === 'neutral' || !values.every(isShort)) return sign > 0 ? 'higher' : 'lower';
  return sign > 0 === (direction === 'higher') ? 'better' : 'worse';
}
