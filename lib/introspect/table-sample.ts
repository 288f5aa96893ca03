import type { ColumnShape, TableShape } from '../source/index.ts';
import type { Meaning } from './meaning.ts';

/** That a column holds persons, and how one knows. */
export interface Personal {
  /** 1 user names, 2 staff, birth and sex, 3 name, telephone and address, 4 identity number, bank account and health. */
  readonly grade: number;
  readonly why: string;
}

export interface ColumnSample {
  readonly shape: ColumnShape;
  readonly meaning: Meaning;
  /** Where it is set, nothing was read, or what was read is forgotten: `values` is empty. */
  readonly personal: Personal | undefined;
  /** The first values as text, in the order of the rows; null where there is none. */
  readonly values: readonly (string | null)[];
  readonly filled: number;
  /** Different values in the sample. */
  readonly distinct: number;
  /** Rows of each value over more rows than the sample, most frequent first; only for columns of few values. */
  readonly frequencies: ReadonlyMap<string, number> | undefined;
}

/** What was read of one table. */
export interface TableSample {
  readonly shape: TableShape;
  readonly meaning: Meaning;
  /** Rows in all; undefined where counting took too long. */
  readonly rows: number | undefined;
  readonly sampled: number;
  readonly columns: ReadonlyMap<string, ColumnSample>;
}

/** The values that are there. */
export function present(column: ColumnSample): string[] {
  return column.values.filter(value => value !== null && value !== '') as string[];
}

/** The share of the values that a test holds for; 0 for none. */
export function share(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

/** 99.5 % */
export function percent(part: number): string {
  const figure = Math.round(part * 1000) / 10;
  return `${figure === 100 && part < 1 ? 99.9 : figure} %`;
}
