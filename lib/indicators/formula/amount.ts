import type { Count, Lengths, Term } from '../measure.ts';
import type { RegisterName } from '../register.ts';
import type { Cell } from './formula.ts';

/** A number made of measures: one side of a fraction. */
export interface Amount {
  readonly terms: readonly Term[];
  readonly registers: readonly RegisterName[];
  of(cell: Cell): number;
}

/** A side of a fraction: a measure, or an amount made of several. */
export type Side = Count | Amount;

export function amountOf(side: Side): Amount {
  if (!('kind' in side)) return side;
  return { terms: [side], registers: [], of: cell => cell.count(side) };
}

/** Several added up. */
export function sum(...sides: readonly Side[]): Amount {
  const amounts = sides.map(amountOf);
  return {
    terms: amounts.flatMap(({ terms }) => terms),
    registers: amounts.flatMap(({ registers }) => registers),
    of: cell => amounts.reduce((total, each) => total + each.of(cell), 0),
  };
}

/** A number of the county's register. */
export function register(name: RegisterName): Amount {
  return { terms: [], registers: [name], of: cell => cell.register(name) };
}

/** Rows that ended within a length, which counts: days or seconds, as the measure does. */
export function within(term: Lengths, length: number): Amount {
  return ofLengths(term, (at, closed) => (at <= length ? closed : 0));
}

/** Rows that ended. */
export function ended(term: Lengths): Amount {
  return ofLengths(term, (_, closed) => closed);
}

/** All rows that started, ended or not. */
export function started(term: Lengths): Amount {
  return ofLengths(term, (_, closed, open) => closed + open);
}

/** Rows that are still open and have lasted longer than a length. */
export function openLongerThan(term: Lengths, length: number): Amount {
  return ofLengths(term, (at, _, open) => (at > length ? open : 0));
}

function ofLengths(term: Lengths, rows: (length: number, closed: number, open: number) => number): Amount {
  return {
    terms: [term],
    registers: [],
    of(cell) {
      const { length, closed, open } = cell.lengths(term);
      return length.reduce((total, at, i) => total + rows(at, closed[i] ?? 0, open[i] ?? 0), 0);
    },
  };
}
