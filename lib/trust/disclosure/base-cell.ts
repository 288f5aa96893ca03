import type { Draws } from './keyed-offset.ts';
import { roundMean, roundParts } from './rounding.ts';

/** What is added up over the rows of a base cell, beside their number. */
export interface Amount {
  readonly sum: number;
  /** Of the squares: no single row is more than its root. */
  readonly squares: number;
}

/** A measure of a base cell by its parts, before it is protected. Parts: values of the dimension, or bins of a histogram. */
export interface TrueCell {
  readonly counts: readonly number[];
  /** For sums of an amount, one a part. */
  readonly amounts?: readonly Amount[];
}

/** The same as it may be given out. */
export interface RoundedCell {
  readonly counts: readonly number[];
  /** `own`: made from the cell's own rows; else its number of rows times the county's mean. */
  readonly amounts?: readonly { readonly value: number; readonly own: boolean }[];
}

/** One row that is more than this share of a sum would give itself away. */
const mostOfSum = 0.7;

/** Whether one row could be most of a sum. The root of the sum of squares is at least the largest row. */
export function isDominated({ sum, squares }: Amount): boolean {
  return !(Math.sqrt(squares) <= mostOfSum * sum);
}

/** How a base cell is protected. */
export interface Rounding {
  readonly draws: Draws;
  readonly base: number;
  /** Names the rows of one type, date, place and period: its measures and parts share the draw, so that a part is never more than its whole. */
  readonly rows: readonly (string | null)[];
  /** The county's mean of an amount; null where it may not be told either. */
  readonly mean: number | null;
  readonly measure: string;
}

/**
 * Rounds a base cell. An amount is the rounded number of rows times their mean to two digits; where the rounded number is the base
 * or 0, or one row could be most of it, times the county's mean instead: whether it is depends on what is given out anyway.
 */
export function roundCell({ counts, amounts }: TrueCell, rounding: Rounding): RoundedCell {
  const { draws, base, rows, mean, measure } = rounding;
  const rounded = roundParts(counts, base, draws.offset(base, ...rows));
  if (!amounts) return { counts: rounded };
  return {
    counts: rounded,
    amounts: amounts.map((amount, part) => {
      const count = rounded[part] ?? 0;
      const own = count > base && !isDominated(amount);
      const fraction = draws.fraction(...rows, measure, String(part));
      const each = own ? roundMean(amount.sum / (counts[part] ?? 1), fraction) : (mean ?? 0);
      return { value: count * each, own };
    }),
  };
}

/** Rounds what is rounded already to a coarser base: who reads both learns no more than from the first. */
export function roundAgain({ counts, amounts }: RoundedCell, rounding: Rounding): RoundedCell {
  const { draws, base, rows, mean } = rounding;
  const rounded = roundParts(counts, base, draws.offset(base, ...rows));
  if (!amounts) return { counts: rounded };
  return {
    counts: rounded,
    amounts: amounts.map((amount, part) => {
      const count = rounded[part] ?? 0;
      const own = count > base && amount.own;
      return { value: count * (own ? amount.value / (counts[part] ?? 1) : (mean ?? 0)), own };
    }),
  };
}

/** Adds cells part by part. A sum is the cells' own where one of them is. */
export function addCells(cells: readonly RoundedCell[]): RoundedCell {
  const [first] = cells;
  if (!first) return { counts: [] };
  const counts = first.counts.map((_, part) => cells.reduce((sum, cell) => sum + (cell.counts[part] ?? 0), 0));
  if (!first.amounts) return { counts };
  return {
    counts,
    amounts: first.amounts.map((_, part) => ({
      value: cells.reduce((sum, cell) => sum + (cell.amounts?.[part]?.value ?? 0), 0),
      own: cells.some(cell => cell.amounts?.[part]?.own),
    })),
  };
}
