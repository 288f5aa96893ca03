import type { Dialect } from '../dialect/dialect.ts';

/**
 * A column that holds a person's number. It is no `Column`: it has no value that a selection, a filter, an order, a dimension, a
 * measure or a cursor could name. Only lib/source/persons reads it, and hands on pseudonyms.
 */
export class PersonalColumn {
  readonly #sql: string;
  readonly #dialect: Dialect;

  /** `sql`: the column, as text. */
  constructor(dialect: Dialect, sql: string) {
    this.#dialect = dialect;
    this.#sql = sql;
  }

  /** Its text under a name of the answer, for lib/source/persons alone. */
  static select(column: PersonalColumn, name: string): string {
    return `${column.#sql} AS ${column.#dialect.identifier(name)}`;
  }
}
