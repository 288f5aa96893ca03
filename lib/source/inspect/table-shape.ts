/** What a column can hold, whatever the database calls its type. */
export type ColumnKind = 'text' | 'uuid' | 'integer' | 'decimal' | 'date' | 'datetime' | 'boolean' | 'binary' | 'other';

export interface ColumnShape {
  readonly name: string;
  /** As declared: varchar(20). */
  readonly type: string;
  readonly kind: ColumnKind;
  /** How MariaDB and MySQL order and compare its texts. */
  readonly collation?: string;
  readonly nullable: boolean;
  readonly comment: string | undefined;
}

/** An index by its columns, in order; the primary key is among them. Indexes on expressions or on a part of the rows are left out. */
export interface IndexShape {
  readonly columns: readonly string[];
  readonly unique: boolean;
}

/** A table or view as the database describes it. */
export interface TableShape {
  readonly name: string;
  readonly view: boolean;
  readonly comment: string | undefined;
  readonly columns: ReadonlyMap<string, ColumnShape>;
  /** Columns of the declared primary key; empty where there is none. */
  readonly key: readonly string[];
  readonly indexes: readonly IndexShape[];
}

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  // What its text says is not what a number's text would be.
  [/zerofill/, 'text'],
  [/^composed|^$/, 'other'],
  [/uuid/, 'uuid'],
  [/^(decimal|numeric|number)\(\d+(, ?0)?\)/, 'integer'],
  [/^(bool|boolean)$/, 'boolean'],
  [/^(timestamp|datetime)/, 'datetime'],
  [/^date$/, 'date'],
  [/blob|bytea|binary|^bit/, 'binary'],
  [/^interval|point|json|geometry|polygon|^time|^year|array|\[\]/, 'other'],
  [/int|serial/, 'integer'],
  [/dec|num|real|float|double|money/, 'decimal'],
  [/char|text|clob|enum|^set/, 'text'],
];

/** The kind of a declared type. SQLite keeps any value in any column: there a date is what its text says, and no type is any. */
export function columnKind(type: string): ColumnKind {
  const plain = type.toLowerCase();
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other';
}
