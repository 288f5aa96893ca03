/** What the databases say differently. All arguments and results are SQL expressions. */
export interface Dialect {
  readonly name: 'sqlite' | 'mysql' | 'postgres';
  identifier(name: string): string;
  /** A text as SQL. */
  literal(text: string): string;
  text(expression: string): string;
  /** Text whose order is by code point on every database. */
  orderable(text: string): string;
  concat(parts: readonly string[]): string;
  /** A valid day out of the text yyyy-MM-dd, else NULL. */
  dateFromIso(text: string): string;
  /** A valid moment out of the text yyyy-MM-dd HH:mm:ss, else NULL. */
  momentFromIso(text: string): string;
  /** The text yyyy-MM-dd (HH:mm:ss) of a column of the database's own type; zero dates become text that no check passes. */
  nativeIso(column: string, moment: boolean): string;
  /** The text yyyy-MM-dd HH:mm:ss in Beijing time of seconds since 1970, UTC. */
  epochIso(column: string): string;
  /** Text of a day or moment as made by the two above. */
  isoText(value: string, moment: boolean): string;
  /** A day or moment out of a bound parameter. */
  parameter(kind: 'date' | 'datetime'): string;
  daysBetween(from: string, to: string): string;
  secondsBetween(from: string, to: string): string;
  /** A whole number out of text, else NULL. */
  integerFromText(text: string): string;
  /** A decimal number out of text, else NULL. */
  decimalFromText(text: string): string;
  /** The body of a WITH that is worked out before it is used, and not merged into each use. */
  once(select: string): string;
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
