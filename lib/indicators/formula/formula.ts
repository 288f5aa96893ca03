import type { Estimate } from '../../stats/index.ts';
import type { Count, Lengths, Term } from '../measure.ts';
import type { RegisterName } from '../register.ts';
import type { Method } from './method.ts';

/** Lengths of time with the unit in which they were counted. */
export interface Histogram {
  readonly unit: 'DAY' | 'SECOND';
  readonly length: readonly number[];
  readonly closed: readonly number[];
  readonly open: readonly number[];
}

/** What the databases answered for one area and period. */
export interface Cell {
  count(term: Count): number;
  lengths(term: Lengths): Histogram;
  /** A number of the county's register; a figure without it is not computed. */
  register(name: RegisterName): number;
  /** Days of the period up to the cut-off. */
  readonly days: number;
}

/** Why the numbers do not determine a value. */
export type Undetermined = 'NO_DENOMINATOR' | 'NOT_REACHED';

export interface Result {
  /** In the indicator's unit; limits may be missing one by one, `interval` where none can be given. */
  readonly value: number | null;
  readonly interval: Pick<Estimate, 'lower' | 'upper'> | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Rows of the databases that the value rests on; null where it rests on sums over rows. */
  readonly rows: number | null;
  /** Set when `value` is null. */
  readonly undetermined: Undetermined | null;
}

/**
 * How chance comes into a value, which says how two of them are compared. share: rows out of rows; rate: events over an exposure
 * that is known; survival: open rows count for as long as they lasted, so that it does not matter how long a period has been
 * followed; estimate: another value with an interval; none: nothing was sampled.
 */
export type Chance = 'share' | 'rate' | 'survival' | 'estimate' | 'none';

/** A way to make a value from measures. */
export interface Formula {
  readonly terms: readonly Term[];
  /** Numbers of the county's register that it needs. */
  readonly registers: readonly RegisterName[];
  /**
   * What the value is, where the rounding of protected counts has to know it: a part of a whole is never more than it; a length out
   * of classes stands for the one that ends with it. Default: neither.
   */
  readonly nature?: 'part' | 'length';
  readonly chance: Chance;
  /** How the value and its limits are made. */
  readonly method: Method;
  evaluate(cell: Cell): Result;
}
