import type { MeasureOf, RecordType } from './record-type.ts';

/** A number that a department's database counts or adds up. */
export interface Count {
  readonly kind: 'count';
  readonly type: RecordType;
  readonly measure: string;
  /** A stock at the start of the period: what was there at the end of the period before. */
  readonly opening?: true;
}

/** Lengths of time that a department's database groups into a histogram. */
export interface Lengths {
  readonly kind: 'lengths';
  readonly type: RecordType;
  readonly measure: string;
}

/** What a formula asks of a database. */
export type Term = Count | Lengths;

/** A measure that the schema declares with @events, @stock, @cohort or @sum; a name it does not declare does not compile. */
export function measure<T extends RecordType>(type: T, name: MeasureOf<T>): Count {
  return { kind: 'count', type, measure: name };
}

/** A @stock measure at the start of the period 期初存量. */
export function opening<T extends RecordType>(type: T, name: MeasureOf<T>): Count {
  return { kind: 'count', type, measure: name, opening: true };
}

/** A measure that the schema declares with @durations. */
export function durations<T extends RecordType>(type: T, name: MeasureOf<T>): Lengths {
  return { kind: 'lengths', type, measure: name };
}
