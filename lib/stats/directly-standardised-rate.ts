import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import { byar } from './byar.ts';
import { tailProbability } from './confidence.ts';
import { equalLengths } from './equal-lengths.ts';
import { gammaUpperQuantile } from './gamma-upper-quantile.ts';
import { sum } from './sum.ts';

/** Columns of one height, a row a stratum (an age band, a kind of case). */
export interface StandardisedStrata {
  readonly events: readonly number[];
  readonly population: readonly number[];
  /** The standard population; only its proportions matter. */
  readonly standard: readonly number[];
}

export interface DirectlyStandardisedRate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** All events over all population, times the multiplier. */
  readonly crude: number;
}

export interface DirectStandardisationOptions {
  /** Default 1. */
  readonly multiplier?: number;
  /** Default 0.95. */
  readonly confidence?: number;
  /** 'dobson' (default) scales Byar's interval of the count; 'fay-feuer' is the gamma interval, safe with few events. */
  readonly method?: 'dobson' | 'fay-feuer';
}

/** Dobson's interval is not given for fewer events in all. */
const fewestForDobson = 10;

/**
 * The rate that the standard population would have with the area's own rates in each stratum (直接标化率).
 * `null` when a stratum with weight has no population, when there is no weight, and for fewer than 10 events with Dobson's method.
 *
 * Dobson et al. 1991, Statistics in Medicine 10:457-462, as PHEindicatormethods::phe_dsr; Fay & Feuer 1997, Statistics in
 * Medicine 16:791-801, as epitools::ageadjust.direct.
 * @throws RangeError when the columns differ in length
 */
export function directlyStandardisedRate(
  strata: StandardisedStrata,
  options: DirectStandardisationOptions = {},
): DirectlyStandardisedRate | null {
  const { multiplier = 1, confidence = 0.95, method = 'dobson' } = options;
  const tail = tailProbability(confidence);
  const sums = weightedSums(strata);
  if (sums === null || (method === 'dobson' && sums.events < fewestForDobson)) return null;
  const { rate, variance, events, population, largestWeight } = sums;
  const result = (lower: number, upper: number): DirectlyStandardisedRate => ({
    value: rate * multiplier,
    lower: lower * multiplier,
    upper: upper * multiplier,
    crude: (events / population) * multiplier,
  });
  if (method === 'dobson') {
    const count = byar(events, confidence);
    if (count === null) return null;
    const scale = Math.sqrt(variance / events);
    return result(rate + scale * ((count.lower ?? 0) - events), rate + scale * (count.upper - events));
  }
  const upperRate = rate + largestWeight;
  const upperVariance = variance + largestWeight ** 2;
  return result(
    variance === 0 ? 0 : gammaincinv(tail, rate ** 2 / variance) * (variance / rate),
    gammaUpperQuantile(tail, upperRate ** 2 / upperVariance) * (upperVariance / upperRate),
  );
}

/** Sums over the strata; `largestWeight` is what one more event would add to the rate at most. */
function weightedSums({ events, population, standard }: StandardisedStrata) {
  equalLengths({ events, population, standard });
  const weight = sum(standard);
  const sums = { rate: 0, variance: 0, events: 0, population: 0, largestWeight: 0 };
  for (const [row, x] of events.entries()) {
    const n = population[row] ?? 0;
    const share = (standard[row] ?? 0) / weight;
    if (!(x >= 0 && n >= 0 && share >= 0) || (n === 0 && share > 0)) return null;
    sums.events += x;
    sums.population += n;
    if (share === 0) continue;
    sums.rate += (share * x) / n;
    sums.variance += (share / n) ** 2 * x;
    sums.largestWeight = Math.max(sums.largestWeight, share / n);
  }
  return weight > 0 ? sums : null;
}
