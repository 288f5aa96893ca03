import type { Dialect } from '../dialect/dialect.ts';
import type { DecimalMapping } from '../mapping/mapping.ts';
import type { ColumnReference } from './reference.ts';
import type { SteppedText } from './steps.ts';

/** A whole number of 32 bits (GraphQL's Int) out of a column, NULL where it cannot be read. */
export function integerValue(d: Dialect, column: ColumnReference, { text, bare }: SteppedText): string {
  if (bare && column.kind === 'integer' && d.name !== 'sqlite')
    return `CASE WHEN ${column.sql} BETWEEN -2147483648 AND 2147483647 THEN ${column.sql} END`;
  return d.integerFromText(text);
}

/** A decimal out of a column, NULL where it cannot be read; `exact` is its text where the number itself would be rounded. */
export function decimalValue(
  d: Dialect,
  column: ColumnReference,
  { text, bare }: SteppedText,
  written: DecimalMapping,
): { value: string; exact: string | undefined } {
  const { thousands, suffix, negative, times } = written;
  const plainly = bare && !thousands && !suffix && !negative;
  const rounded = bare && (column.float === true || (d.name === 'sqlite' && column.kind === 'decimal'));
  let plain = rounded ? `(${d.floatText(column.sql)})` : text;
  for (const strip of [thousands, suffix]) if (strip) plain = `replace(${plain}, ${d.literal(strip)}, '')`;
  if (negative)
    plain = `CASE WHEN ${plain} LIKE '(%)' THEN ${d.concat(["'-'", `substr(${plain}, 2, ${d.length(plain)} - 2)`])} ELSE ${plain} END`;
  const exact = column.kind === 'integer' || (column.kind === 'decimal' && !column.float);
  const native = plainly && exact && d.name !== 'sqlite';
  const number = native ? d.nativeDecimal(column.sql) : d.decimalFromText(`(${plain})`);
  if (times !== undefined) return { value: `(${number}) * ${times}`, exact: d.product(`(${plain})`, times) };
  return { value: number, exact: native ? undefined : `(${plain})` };
}
