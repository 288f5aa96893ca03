import type { RecordType } from '../indicators/index.ts';
import type { Text } from '../kernel/text.ts';

/** One system's count of a quantity. */
export interface Side {
  readonly name: Text;
  readonly type: RecordType;
  /** A measure that counts events. */
  readonly measure: string;
  /** Rows with one of these values of a dimension; beside what the measure itself asks for. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  /** How its rows are listed. */
  readonly rows: RowsOf;
}

/** The list in the graph that holds exactly the rows of a count. */
export interface RowsOf {
  /** The root field: preFilingMediations. */
  readonly list: string;
  /** The type as filters name it: PreFilingMediation. */
  readonly typeName: string;
  /** Field that identifies a row, and the date by which it counts. */
  readonly id: string;
  readonly date: string;
  /** The link by which a row names the matter; null: its own id. `id`: the key of the linked type. */
  readonly key: { readonly field: string; readonly id: string } | null;
  /** What the measure and `only` ask for, field by field. */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

/** The same quantity from two systems. */
export interface Pair {
  readonly id: string;
  readonly name: Text;
  /** Periods by which the second may count a matter later than the first. */
  readonly lag: number;
  readonly sides: readonly [Side, Side];
}
