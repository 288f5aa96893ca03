import erfcinv from '@stdlib/math-base-special-erfcinv';

/**
 * The probability left in each tail of a two-sided interval: 0.025 for 0.95.
 * @throws RangeError when `confidence` is not between 0 and 1 (both exclusive)
 */
export function tailProbability(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Expected a confidence between 0 and 1, got ${confidence}; give 0.95 for 95 %.`);
  }
  return (1 - confidence) / 2;
}

/** The standard normal quantile z of a two-sided interval: 1.96 for 0.95. */
export function criticalValue(confidence: number): number {
  return Math.SQRT2 * erfcinv(2 * tailProbability(confidence));
}
