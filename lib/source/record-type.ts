/** How a field of a record type is read. `link` holds the key of another type, `place` the code of a place. */
export type FieldKind =
  'id' | 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'enum' | 'link' | 'place' | 'json';

/** A condition on a field: its value is one of these. */
export interface Is {
  readonly field: string;
  readonly in: readonly string[];
}

interface MeasureBase {
  readonly name: string;
  readonly where: readonly Is[];
  /** Further fields that must not be unreadable: a rate's denominator rests on the same rows as its numerator. */
  readonly readable?: readonly string[];
}

/** The closed set of measures; schema/directives.graphql says what each counts. `squared`, not declared: squares of the amounts. */
export type Measure =
  | (MeasureBase & {
      readonly kind: 'events';
      readonly on: string;
      readonly notAfter?: string;
      readonly before?: string;
      readonly lastDays?: number;
    })
  | (MeasureBase & {
      readonly kind: 'stock';
      readonly from: string;
      readonly until: string;
      readonly sum?: string;
      readonly squared?: true;
    })
  | (MeasureBase & {
      readonly kind: 'cohort';
      readonly start: string;
      readonly reached?: string;
      readonly due?: string;
    })
  | (MeasureBase & { readonly kind: 'sum'; readonly of: string; readonly on: string; readonly squared?: true })
  | (MeasureBase & {
      readonly kind: 'durations';
      readonly from: string;
      readonly to: string;
      readonly leftAt?: string;
      readonly unit: 'DAY' | 'SECOND';
      /** The ages of the rows that are open at the end of each period, in place of the lengths of those that started in it. */
      readonly snapshot?: boolean;
      /** Upper ends of bins that stand for the lengths in them; longer ones fall in the last. Not declared: for protected statistics. */
      readonly bins?: readonly number[];
    });

/** A type as the SDL declares it, without its mapping. */
export interface RecordType {
  readonly name: string;
  /** The field that identifies a record; undefined where the source has no key. */
  readonly key: string | undefined;
  readonly fields: ReadonlyMap<string, FieldKind>;
  /** The values of each enum field, where the schema is at hand. */
  readonly values?: ReadonlyMap<string, readonly string[]>;
  /** Entries under `personal` of the mapping that the schema rests on. */
  readonly persons?: readonly string[];
  readonly dimensions: readonly string[];
  readonly measures: ReadonlyMap<string, Measure>;
}
