import type { FieldMatch } from './match-fields.ts';
import type { TableFacts } from './table-facts.ts';
import type { WantedType } from './wanted.ts';

/** A type and the table that it is taken for. */
export interface TypeMatch {
  readonly type: WantedType;
  readonly table: TableFacts;
  /** 0 to 1. */
  readonly score: number;
  /** How well the table's name or comment says the type, 0 to 1. */
  readonly named: number;
  /** Its name read so that it says the type. */
  readonly words: string;
  readonly fields: readonly FieldMatch[];
  /** Where a table keeps several levels of places: the rows of this one. */
  readonly level?: { readonly column: string; readonly value: string };
}
