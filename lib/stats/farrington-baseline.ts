import {
  fitGroupedPoisson,
  predictGroupedPoisson,
  type GroupedCounts,
  type GroupedPoissonFit,
} from './grouped-poisson.ts';
import { studentTwoSided } from './student-t.ts';

/** What the counts of former years let expect of a period. */
export interface FarringtonBaseline {
  readonly expected: number;
  /** Variance over mean, at least 1. */
  readonly dispersion: number;
  /** Variance of the log of `expected`, dispersion included. */
  readonly logVariance: number;
  readonly trend: boolean;
}

export interface BaselineOptions {
  readonly trend: boolean;
  /** A trend is kept below this p-value only. */
  readonly trendBelow: number;
  /** Anscombe residuals above it lose weight; `null`: none does. */
  readonly weightsAbove: number | null;
  /** Whether the years are enough for a trend. */
  readonly enoughYears: boolean;
}

/**
 * Fits the reference counts (times are offsets from the period, whose own time is 0, and `group` its season) with former
 * outbreaks weighted down, and drops a trend that is not significant, rests on less than three years, or leads beyond all
 * that was ever counted. `null` when there is nothing to fit, or nothing is known of the season.
 */
export function farringtonBaseline(
  reference: GroupedCounts,
  group: number,
  options: BaselineOptions,
): FarringtonBaseline | null {
  if (options.trend && options.enoughYears) {
    const fit = reweighted(reference, true, options.weightsAbove);
    if (fit !== null) {
      const { logMean } = predictGroupedPoisson(fit, group, 0);
      if (isSignificant(fit, options.trendBelow) && Math.exp(logMean) <= largest(reference.count))
        return asBaseline(fit, group, true);
    }
  }
  const fit = reweighted(reference, false, options.weightsAbove);
  return fit === null ? null : asBaseline(fit, group, false);
}

function asBaseline(fit: GroupedPoissonFit, group: number, trend: boolean): FarringtonBaseline | null {
  const { logMean, variance } = predictGroupedPoisson(fit, group, 0);
  if (!(variance < Infinity)) return null;
  const dispersion = Math.max(1, fit.dispersion);
  return { expected: Math.exp(logMean), dispersion, logVariance: dispersion * variance, trend };
}

function isSignificant({ slope, slopeInformation, dispersion, degreesOfFreedom }: GroupedPoissonFit, below: number) {
  if (slopeInformation === null) return false;
  const t = slope * Math.sqrt(slopeInformation / dispersion);
  return studentTwoSided(t, degreesOfFreedom) < below;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) most = Math.max(most, values[row] ?? 0);
  return most;
}

function reweighted(data: GroupedCounts, trend: boolean, above: number | null): GroupedPoissonFit | null {
  const first = fitGroupedPoisson(data, trend);
  if (first === null || above === null) return first;
  return fitGroupedPoisson(data, trend, anscombeWeights(data, first, above), first.mean);
}

/**
 * s^-2 where the Anscombe residual s is above the threshold, else 1, scaled to a mean of 1.
 *
 * Farrington et al. 1996, section 3.6; McCullagh & Nelder 1989, section 2.4.2.
 */
function anscombeWeights(data: GroupedCounts, fit: GroupedPoissonFit, above: number): Float64Array {
  const { count, time, group } = data;
  const phi = Math.max(1, fit.dispersion);
  const weights = new Float64Array(count.length);
  let total = 0;
  for (let row = 0; row < count.length; row++) {
    const mu = fit.mean[row] ?? 0;
    const leverage = mu * predictGroupedPoisson(fit, group[row] ?? 0, time[row] ?? 0).variance;
    const root = Math.cbrt(count[row] ?? 0);
    const sixth = Math.sqrt(Math.cbrt(mu));
    const residual = (1.5 * ((root * root) / sixth - Math.sqrt(mu))) / Math.sqrt(phi * (1 - leverage));
    const weight = residual > above ? residual ** -2 : 1;
    weights[row] = weight;
    total += weight;
  }
  for (let row = 0; row < weights.length; row++) weights[row] = ((weights[row] ?? 0) * weights.length) / total;
  return weights;
}
