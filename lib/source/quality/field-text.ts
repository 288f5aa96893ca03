import { stepped, type SteppedText } from '../convert/steps.ts';
import type { Examined } from './examined.ts';

/** The text that a field is read from, after the steps of its mapping and before it is converted; undefined where there is no one column. */
export function fieldText(
  { live, rows, bound, mapping }: Pick<Examined, 'live' | 'rows' | 'bound' | 'mapping'>,
  field: string,
): SteppedText | undefined {
  const m = mapping.fields[field];
  const codes = bound.columns.get(field)?.codes;
  // A code of several columns has no column of its own.
  if (m?.area && codes) return { text: codes.raw, present: `(${codes.raw} IS NOT NULL)`, bare: false };
  if (m?.column === undefined) return undefined;
  const columnOf = (name: string) => rows.columnOf(name, ['types', bound.type.name, 'fields', field]);
  const missing = [...(mapping.missing ?? []), ...(m.missing ?? [])];
  return stepped(live.connection.dialect, columnOf(m.column), { ...m, missing }, columnOf);
}
