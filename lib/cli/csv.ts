/** A cell of a table: a text, a number, or nothing. */
export type TableCell = string | number | null;

/** A cell of a CSV file that spreadsheets open. */
export function csvCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A text that begins so would be a formula in a spreadsheet (in some also where the sign is of full width); a negative number is none.
  const plain = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Rows as CSV. The mark at its beginning tells Excel that it is UTF-8. */
export function csv(rows: readonly (readonly TableCell[])[]): string {
  return `\uFEFF${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}`;
}
