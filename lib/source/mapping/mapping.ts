export const dateFormats = [
  'native',
  'yyyyMMdd',
  'yyyyMMddHHmmss',
  'yyyy-MM-dd',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/MM/dd',
  'epoch-seconds',
] as const;
/** How a date or moment is kept. `native` is the database's own type (text yyyy-MM-dd… in SQLite). Beijing time. */
export type DateFormat = (typeof dateFormats)[number];

/** How one field is read. Exactly one word beside `column` and `missing`, or none for plain text. */
export interface FieldMapping {
  readonly column?: string;
  /** Spellings of null beside null and the empty text. */
  readonly missing?: readonly string[];
  readonly date?: DateFormat;
  readonly datetime?: DateFormat;
  readonly integer?: true;
  readonly decimal?: true | { readonly thousands?: string; readonly suffix?: string };
  readonly boolean?: { readonly true: readonly string[]; readonly false: readonly string[] };
  readonly codes?: string;
  /** Columns that make up the area code, one after the other. */
  readonly area?: readonly string[];
}

/** A code list: inline, or in a dictionary table of the source (`table`, `code`, `label` document where it comes from). */
export interface CodeList {
  readonly map: Readonly<Record<string, string>>;
  readonly table?: string;
  readonly where?: Readonly<Record<string, string>>;
  readonly code?: string;
  readonly label?: string;
}

export interface TypeMapping {
  /** A table, a view, or a query declared under `queries`. */
  readonly from: string;
  /** Rows that count: column and the value or values it must have. */
  readonly only?: Readonly<Record<string, string | readonly string[]>>;
  readonly key?: string | readonly string[];
  readonly fields: Readonly<Record<string, FieldMapping>>;
}

/** A department's mapping file. docs/mapping.md explains each word. */
export interface Mapping {
  readonly database: string;
  readonly types: Readonly<Record<string, TypeMapping>>;
  readonly codes?: Readonly<Record<string, CodeList>>;
  readonly queries?: Readonly<Record<string, string>>;
}
