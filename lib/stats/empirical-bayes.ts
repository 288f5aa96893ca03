import { equalLengths } from './equal-lengths.ts';

export interface EmpiricalBayes {
  /** The rate of all areas together. */
  readonly mean: number;
  /** Variance of the true rates between areas, 0 when the observed spread is no more than chance. */
  readonly variance: number;
  /** The area's rate drawn towards the mean, the more the smaller the area; `null` for an area without population. */
  readonly estimates: readonly (number | null)[];
}

/**
 * Global empirical Bayes estimates of rates in small areas, by the method of moments. Areas without population are left out.
 * `null` when no area has any.
 * Known limit: the events are taken as Poisson, so rates should be small; neighbours are not used.
 *
 * Marshall 1991, Applied Statistics 40:283-294; as spdep::EBest(family = "poisson").
 * @throws RangeError when the columns differ in length
 */
export function empiricalBayes(events: ArrayLike<number>, population: ArrayLike<number>): EmpiricalBayes | null {
  const rows = equalLengths({ events, population });
  let x = 0;
  let n = 0;
  let areas = 0;
  for (let row = 0; row < rows; row++) {
    const size = population[row] ?? 0;
    if (!(size > 0)) continue;
    x += events[row] ?? 0;
    n += size;
    areas++;
  }
  if (areas === 0) return null;
  const mean = x / n;
  let spread = 0;
  for (let row = 0; row < rows; row++) {
    const size = population[row] ?? 0;
    if (size > 0) spread += size * ((events[row] ?? 0) / size - mean) ** 2;
  }
  const variance = Math.max(0, spread / n - (mean * areas) / n);
  const estimates = Array.from({ length: rows }, (_, row) => {
    const size = population[row] ?? 0;
    if (!(size > 0)) return null;
    return variance === 0 ? mean : mean + (((events[row] ?? 0) / size - mean) * variance) / (variance + mean / size);
  });
  return { mean, variance, estimates };
}
