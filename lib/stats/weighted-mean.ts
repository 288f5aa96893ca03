export type MeanKind = 'arithmetic' | 'geometric' | 'harmonic';

/** What a missing value does: the score is missing as well, or the weights of the others are scaled up in its place. */
export type MissingRule = 'missing' | 'reweight';

/**
 * The weighted mean of a unit's normalised values; weights need not add up to 1. An arithmetic mean lets a high value make up
 * for a low one, a geometric mean less, a harmonic mean least. By default `null` when a value with weight is missing; with
 * 'reweight' only when all are. Geometric and harmonic means are `null` when a value with weight is not above 0.
 *
 * OECD/JRC 2008, Handbook on Constructing Composite Indicators, section 6.
 * @throws RangeError when a weight is negative, or there is not one for each value
 */
export function weightedMean(
  values: readonly (number | null)[],
  weights: readonly number[],
  kind: MeanKind = 'arithmetic',
  missing: MissingRule = 'missing',
): number | null {
  if (weights.length !== values.length || weights.some(weight => !(weight >= 0)))
    throw new RangeError(`Expected a weight from 0 on for each of ${values.length} values, got ${weights.join(', ')}.`);
  let total = 0;
  let sum = 0;
  for (const [row, value] of values.entries()) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    if (value === null) {
      if (missing === 'missing') return null;
      continue;
    }
    if (kind !== 'arithmetic' && !(value > 0)) return null;
    total += weight;
    sum += weight * (kind === 'arithmetic' ? value : kind === 'geometric' ? Math.log(value) : 1 / value);
  }
  if (total === 0) return null;
  return kind === 'arithmetic' ? sum / total : kind === 'geometric' ? Math.exp(sum / total) : total / sum;
}
