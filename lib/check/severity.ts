import type { Finding } from '../source/index.ts';
import type { DriftCode } from './drift.ts';

/** error: the records are not what they seem, or not there. warning: rows are lost to figures. note: worth knowing. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

const usual: Record<Finding['code'] | DriftCode, Severity> = {
  NOT_KEPT: 'note',
  NO_ROWS: 'warning',
  UNREADABLE_DATE: 'warning',
  UNREADABLE_NUMBER: 'warning',
  UNMAPPED_CODE: 'warning',
  UNKNOWN_AREA: 'warning',
  MISSING_KEY: 'error',
  DUPLICATE_KEY: 'error',
  DUPLICATE_ROWS: 'warning',
  NEAR_DUPLICATE_ROWS: 'warning',
  EMPTY_FIELD: 'note',
  MISSING_SPELLINGS: 'note',
  ORPHAN_LINK: 'warning',
  LINK_ELSEWHERE: 'note',
  SEVERAL_SIDE_ROWS: 'warning',
  LABEL_VARIES: 'note',
  LABEL_CONTRADICTS: 'warning',
  CODE_NOT_IN_DICTIONARY: 'note',
  DICTIONARY_CODE_UNMAPPED: 'note',
  ALIKE_VALUES: 'note',
  MIXED_CAPITALS: 'note',
  BESIDE_DIFFERS: 'warning',
  MISSING_INDEX: 'note',
  KIND_DIFFERS: 'note',
  NOT_CHECKED: 'warning',
  DRIFT_TABLE_GONE: 'warning',
  DRIFT_COLUMN_GONE: 'warning',
  DRIFT_COLUMN_NEW: 'note',
  DRIFT_TYPE_CHANGED: 'warning',
  DRIFT_FEWER_ROWS: 'warning',
  DRIFT_NEW_CODE: 'note',
  DRIFT_NO_NEW_ROWS: 'warning',
};

const readings: ReadonlySet<string> = new Set([
  'UNREADABLE_DATE',
  'UNREADABLE_NUMBER',
  'UNMAPPED_CODE',
  'UNKNOWN_AREA',
]);

/** How bad a finding is. Where most of a field cannot be read, it is the mapping that is wrong, and not the clerks. */
export function severityOf({
  code,
  rows,
  of,
  about,
}: Omit<Finding, 'code'> & { code: Finding['code'] | DriftCode }): Severity {
  if (readings.has(code) && rows !== null && of !== null && rows * 2 > of) return 'error';
  if (code === 'DUPLICATE_KEY' && about['declared'] !== undefined) return 'note';
  return usual[code];
}
