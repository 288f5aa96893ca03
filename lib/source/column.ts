import type { MissingReason } from '../kernel/missing.ts';
import { list, type Dialect } from './dialect/dialect.ts';
import type { DateFormat, FieldMapping } from './mapping/mapping.ts';
import type { FieldKind } from './record-type.ts';

/** A mapped field as SQL. */
export interface Column {
  readonly kind: FieldKind;
  /** The canonical value, NULL when missing or unreadable. */
  readonly value: string;
  /** Where the source holds something, and why its value is NULL then; absent where that cannot happen. */
  readonly unreadable?: { readonly present: string; readonly reason: MissingReason };
  /** The bare column where the value is the column's own text, so that a key can be looked up by an index. */
  readonly bare?: string;
  /** For enums: the source's codes of each value. */
  readonly codes?: { readonly raw: string; readonly of: ReadonlyMap<string, readonly string[]> };
}

/** True where the source holds something that cannot be read; undefined where that cannot happen. */
export function unreadable({ value, unreadable: maybe }: Column): string | undefined {
  return maybe && `(${maybe.present} AND ${value} IS NULL)`;
}

/** The ISO text that a format's digits spell; a wrong length spells nothing. */
function isoOf(d: Dialect, column: string, format: DateFormat, moment: boolean): string {
  const part = (from: number, length: number): string => `substr(${d.text(column)}, ${from}, ${length})`;
  const spell = (length: number, parts: readonly string[]): string =>
    `CASE WHEN length(${d.text(column)}) = ${length} THEN ${d.concat(parts)} END`;
  switch (format) {
    case 'native':
      return d.nativeIso(column, moment);
    case 'epoch-seconds':
      return moment ? d.epochIso(column) : `substr(${d.epochIso(column)}, 1, 10)`;
    case 'yyyyMMdd':
      return spell(8, [part(1, 4), "'-'", part(5, 2), "'-'", part(7, 2)]);
    case 'yyyyMMddHHmmss': {
      const day = [part(1, 4), "'-'", part(5, 2), "'-'", part(7, 2)];
      return spell(14, moment ? [...day, "' '", part(9, 2), "':'", part(11, 2), "':'", part(13, 2)] : day);
    }
    case 'yyyy-MM-dd':
      return spell(10, [part(1, 10)]);
    case 'yyyy-MM-dd HH:mm:ss':
      return spell(19, [part(1, moment ? 19 : 10)]);
    case 'yyyy/MM/dd':
      return spell(10, [`replace(${part(1, 10)}, '/', '-')`]);
  }
}

function enumColumn(d: Dialect, raw: string, present: string, map: Readonly<Record<string, string>>): Column {
  const cases = Object.entries(map).map(([code, value]) => `WHEN ${d.literal(code)} THEN ${d.literal(value)}`);
  const of = new Map<string, string[]>();
  for (const [code, value] of Object.entries(map)) of.set(value, [...(of.get(value) ?? []), code]);
  return {
    kind: 'enum',
    value: `CASE ${raw} ${cases.join(' ')} END`,
    unreadable: { present, reason: 'UNMAPPED_CODE' },
    codes: { raw, of },
  };
}

/** The SQL of one mapped field. `codes` is the code list that the mapping names. */
export function column(
  d: Dialect,
  kind: FieldKind,
  mapping: FieldMapping,
  codes: Readonly<Record<string, string>> | undefined,
): Column {
  if (mapping.area) {
    const parts = mapping.area.map(name => `COALESCE(${d.text(`t.${d.identifier(name)}`)}, '')`);
    return { kind, value: `NULLIF(${d.concat(parts)}, '')` };
  }
  const bare = `t.${d.identifier(mapping.column ?? '')}`;
  const text = d.text(bare);
  const absent = ['', ...(mapping.missing ?? [])];
  const present = `(${bare} IS NOT NULL AND ${text} NOT IN ${list(d, absent)})`;
  const read = (value: string, reason: MissingReason): Column => {
    const kept = `CASE WHEN ${present} THEN ${value} END`;
    return { kind, value: `(${kept})`, unreadable: { present, reason } };
  };
  if (mapping.date) return read(d.dateFromIso(isoOf(d, bare, mapping.date, false)), 'UNREADABLE_DATE');
  if (mapping.datetime) return read(d.momentFromIso(isoOf(d, bare, mapping.datetime, true)), 'UNREADABLE_DATE');
  if (mapping.integer) return read(d.integerFromText(text), 'UNREADABLE_NUMBER');
  if (mapping.decimal) {
    const { thousands, suffix } =
      mapping.decimal === true ? { thousands: undefined, suffix: undefined } : mapping.decimal;
    let plain = text;
    for (const strip of [thousands, suffix]) if (strip) plain = `replace(${plain}, ${d.literal(strip)}, '')`;
    return read(d.decimalFromText(plain), 'UNREADABLE_NUMBER');
  }
  if (mapping.boolean) {
    const map = Object.fromEntries([
      ...mapping.boolean.true.map(code => [code, 'true'] as const),
      ...mapping.boolean.false.map(code => [code, 'false'] as const),
    ]);
    return { ...enumColumn(d, text, present, map), kind };
  }
  if (codes) return enumColumn(d, text, present, codes);
  return { kind, value: `CASE WHEN ${present} THEN ${text} END`, bare };
}
