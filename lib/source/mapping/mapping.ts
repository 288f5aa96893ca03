import type { Fold, Take } from './text-steps.ts';

/**
 * How a date or moment is kept: `native` (the database's own type; text yyyy-MM-dd… in SQLite), `epoch-seconds`,
 * `epoch-milliseconds`, or a pattern of yyyy MM M dd d HH H hh h mm ss a X and the marks between them.
 */
export type DateFormat = string;

/** A side table or referral table: its columns and the columns of the type's rows that they equal. */
export interface Reference {
  readonly table: string;
  /** Column there: column here. */
  readonly on: Readonly<Record<string, string>>;
}

/** A place out of coordinates: the outline of a GeoJSON file that the point lies in. */
export interface PointMapping {
  readonly longitude: string;
  readonly latitude: string;
  /** A GeoJSON file beside the mapping: polygons with a property that holds the code. */
  readonly outlines: string;
  readonly property: string;
}

/** How a decimal is written. */
export interface DecimalMapping {
  readonly thousands?: string;
  readonly suffix?: string;
  /** `parentheses`: (100.00) is -100.00. */
  readonly negative?: 'parentheses';
  /** A unit: 10000 where the source counts in 万元. */
  readonly times?: number;
}

/** How one field is read: from `column`, `columns`, `area` or `through`, or why it is not there. */
export interface FieldMapping {
  readonly column?: string;
  /** Several columns that make one key or link, joined by `-`. */
  readonly columns?: readonly string[];
  /** The link is kept in a referral table; the first in order counts where it has several. */
  readonly through?: Reference & { readonly column: string };
  /** The source has no such thing: why. */
  readonly absent?: string;
  /** Spellings of null beside null and the empty text. */
  readonly missing?: readonly string[];
  /** The value counts in rows that have these values only; in others it is missing. */
  readonly when?: Readonly<Record<string, string | readonly string[]>>;
  readonly charset?: 'gbk';
  readonly fold?: readonly Fold[];
  readonly take?: Take;
  /** Leading zeros up to this length. */
  readonly pad?: number;
  /** The column beside it that repeats the code in words; `check` watches the two. */
  readonly label?: string;
  /** Another column that should say the same, read as a field of this kind is; `check` counts the rows where the two differ. */
  readonly beside?: BesideMapping;
  /** Where the clock of a date or moment stood, as UTC or +08:00. Default Beijing time. */
  readonly zone?: string;
  readonly date?: DateFormat;
  readonly datetime?: DateFormat;
  readonly integer?: true;
  readonly decimal?: true | DecimalMapping;
  readonly boolean?: { readonly true: readonly string[]; readonly false: readonly string[] };
  /** A code list by name: to the enum's values, or for `area` to area codes. */
  readonly codes?: string;
  /** Columns that make up the area code, one after the other; or coordinates. */
  readonly area?: readonly string[] | PointMapping;
}

/** A column that repeats a field: what a field may say, but not another such column. */
export type BesideMapping = Omit<FieldMapping, 'beside' | 'label' | 'absent' | 'through'>;

/** A code list: inline, or read from a dictionary table of the source when the department starts. */
export interface CodeList {
  /** Code of the source to value of the schema. With `parent`, a code stands for all below it that have no entry. */
  readonly map?: Readonly<Record<string, string>>;
  /** The same by the label in the dictionary table. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The value of every other code; `same` keeps the code itself. */
  readonly others?: string;
  readonly table?: string;
  readonly where?: Readonly<Record<string, string>>;
  readonly code?: string;
  readonly label?: string;
  /** The column that holds the code of the entry above: a tree. */
  readonly parent?: string;
}

/** Columns of one kind a year (or the like) as rows. */
export interface WideColumns {
  /** Names of the two columns that come out: which of them, and its value. */
  readonly name: string;
  readonly value: string;
  /** Label: column. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Values that a row must, or must not, have. */
export type RowCondition = Readonly<Record<string, string | readonly string[]>>;

export interface TypeMapping {
  /** A table, a view, a query declared under `queries`, or a list of these with the same columns. */
  readonly from: string | readonly string[];
  /** Side tables, at most one row to a row, by the name under which columns ask for them: `side.COLUMN`. */
  readonly join?: Readonly<Record<string, Reference>>;
  readonly rows?: WideColumns;
  /** Rows that count: column and the value or values it must have. */
  readonly only?: RowCondition;
  /** Rows that do not count; null counts. */
  readonly except?: RowCondition;
  readonly key?: string | readonly string[] | KeyMapping;
  /** Spellings of null in every field. */
  readonly missing?: readonly string[];
  /**
   * Columns that hold persons, with their grade: they are declared so that nothing reads them. Or, under a name of the mapping's own,
   * a column with identity numbers, of which pseudonyms are computed in the department.
   */
  readonly personal?: Readonly<Record<string, number | PersonalMapping>>;
  readonly fields: Readonly<Record<string, FieldMapping>>;
}

/** A column with persons' numbers. The numbers themselves are never read out. */
export interface PersonalMapping {
  readonly column: string;
  readonly charset?: 'gbk';
  /** What the column holds: `identity-number` 公民身份号码, in whatever spelling. */
  readonly pseudonym: 'identity-number';
}

/** A type that this source does not keep. */
export interface AbsentType {
  readonly absent: string;
}

/** A key that needs more words: text steps, or that it may repeat. */
export interface KeyMapping extends Pick<FieldMapping, 'charset' | 'fold' | 'take' | 'pad' | 'missing'> {
  readonly column?: string;
  readonly columns?: readonly string[];
  /** A natural key that is not unique: pages lose no row, and one by key is the first of them. */
  readonly repeats?: true;
}

/** A department's mapping file. docs/mapping.md explains each word. */
export interface Mapping {
  readonly database: string;
  readonly types: Readonly<Record<string, TypeMapping | AbsentType>>;
  readonly codes?: Readonly<Record<string, CodeList>>;
  readonly queries?: Readonly<Record<string, string>>;
}

/** A key in its long form. */
export function keyOf(key: NonNullable<TypeMapping['key']>): KeyMapping {
  if (typeof key === 'string') return { column: key };
  if (!Array.isArray(key)) return key as KeyMapping;
  const columns = key as readonly string[];
  return columns.length === 1 && columns[0] !== undefined ? { column: columns[0] } : { columns };
}

/** Columns that a field is read from. */
export function columnsOf({ column, columns, area }: FieldMapping): string[] {
  if (area && 'outlines' in area) return [area.longitude, area.latitude];
  return [...(column === undefined ? [] : [column]), ...(columns ?? []), ...((area ?? []) as readonly string[])];
}

/** The `personal` entries that give pseudonyms, by name. */
export function personalMappings({ personal = {} }: TypeMapping): [string, PersonalMapping][] {
  return Object.entries(personal).flatMap(([name, entry]) => (typeof entry === 'number' ? [] : [[name, entry]]));
}

/** Whether a column is declared to hold persons. */
export function isPersonal(mapping: TypeMapping, column: string): boolean {
  return (
    typeof mapping.personal?.[column] === 'number' ||
    personalMappings(mapping).some(([, personal]) => personal.column === column)
  );
}
