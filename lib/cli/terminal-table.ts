/** Columns on a terminal: Chinese characters take two. */
export function width(text: string): number {
  return [...text].reduce(
    (sum, c) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );
}

/** Rows with their columns one under the other; those at the places in `right` end together. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => width(row[i] ?? ''))));
  const padded = (cell: string, i: number): string => {
    const blanks = ' '.repeat(Math.max(0, (widths[i] ?? 0) - width(cell)));
    return right.includes(i) ? blanks + cell : cell + blanks;
  };
  return rows.map(row => row.map(padded).join('  ').trimEnd()).join('\n');
}
