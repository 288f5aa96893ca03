import { type Estimate, estimateDifference, proportionDifference, rateRatio } from '../../stats/index.ts';
import type { Known } from '../figure.ts';
import type { Chance } from '../formula/formula.ts';

/** How much two figures differ, as far as chance lets it be known, at 95 %. */
export interface Difference {
  /** difference: in the indicator's unit, nothing is 0. ratio: nothing is 1. */
  readonly of: 'difference' | 'ratio';
  /**
   * newcombe: of two shares, Newcombe 1998 method 10. exact: of two Poisson rates, given their sum (Clopper & Pearson). square-and-add:
   * of two intervals, Zou & Donner 2008.
   */
  readonly method: 'newcombe' | 'exact' | 'square-and-add';
  /** null where the other rate is 0. */
  readonly value: number | null;
  /** A limit that is null does not exist. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What is compared: counts, value and interval, with the days over which a rate counts. */
export type Measured = Pick<Known, 'value' | 'numerator' | 'denominator' | 'interval' | 'roundedTo'> & {
  readonly days: number;
};

/**
 * The difference of two independent figures; null where there is none to be had. Shares and rates are compared by their counts;
 * where these are rounded, and for other values, by their intervals, which hold what rounding can do.
 */
export function differenceOf(chance: Chance, now: Measured, other: Measured, confidence = 0.95): Difference | null {
  if (chance === 'none' || now.interval === null || other.interval === null) return null;
  if (now.roundedTo === null && other.roundedTo === null) {
    if (chance === 'share') return ofShares(now, other, confidence);
    if (chance === 'rate') return ofRates(now, other, confidence);
  }
  // Rates of months that are not equally long are held against each other per day.
  const perDay = chance === 'rate' ? now.days / other.days : 1;
  const estimates = estimateDifference(estimateOf(now, 1), estimateOf(other, perDay));
  return { of: 'difference', method: 'square-and-add', ...estimates };
}

/** Whether the interval says more (1), less (-1) or neither (0). */
export function signOf({ of, lower, upper }: Difference): -1 | 0 | 1 {
  const nothing = of === 'ratio' ? 1 : 0;
  if (lower !== null && lower > nothing) return 1;
  return upper !== null && upper < nothing ? -1 : 0;
}

function ofShares(now: Measured, other: Measured, confidence: number): Difference | null {
  const found = proportionDifference(now.numerator, now.denominator, other.numerator, other.denominator, confidence);
  if (found === null) return null;
  const { value, lower, upper } = found;
  return { of: 'difference', method: 'newcombe', value: value * 100, lower: lower * 100, upper: upper * 100 };
}

function ofRates(now: Measured, other: Measured, confidence: number): Difference | null {
  const [exposure, otherExposure] = [now.denominator * now.days, other.denominator * other.days];
  const found = rateRatio(now.numerator, exposure, other.numerator, otherExposure, confidence);
  return found && { of: 'ratio', method: 'exact', value: found.value, lower: found.lower, upper: found.upper };
}

function estimateOf({ value, interval }: Measured, factor: number): Estimate {
  const scaled = (limit: number | null = null): number | null => (limit === null ? null : limit * factor);
  return { value: value * factor, lower: scaled(interval?.lower), upper: scaled(interval?.upper) };
}
