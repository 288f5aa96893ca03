import type { ColumnKind } from '../inspect/table-shape.ts';

/** A column of a statement, as the database declares it where that is known. */
export interface ColumnReference {
  /** `t."AJBH"`. */
  readonly sql: string;
  /** Undefined for columns of declared queries and of columns turned into rows: they are read as text. */
  readonly kind: ColumnKind | undefined;
  /** Whether its numbers are rounded: float, double. */
  readonly float?: boolean;
  /** How MariaDB and MySQL order and compare its texts. */
  readonly collation?: string;
}
