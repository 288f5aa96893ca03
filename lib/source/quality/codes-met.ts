import { columnsOf, isPersonal } from '../mapping/mapping.ts';
import { counting, type Examined, type MetCode } from './examined.ts';
import { fieldText } from './field-text.ts';

/** Different codes at most. */
const most = 2_000;

/** A type under examination before its codes are known. */
type Uncoded = Omit<Examined, 'codes'>;

/** Whether a field's values may be shown: it is of a closed set, and not read from a column that holds persons. */
export function isCoded({ bound, mapping }: Uncoded, field: string): boolean {
  const m = mapping.fields[field];
  const column = bound.columns.get(field);
  if (!m || !column || column.absent !== undefined || columnsOf(m).some(name => isPersonal(mapping, name)))
    return false;
  return column.kind === 'enum' || column.kind === 'boolean' || (column.kind === 'place' && column.codes !== undefined);
}

/** The codes of a field as the source writes them, unmapped ones first, then the most frequent. One grouped statement. */
export async function codesMet(examined: Uncoded, field: string): Promise<MetCode[]> {
  const { live, rows, bound } = examined;
  const text = fieldText(examined, field);
  const column = bound.columns.get(field);
  if (!text || !column) return [];
  const inner = `SELECT ${text.text} AS v, CASE WHEN ${column.value} IS NULL THEN 1 ELSE 0 END AS u FROM ${rows.from()} WHERE ${counting(bound)} AND ${text.present}`;
  const lines = await live.connection.select(
    `SELECT q.v AS v, q.u AS u, COUNT(*) AS n FROM (${inner}) q GROUP BY q.v, q.u ORDER BY q.u DESC, COUNT(*) DESC, ${live.connection.dialect.orderable('q.v')} LIMIT ${most}`,
    [],
  );
  return lines.map(line => ({
    value: String(line['v']),
    rows: Number(line['n']),
    unmapped: Number(line['u']) === 1,
  }));
}
