import type { Interval } from './interval.ts';

/** A printed number: its value and how many decimals were printed. A count that was not rounded has no decimals: `null`. */
export interface PrintedNumber {
  readonly value: number;
  readonly decimals: number | null;
}

/** The values that are printed so: half a unit of the last place to either side. */
export function printedRange({ value, decimals }: PrintedNumber): Interval {
  const half = decimals === null ? 0 : 0.5 * 10 ** -decimals;
  return { lower: value - half, upper: value + half };
}

/**
 * The range in which x / n lies when both were rounded for print. `null` when n may be 0 or less.
 * Interval arithmetic (Moore 1966): x and n are taken as independent.
 */
export function roundedRatio(x: PrintedNumber, n: PrintedNumber): Interval | null {
  const top = printedRange(x);
  const bottom = printedRange(n);
  if (!(bottom.lower > 0)) return null;
  return { lower: top.lower / bottom.upper, upper: top.upper / bottom.lower };
}

/** The range of part / (part + rest), both of them printed; part counts once. `null` when the whole may be 0 or less. */
export function roundedShare(part: PrintedNumber, rest: PrintedNumber): Interval | null {
  const top = printedRange(part);
  const other = printedRange(rest);
  if (!(top.lower + other.lower > 0)) return null;
  return { lower: top.lower / (top.lower + other.upper), upper: top.upper / (top.upper + other.lower) };
}

/** Whether a printed figure can have come from the range: a check of published tables. */
export function agreesWithPrint(printed: PrintedNumber, range: Interval): boolean {
  const { lower, upper } = printedRange(printed);
  return lower <= range.upper && upper >= range.lower;
}
