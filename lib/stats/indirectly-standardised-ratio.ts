import { equalLengths } from './equal-lengths.ts';
import { rateInterval, type RateInterval } from './rate-interval.ts';

/** Columns of one height, a row a stratum. */
export interface ReferenceStrata {
  readonly population: readonly number[];
  readonly referenceEvents: readonly number[];
  readonly referencePopulation: readonly number[];
}

export interface IndirectlyStandardisedRatio extends RateInterval {
  /** Events expected if each stratum had the reference's rate. */
  readonly expected: number;
}

/**
 * Observed over expected events (间接标化比); 1 means as in the reference. The interval is that of the observed count: exact
 * below 10 events, else Byar's. `null` when a stratum with population has no reference population, or nothing is expected.
 *
 * Breslow & Day 1987, vol. II p. 69; as PHEindicatormethods::calculate_ISRatio.
 * @throws RangeError when the columns differ in length
 */
export function indirectlyStandardisedRatio(
  observed: number,
  strata: ReferenceStrata,
  confidence = 0.95,
): IndirectlyStandardisedRatio | null {
  const { population, referenceEvents, referencePopulation } = strata;
  equalLengths({ population, referenceEvents, referencePopulation });
  let expected = 0;
  for (const [row, n] of population.entries()) {
    if (n === 0) continue;
    const reference = referencePopulation[row] ?? 0;
    if (!(reference > 0)) return null;
    expected += (n * (referenceEvents[row] ?? 0)) / reference;
  }
  const ratio = rateInterval(observed, expected, { confidence });
  return ratio === null ? null : { ...ratio, expected };
}
