/** A value as it was met, with how many rows have it. */
export interface Met {
  readonly value: string;
  readonly rows: number;
}

/** What can be found wrong, or worth knowing, in the data behind a mapping. docs/check.md explains each code. */
export const findingCodes = [
  'NOT_KEPT',
  'NO_ROWS',
  'UNREADABLE_DATE',
  'UNREADABLE_NUMBER',
  'UNMAPPED_CODE',
  'UNKNOWN_AREA',
  'MISSING_KEY',
  'DUPLICATE_KEY',
  'DUPLICATE_ROWS',
  'NEAR_DUPLICATE_ROWS',
  'EMPTY_FIELD',
  'MISSING_SPELLINGS',
  'ORPHAN_LINK',
  'LINK_ELSEWHERE',
  'SEVERAL_SIDE_ROWS',
  'LABEL_VARIES',
  'LABEL_CONTRADICTS',
  'CODE_NOT_IN_DICTIONARY',
  'DICTIONARY_CODE_UNMAPPED',
  'ALIKE_VALUES',
  'MIXED_CAPITALS',
  'BESIDE_DIFFERS',
  'MISSING_INDEX',
  'KIND_DIFFERS',
  'NOT_CHECKED',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** One thing found. It holds no value of a row but codes of closed lists and shapes of what cannot be read. */
export interface Finding {
  readonly code: FindingCode;
  /** The field, side table or code list that it is about; null for the type itself. */
  readonly field: string | null;
  /** Rows concerned; null where it is not about rows. */
  readonly rows: number | null;
  /** Rows among which they were counted. */
  readonly of: number | null;
  /** Codes, or shapes, with their rows: the most frequent. */
  readonly values: readonly Met[];
  /** Further numbers and names, by code. */
  readonly about: Readonly<Record<string, string | number>>;
}

/** A finding, of which only the code must be said. */
export function finding(code: FindingCode, parts: Partial<Omit<Finding, 'code'>> = {}): Finding {
  return { code, field: null, rows: null, of: null, values: [], about: {}, ...parts };
}
