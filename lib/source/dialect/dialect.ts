import type { Ring } from '../mapping/outlines.ts';
import type { Pattern } from '../mapping/text-steps.ts';

/** A coordinate as SQL: its number, NULL where it cannot be read, and the column that it is read from. */
export interface Coordinate {
  readonly number: string;
  readonly column: string;
}

/** What the databases say differently. All arguments and results are SQL expressions, unless a type says otherwise. */
export interface Dialect {
  readonly name: 'sqlite' | 'mysql' | 'postgres';
  identifier(name: string): string;
  /** A text as SQL. */
  literal(text: string): string;
  text(expression: string): string;
  /** Bytes or wrongly declared text that are GBK, as text. */
  gbk(column: string): string;
  /** Whether a text column holds anything, where that costs less than to read its text. */
  isFilled?(column: string): string;
  /** Characters, not bytes. */
  length(text: string): string;
  /** Where a text begins in another, from 1; 0 where it does not. */
  position(text: string, needle: string): string;
  /** The part of that number, from 1, between separators; NULL where there are fewer. */
  part(text: string, separator: string, number: number): string;
  /** What the group of a pattern takes from its first match; NULL where it does not match. */
  match(text: string, pattern: Pattern): string;
  /** Without blanks at the ends: `blanks`. */
  trim(text: string): string;
  /** The letters a to z as capitals; other alphabets stay: the databases disagree on theirs. */
  upper(text: string): string;
  /** Full-width digits, letters and marks as the usual ones. */
  halfWidth(text: string): string;
  trimZeros(text: string): string;
  /** Without a point and zeros at the end: 5.00 is 5. */
  trimFraction(text: string): string;
  /** Each digit that stands alone with a zero before it: 3/7/2026 is 03/07/2026. */
  padLoneDigits(text: string): string;
  /** What a text looks like, and not what it says: digits as 9, Han characters as 字, all other letters as A. */
  shape(text: string): string;
  /** Text whose order is by code point on every database. */
  orderable(text: string): string;
  concat(parts: readonly string[]): string;
  /** A valid day out of the text yyyy-MM-dd, else NULL. */
  dateFromIso(text: string): string;
  /** Whether its conversion reads yyyyMMdd, yyyy/MM/dd and yyyyMMddHHmmss besides ISO. */
  readonly readsDates?: true;
  /**
   * The day or moment that `iso` spells where a text has a length and matches a pattern that only real days match; absent where
   * the database has no patterns.
   */
  dateMatching?(text: string, length: number, pattern: string, iso: string, moment: boolean): string;
  /** A valid moment out of the text yyyy-MM-dd HH:mm:ss, else NULL. */
  momentFromIso(text: string): string;
  /** A moment so many minutes later. */
  shift(moment: string, minutes: string): string;
  /** The day of a moment. */
  dayOf(moment: string): string;
  /** The text yyyy-MM-dd (HH:mm:ss) of a column of the database's own type; zero dates become text that no check passes. */
  nativeIso(column: string, moment: boolean): string;
  /** The day or moment of a column of the database's own type, NULL for zero dates and ends of time. Not for SQLite, which has no such type. */
  nativeDate(column: string, kind: 'date' | 'datetime', moment: boolean): string;
  /** The number of a column of the database's own exact type. */
  nativeDecimal(column: string): string;
  /** The text yyyy-MM-dd HH:mm:ss in Beijing time of seconds since 1970, UTC. */
  epochIso(column: string): string;
  /** The year and month of a day or moment as a number, 202608, where that costs less than a text. */
  monthNumber?(value: string): string;
  /** Text of a day or moment as made by the two above. */
  isoText(value: string, moment: boolean): string;
  /** A day or moment out of a bound parameter. */
  parameter(kind: 'date' | 'datetime'): string;
  daysBetween(from: string, to: string): string;
  secondsBetween(from: string, to: string): string;
  /** A whole number out of text, of 32 bits as GraphQL's Int, else NULL. */
  integerFromText(text: string): string;
  /** A decimal number of at most 28 digits before the point and 30 after it out of text, else NULL. */
  decimalFromText(text: string): string;
  /** The text of a number that is kept rounded, to 15 digits after the point and without an exponent; NULL from 1e28 on. */
  floatText(column: string): string;
  /** The text of a decimal that the text spells, times a factor, without rounding. */
  product(text: string, factor: number): string;
  /** A whole number of up to 18 digits out of text as databases write it, else NULL: 007 is none. */
  keyFromText(text: string): string;
  /** A decimal number as text without an exponent. */
  decimalText(number: string): string;
  /** An expression over a text that costs much, worked out once where the database can be made to. */
  onText(text: string, expression: (text: string) => string): string;
  /** An expression over a point whose coordinates are worked out once, and not for each of its uses; NULL where one is NULL. */
  onPoint(x: Coordinate, y: Coordinate, expression: (x: string, y: string) => string): string;
  /** Whether a point lies in a ring or on it. */
  insideRing(x: string, y: string, ring: Ring): string;
  /** NULL of a type, so that it may stand where a value would. */
  none(kind: 'text' | 'date' | 'datetime' | 'integer' | 'decimal'): string;
  /** A text of Latin letters and digits in a byte each, where the database would keep room for four in each row of a WITH. */
  narrow?(text: string): string;
  /** A WITH that is worked out once, however often its rows are read, and not merged into each use. `columns`: those of the SELECT. */
  once(name: string, select: string, columns: readonly string[]): string;
  greatest(a: string, b: string): string;
}

/**
 * A literal in quotes. What holds a question mark (knex and drivers take it for a bound value) or a backslash (an escape
 * on some servers) is spelt by its bytes in hexadecimal.
 */
export function quoted(text: string, bytes: (hex: string) => string): string {
  return /[?\\]/.test(text) ? bytes(Buffer.from(text).toString('hex')) : `'${text.replaceAll("'", "''")}'`;
}

/** A list of literals. */
export function list(d: Dialect, values: readonly string[]): string {
  return `(${values.map(value => d.literal(value)).join(', ')})`;
}

/** Blanks that are cut off at the ends: tabs, ends of line and the blanks of Chinese and of web pages too. */
export const blanks = ' \t\r\n\u00a0\u3000';

/** Characters that a shape does not tell, and what stands for them, one after the other. */
export const shapeSteps: readonly (readonly [string, string])[] = [
  ['[0-9]', '9'],
  ['[０-９]', '９'],
  ['[一-鿿]', '字'],
  ['[^9９字 -/:-@_，。、：；（）　]', 'A'],
];

/** Full-width forms that clerks' keyboards write, and the usual ones. */
export const widthFolds: readonly (readonly [string, string])[] = [
  ...Array.from({ length: 94 }, (_, i) => [String.fromCharCode(0xff01 + i), String.fromCharCode(0x21 + i)] as const),
  ['\u3000', ' '],
];
