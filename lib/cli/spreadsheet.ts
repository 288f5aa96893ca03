import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { TableCell } from './csv.ts';
import { width } from './terminal-table.ts';

/** A sheet: its first row is its head. */
export interface Sheet {
  /** At most 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  readonly rows: readonly (readonly TableCell[])[];
}

const widest = 60;

function cellOf(cell: TableCell, isHead: boolean): Row[number] {
  if (cell === null || cell === '') return null;
  // A text stays a text whatever it begins with: only cells of the type Formula are computed.
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: String, value: cell, alignVertical: 'top', ...(isHead ? { fontWeight: 'bold', wrap: true } : {}) };
}

/** A workbook as Excel opens it: numbers as numbers, texts as texts, the head in sight. */
export function xlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, i) => row.map(cell => cellOf(cell, i === 0))),
    stickyRowsCount: 1,
    columns: (rows[0] ?? []).map((_, column) => ({
      width: Math.min(widest, 2 + Math.max(...rows.map(row => width(String(row[column] ?? ''))))),
    })),
  }));
  return writeXlsxFile(written).toBuffer();
}
