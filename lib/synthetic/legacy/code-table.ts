import type { LegacyTable, SqlValue } from '../legacy-table.ts';

/** A table of codes that the department keeps for itself. Nothing of a record is in it. */
export function codeTable(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): LegacyTable<never> {
  const shape = columns.map(column => [column, { type: { text: 40 }, value: () => null }] as const);
  return { name, columns: Object.fromEntries(shape), rows };
}
