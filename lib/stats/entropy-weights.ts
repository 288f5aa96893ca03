import { minMax, type Direction, type IndicatorColumn } from './normalise.ts';

/**
 * Weights by how much the indicators tell the units apart (熵权法), from columns of raw values; they add up to 1. An indicator
 * on which the units do not differ has weight 0. Missing values are left out of their column. `null` when no indicator tells
 * them apart.
 * Known limit: what spreads is not what matters; the weights change with the units. Use them to test the declared ones.
 *
 * Shannon 1948; Zou, Yun & Sun 2006, Journal of Environmental Sciences 18:1020-1023.
 */
export function entropyWeights(
  columns: readonly IndicatorColumn[],
  directions: readonly Direction[] = [],
): number[] | null {
  const divergence = columns.map((column, row) => 1 - entropy(minMax(column, directions[row] ?? 1)));
  const total = divergence.reduce((sum, each) => sum + each, 0);
  return total > 0 ? divergence.map(each => each / total) : null;
}

/** Of shares, as a part of the largest possible; 1 (nothing told) for a column without differences. */
function entropy(column: IndicatorColumn): number {
  const present = column.filter(value => value !== null);
  const total = present.reduce((sum, value) => sum + value, 0);
  if (!(total > 0) || present.length < 2) return 1;
  const sum = present.reduce((sum, value) => (value > 0 ? sum - (value / total) * Math.log(value / total) : sum), 0);
  return sum / Math.log(present.length);
}
