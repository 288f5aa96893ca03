import type { LegacyTable } from '../legacy-table.ts';
import type { Records, RecordType } from '../records.ts';
import { civilAffairs } from './civil-affairs.ts';
import { court } from './court.ts';
import { emergency } from './emergency.ts';
import { grid } from './grid.ts';
import { justice } from './justice.ts';
import { petition } from './petition.ts';
import { police } from './police.ts';
import { procuratorate } from './procuratorate.ts';

/** A department's existing database: a table for each of its types, and tables that no type lives in. */
export interface LegacyDatabase<T extends RecordType> {
  readonly tables: { readonly [K in T]: LegacyTable<Records[K]> };
  readonly codeTables?: readonly LegacyTable<never>[];
}

/** Every department's existing database, by department. */
export const legacyDatabases = {
  grid,
  justice,
  petition,
  court,
  procuratorate,
  police,
  'civil-affairs': civilAffairs,
  emergency,
} as const;

export interface LegacyHome<R> {
  readonly department: string;
  readonly table: LegacyTable<R>;
}

/** Where the records of each type are kept. */
export const legacyTables: { readonly [T in RecordType]?: LegacyHome<Records[T]> } = Object.fromEntries(
  Object.entries(legacyDatabases).flatMap(([department, database]) =>
    Object.entries(database.tables).map(([type, table]) => [type, { department, table }]),
  ),
);
