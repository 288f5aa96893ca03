import type { MeasureOf, RecordType } from './record-type.ts';

/** A number that a department's database counts or adds up. */
export interface Count {
  readonly kind: 'count';
  readonly type: RecordType;
  readonly measure: string;
  /** Where it is a stock, the day at which it is asked: the last of the period, or the last before it. Else what happens in the period. */
  readonly stock?: 'closing' | 'opening';
}

/** Lengths of time that a department's database groups into a histogram. */
export interface Lengths {
  readonly kind: 'lengths';
  readonly type: RecordType;
  readonly measure: string;
  /** Ages of what is open at the last day of the period. */
  readonly stock?: 'closing';
}

/** What a formula asks of a database. */
export type Term = Count | Lengths;

/** A measure that the schema declares with @events, @cohort or @sum; a name it does not declare does not compile. */
export function measure<T extends RecordType>(type: T, name: MeasureOf<T>): Count {
  return { kind: 'count', type, measure: name };
}

/** A @stock measure at the end of the period 期末存量. */
export function stock<T extends RecordType>(type: T, name: MeasureOf<T>): Count {
  return { kind: 'count', type, measure: name, stock: 'closing' };
}

/** A @stock measure at the start of the period 期初存量. */
export function opening<T extends RecordType>(type: T, name: MeasureOf<T>): Count {
  return { kind: 'count', type, measure: name, stock: 'opening' };
}

/** A measure that the schema declares with @durations. */
export function durations<T extends RecordType>(type: T, name: MeasureOf<T>): Lengths {
  return { kind: 'lengths', type, measure: name };
}

/** A measure that the schema declares with @durations(snapshot: true). */
export function ages<T extends RecordType>(type: T, name: MeasureOf<T>): Lengths {
  return { kind: 'lengths', type, measure: name, stock: 'closing' };
}
