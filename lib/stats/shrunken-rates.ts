import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import { tailProbability } from './confidence.ts';
import { empiricalBayes } from './empirical-bayes.ts';
import { gammaUpperQuantile } from './gamma-upper-quantile.ts';
import type { Interval } from './interval.ts';
import { rateInterval } from './rate-interval.ts';

/** A value drawn towards that of all areas, with the interval in which the area's true value lies. */
export type Shrunken = Interval & { readonly value: number };

/**
 * Rates x / n of small areas drawn towards the rate of all, the more the smaller the area (see empiricalBayes), with the quantiles
 * of the gamma distribution that has the estimated mean and variance as its prior. Where the areas differ by no more than chance,
 * all have the rate of all and its interval. `null` for an area without population, or where nothing happened anywhere.
 * Known limit: the interval takes mean and variance as if they were known; with few areas it is too narrow.
 *
 * Clayton & Kaldor 1987, Biometrics 43:671-681, with Marshall's 1991 moments.
 * @throws RangeError when the columns differ in length
 */
export function shrunkenRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  confidence = 0.95,
): (Shrunken | null)[] {
  const fitted = empiricalBayes(events, population);
  const nothing = Array.from({ length: events.length }, () => null);
  if (fitted === null || fitted.mean === 0) return nothing;
  const tail = tailProbability(confidence);
  const { mean, variance, estimates } = fitted;
  const common = variance === 0 ? ofAll(events, population, confidence) : null;
  return estimates.map((value, area) => {
    if (value === null) return null;
    if (variance === 0) return common;
    const shape = mean ** 2 / variance + (events[area] ?? 0);
    const scale = 1 / (mean / variance + (population[area] ?? 0));
    return { value, lower: gammaincinv(tail, shape) * scale, upper: gammaUpperQuantile(tail, shape) * scale };
  });
}

function ofAll(events: ArrayLike<number>, population: ArrayLike<number>, confidence: number): Shrunken | null {
  const inhabited = Array.from({ length: events.length }, (_, area) => area).filter(area => (population[area] ?? 0) > 0);
  const total = (column: ArrayLike<number>): number => inhabited.reduce((sum, area) => sum + (column[area] ?? 0), 0);
  return rateInterval(total(events), total(population), { confidence });
}
