/** The probabilities of `first`, `first` + 1, … successes; every other number of successes has probability 0. */
export interface BinomialDistribution {
  readonly first: number;
  readonly probability: readonly number[];
}

/**
 * Binomial(n, p) over all counts whose probability a double can hold relative to the mode's, for a whole n >= 0 and
 * 0 < p < 1. Built outwards from the mode by the ratio of neighbours, so it needs no factorials and takes on the order of
 * sqrt(n) steps.
 */
export function binomial(n: number, p: number): BinomialDistribution {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0; k--) {
    weight *= k / ((n - k + 1) * odds);
    if (weight === 0) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let k = mode, weight = 1; k < n; k++) {
    weight *= ((n - k) * odds) / (k + 1);
    if (weight === 0) break;
    above.push(weight);
  }
  const weights = [...below.reverse(), 1, ...above];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { first: mode - below.length, probability: weights.map(weight => weight / total) };
}
