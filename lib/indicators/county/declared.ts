import { recordTypes, type RecordType } from '../record-type.ts';

/** What a measure counts, as the schema declares it. */
export type DeclaredKind = 'flow' | 'stock' | 'lengths' | 'ages';

/** What the departments' schemas declare on a type of record. */
export interface DeclaredType {
  readonly measures: ReadonlyMap<string, DeclaredKind>;
  /** Dimensions with their values; none where any text may stand. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
}

/** By name as in the graph, beginning small: courtCase. */
export type Declared = ReadonlyMap<string, DeclaredType>;

export function isRecordType(name: string): name is RecordType {
  return name in recordTypes;
}
