import { wilson } from '../../stats/index.ts';
import type { Known } from '../figure.ts';
import type { Indicator } from '../indicator.ts';
import type { FigureNote } from './figure-notes.ts';

/**
 * Whether all rows of a share went well though elsewhere they do not: the lower 99.8 % limit of the share lies above the upper 95 %
 * limit of the others. A share that is rounded, or without a better way, has none.
 */
export function fullScore(
  { direction }: Pick<Indicator, 'direction'>,
  figure: Known,
  others: Pick<Known, 'numerator' | 'denominator'>,
): FigureNote | undefined {
  if (direction === 'neutral' || figure.roundedTo !== null) return undefined;
  const goodOf = ({ numerator, denominator }: Pick<Known, 'numerator' | 'denominator'>): number =>
    direction === 'higher' ? numerator : denominator - numerator;
  const [rows, otherRows] = [figure.denominator, others.denominator];
  if (goodOf(figure) !== rows) return undefined;
  const lower = wilson(rows, rows, 0.998)?.lower;
  const upper = wilson(goodOf(others), otherRows)?.upper;
  if (lower === undefined || upper === undefined || lower <= upper) return undefined;
  return { code: 'FULL_SCORE', evidence: { rows, lower, others: goodOf(others) / otherRows, othersUpper: upper } };
}
