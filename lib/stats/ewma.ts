import type { Series } from './year-over-year.ts';

export interface EwmaOptions {
  /** Weight of the newest value, above 0 to 1; default 0.2. */
  readonly lambda?: number;
  /** Width of the limits in standard deviations of the average; default 2.7. */
  readonly width?: number;
}

export interface EwmaPoint {
  readonly average: number;
  readonly lower: number;
  readonly upper: number;
  readonly alarm: boolean;
}

/**
 * Exponentially weighted moving average of a process with known mean and standard deviation, and its limits, which widen
 * from the first value on to ewmaLimits. `null` for a missing value, over which the average is carried and the limits stay.
 *
 * Roberts 1959, Technometrics 1:239-250; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4.
 * @throws RangeError when lambda is not above 0 to 1
 */
export function ewma(values: Series, mean: number, sd: number, options: EwmaOptions = {}): (EwmaPoint | null)[] {
  const { lambda = 0.2 } = options;
  const final = ewmaLimits(mean, sd, options).upper - mean;
  let average = mean;
  let seen = 0;
  return values.map(value => {
    if (value === null) return null;
    average = lambda * value + (1 - lambda) * average;
    seen++;
    const half = final * Math.sqrt(1 - (1 - lambda) ** (2 * seen));
    return {
      average,
      lower: mean - half,
      upper: mean + half,
      alarm: Math.abs(average - mean) > half,
    };
  });
}

/** The limits after many values. */
export function ewmaLimits(
  mean: number,
  sd: number,
  { lambda = 0.2, width = 2.7 }: EwmaOptions = {},
): { readonly lower: number; readonly upper: number } {
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`Expected a weight above 0 to 1, got ${lambda}; give 0.2.`);
  const half = width * sd * Math.sqrt(lambda / (2 - lambda));
  return { lower: mean - half, upper: mean + half };
}
