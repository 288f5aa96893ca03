import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import { tailProbability } from './confidence.ts';
import { empiricalBayes } from './empirical-bayes.ts';
import { gammaUpperQuantile } from './gamma-upper-quantile.ts';
import type { Interval } from './interval.ts';
import { rateInterval } from './rate-interval.ts';

/** A value drawn towards that of all areas, with the interval in which the area's true value lies. */
export type Shrunken = Interval & { readonly value: number };

/**
 * Rates x / n of small areas drawn towards the rate of all, the more the smaller the area (see empiricalBayes). The interval joins the
 * quantiles of the gamma distribution that has the estimated mean and variance as its prior with the interval of the mean
 * (square-and-add). Where the areas differ by no more than chance, all have the rate of all and its interval. `null` for an area
 * without population, or where nothing happened anywhere.
 * Known limit: the variance between areas is taken as known; with few areas the interval is too narrow.
 *
 * Clayton & Kaldor 1987, Biometrics 43:671-681, with Marshall's 1991 moments; Morris 1983, JASA 78:47-55 (uncertainty of the mean).
 * @throws RangeError when the columns differ in length
 */
export function shrunkenRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  confidence = 0.95,
): (Shrunken | null)[] {
  const fitted = empiricalBayes(events, population);
  const all = fitted && ofAll(events, population, confidence);
  if (!all || all.value === 0) return Array.from({ length: events.length }, () => null);
  const tail = tailProbability(confidence);
  return fitted.estimates.map((value, area) => {
    if (value === null) return null;
    if (fitted.variance === 0) return all;
    const [x, n, before] = [events[area] ?? 0, population[area] ?? 0, fitted.mean / fitted.variance];
    const shape = fitted.mean * before + x;
    const limits = { lower: gammaincinv(tail, shape), upper: gammaUpperQuantile(tail, shape) };
    const own = { value, lower: limits.lower / (before + n), upper: limits.upper / (before + n) };
    return joined(own, all, before / (before + n));
  });
}

/** The interval of an area with that of the mean, of which it holds a part. */
export function joined(own: Shrunken, mean: Shrunken, part: number): Shrunken {
  return {
    value: own.value,
    lower: own.value - Math.hypot(own.value - own.lower, part * (mean.value - mean.lower)),
    upper: own.value + Math.hypot(own.upper - own.value, part * (mean.upper - mean.value)),
  };
}

function ofAll(events: ArrayLike<number>, population: ArrayLike<number>, confidence: number): Shrunken | null {
  const inhabited = Array.from({ length: events.length }, (_, area) => area).filter(
    area => (population[area] ?? 0) > 0,
  );
  const total = (column: ArrayLike<number>): number => inhabited.reduce((sum, area) => sum + (column[area] ?? 0), 0);
  return rateInterval(total(events), total(population), { confidence });
}
