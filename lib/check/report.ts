import type { Text } from '../kernel/text.ts';
import type { Finding, Met, RecordQuality } from '../source/index.ts';
import type { Drift } from './drift.ts';
import { sentenceOf } from './sentences.ts';
import { severityOf, type Severity } from './severity.ts';

/** One thing that the check says. Stable words: `--json` prints it as it is. */
export interface CheckFinding {
  readonly severity: Severity;
  /** A code of docs/check.md, or of docs/errors.md where something could not be opened. */
  readonly code: string;
  /** The record type; null for the department as a whole. */
  readonly type: string | null;
  /** A field, side table, code list, table or column. */
  readonly field: string | null;
  /** Rows concerned, and rows among which they were counted. */
  readonly rows: number | null;
  readonly of: number | null;
  /** Codes or shapes with their rows; never a value of a person's. */
  readonly values: readonly Met[];
  readonly about: Readonly<Record<string, string | number>>;
  readonly sentence: Text;
}

export interface DepartmentReport {
  readonly id: string;
  readonly name: Text;
  /** How much of each type can be used; types that could not be tied are left out. */
  readonly types: Readonly<Record<string, RecordQuality>>;
  readonly findings: readonly CheckFinding[];
}

/** Whether an indicator can be computed from the departments' mappings and rows. */
export interface IndicatorReport {
  readonly id: string;
  readonly name: Text;
  /** partly: some of its parts; unchecked: it rests on a department that was not checked. */
  readonly status: 'computable' | 'partly' | 'not_computable' | 'unchecked';
  /** Rows that its worst measure is about, and those of them that it cannot use; null where nothing is computed. */
  readonly rows: number | null;
  readonly unusable: number | null;
  readonly sentence: Text;
}

export interface CheckReport {
  readonly departments: readonly DepartmentReport[];
  readonly indicators: readonly IndicatorReport[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** A finding of lib/source with its weight and words. */
export function told(type: string | null, found: Finding): CheckFinding {
  return { severity: severityOf(found), type, ...found, sentence: sentenceOf(found) };
}

/** A change with its weight and words. */
export function toldDrift(change: Drift): CheckFinding {
  const whole = { ...change, rows: null, of: null };
  return { severity: severityOf(whole), ...whole, sentence: sentenceOf(whole) };
}

/** Something that could not be opened: the sentence is that of the fault. */
export function toldFault(type: string | null, { code, message }: { code: string; message: string }): CheckFinding {
  const sentence = { zh: message, en: message };
  return { severity: 'error', code, type, field: null, rows: null, of: null, values: [], about: {}, sentence };
}
