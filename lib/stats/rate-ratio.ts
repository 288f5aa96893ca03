import betaincinv from '@stdlib/math-base-special-betaincinv';
import { binomial } from './binomial.ts';
import { tailProbability } from './confidence.ts';
import type { Estimate } from './interval.ts';

export interface RateRatio extends Estimate {
  readonly lower: number;
  /** Two-sided, of the hypothesis that both rates are equal. */
  readonly pValue: number;
}

/**
 * The ratio of the rates x1 / n1 and x2 / n2 (counts over exposures) with its exact interval, given the total count.
 * The value is `null` when x2 is 0, and so is the upper limit (it is infinite). `null` when an exposure is 0 or a count is
 * not a whole number >= 0.
 *
 * Given x1 + x2, x1 is binomial; the limits are Clopper & Pearson's 1934 of its odds. As R's stats::poisson.test.
 */
export function rateRatio(x1: number, n1: number, x2: number, n2: number, confidence = 0.95): RateRatio | null {
  const tail = tailProbability(confidence);
  if (!(n1 > 0 && n2 > 0 && isCount(x1) && isCount(x2))) return null;
  const exposure = n2 / n1;
  const low = x1 === 0 ? 0 : betaincinv(tail, x1, x2 + 1);
  // The complement of the upper limit: exact where the limit itself is close to 1.
  const high = x2 === 0 ? 0 : betaincinv(tail, x2, x1 + 1);
  return {
    value: x2 === 0 ? null : (x1 / x2) * exposure,
    lower: (low / (1 - low)) * exposure,
    upper: x2 === 0 ? null : ((1 - high) / high) * exposure,
    pValue: equalRatesProbability(x1, x1 + x2, n1 / (n1 + n2)),
  };
}

function isCount(x: number): boolean {
  return Number.isInteger(x) && x >= 0;
}

/** The probability of all outcomes that are at most as likely as x; the margin against ties is that of R's binom.test. */
function equalRatesProbability(x: number, total: number, share: number): number {
  const { first, probability } = binomial(total, share);
  const observed = (probability[x - first] ?? 0) * (1 + 1e-7);
  const sum = probability.reduce((sum, each) => (each <= observed ? sum + each : sum), 0);
  return Math.min(1, sum);
}
