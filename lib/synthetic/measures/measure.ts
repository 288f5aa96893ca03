import type { Records, RecordType } from '../records.ts';

/** Where a count goes. */
type Part = 'numerator' | 'denominator';
type Field<R> = keyof R & string;
type Where<R> = { readonly [K in keyof R]?: readonly R[K][] };

/**
 * How the rows of a type enter an indicator. Days and fields as in records.ts. `figure` is the indicator, and after a point its
 * form or part. `readable`: a denominator's rows must have these, which its numerator rests on.
 */
export type Measure<R> = {
  readonly figure: string;
  readonly where?: Where<R>;
  readonly readable?: readonly Field<R>[];
} & (
  | {
      readonly counts: 'events';
      readonly part: Part;
      readonly on: Field<R>;
      /** Only rows that are no later than this day. */
      readonly notAfter?: Field<R>;
      /** Only rows that are earlier than this day. */
      readonly before?: Field<R>;
      readonly sum?: Field<R>;
    }
  | {
      readonly counts: 'stock';
      readonly part: Part;
      readonly from: Field<R>;
      readonly until: Field<R>;
      readonly sum?: Field<R>;
      /** At the end of the month before. */
      readonly opening?: true;
      /** Only rows that have been there for more days than these. */
      readonly olderThan?: number;
    }
  | {
      readonly counts: 'cohort';
      readonly part: Part;
      readonly start: Field<R>;
      readonly reached?: Field<R>;
      readonly due?: Field<R>;
    }
  | {
      /** Rows by a moment; with `limit`, those that ended within so many seconds of it. */
      readonly counts: 'within';
      readonly part: Part;
      readonly from: Field<R>;
      readonly to?: Field<R>;
      readonly limit?: number;
    }
  | {
      readonly counts: 'durations';
      readonly from: Field<R>;
      readonly to: Field<R>;
      readonly leftAt?: Field<R>;
      readonly unit: 'DAY' | 'SECOND';
      /** The share that has ended after so many days (Kaplan-Meier) is asked, not the median. */
      readonly at?: number;
    }
  | {
      /** The ages in days of what is there at the end of the month. */
      readonly counts: 'ages';
      readonly from: Field<R>;
      readonly until: Field<R>;
    }
);

export type MeasuresOf = { readonly [T in RecordType]?: readonly Measure<Records[T]>[] };

/** The fields whose loss takes a row out of a measure. */
export function fieldsUsed<R>(measure: Measure<R>): string[] {
  const dates = [
    'on' in measure ? measure.on : undefined,
    'notAfter' in measure ? measure.notAfter : undefined,
    'before' in measure ? measure.before : undefined,
    'from' in measure ? measure.from : undefined,
    'until' in measure ? measure.until : undefined,
    'to' in measure ? measure.to : undefined,
    'leftAt' in measure ? measure.leftAt : undefined,
    'start' in measure ? measure.start : undefined,
    'reached' in measure ? measure.reached : undefined,
    'due' in measure ? measure.due : undefined,
  ];
  return [
    ...dates.filter(field => field !== undefined),
    ...Object.keys(measure.where ?? {}),
    ...(measure.readable ?? []),
  ];
}
