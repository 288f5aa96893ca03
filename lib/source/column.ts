import type { MissingReason } from '../kernel/missing.ts';
import { outlineOf } from './convert/areas.ts';
import { dateValue } from './convert/dates.ts';
import { decimalValue, integerValue } from './convert/numbers.ts';
import type { ColumnReference } from './convert/reference.ts';
import { foldLevels, stepped, type SteppedText } from './convert/steps.ts';
import type { Dialect } from './dialect/dialect.ts';
import { namedFormats, parseFormat, type ParsedFormat } from './mapping/date-format.ts';
import type { FieldMapping, KeyMapping } from './mapping/mapping.ts';
import type { Outline } from './mapping/outlines.ts';
import type { Reader } from './read/reader.ts';
import type { FieldKind } from './record-type.ts';

/** Bare columns behind a value, so that a condition on them can use an index. */
export interface Bare {
  /** The column whose own text is the value. */
  readonly text?: ColumnReference;
  /** The columns that make a composite key, joined by `-`. */
  readonly parts?: readonly ColumnReference[];
  /** A text column whose order is the order of time. */
  readonly ordered?: { readonly sql: string; readonly format: ParsedFormat; readonly missing: readonly string[] };
  /** The first text column of those that spell an area code; `whole` where it is never a spelling of nothing. */
  readonly area?: { readonly sql: string; readonly whole: boolean };
  readonly through?: ReferralNarrow;
  /** A column of the database's own days or moments. */
  readonly native?: ColumnReference;
}

/** The referral table of a link: `near` is in the `far` of those of its rows that have the link. */
export interface ReferralNarrow {
  readonly near: string;
  readonly far: string;
  readonly table: string;
  readonly link: ColumnReference;
}

/** A mapped field as SQL. */
export interface Column {
  readonly kind: FieldKind;
  /** The canonical value, NULL when missing or unreadable. */
  readonly value: string;
  /** Where the source holds something, and why its value is NULL then; absent where that cannot happen. */
  readonly unreadable?: { readonly present: string; readonly reason: MissingReason };
  readonly bare?: Bare;
  /** For enums: the source's text, its codes of each value and the value of each code. */
  readonly codes?: {
    readonly raw: string;
    readonly of: ReadonlyMap<string, readonly string[]>;
    readonly values: ReadonlyMap<string, string>;
    readonly column?: ColumnReference;
  };
  /** The text of a decimal, where the number itself would be rounded. */
  readonly exact?: string;
  /** Gives the value out without the database's work, where that can be. */
  readonly reader?: Reader;
  /** Why the source does not keep it. */
  readonly absent?: string;
  /** The source's own columns that it is read from, where these are all. */
  readonly sources?: readonly string[];
}

/** What the SQL of a field needs besides its mapping. */
export interface Surroundings {
  readonly dialect: Dialect;
  columnOf(name: string): ColumnReference;
  /** Spellings of nothing in every field of the type. */
  readonly missing: readonly string[];
  /** The code list that the mapping names, codes to values. */
  readonly codes: ReadonlyMap<string, string> | undefined;
  /** The value of every other code; `same` is the code itself. */
  readonly others: string | undefined;
  readonly outlines: readonly Outline[];
}

/** True where the source holds something that cannot be read; undefined where that cannot happen. */
export function unreadable({ value, unreadable: maybe }: Column): string | undefined {
  return maybe && `(${maybe.present} AND ${value} IS NULL)`;
}

/** The value where the source holds something; said only where a spelling of nothing could be read as something. */
function kept(present: string, value: string, missing: readonly string[], readable: RegExp): string {
  return missing.some(word => readable.test(word)) ? `(CASE WHEN ${present} THEN ${value} END)` : `(${value})`;
}

function enumColumn(
  kind: FieldKind,
  d: Dialect,
  { text, present, bare }: SteppedText,
  map: ReadonlyMap<string, string>,
  others: string | undefined,
  column: ColumnReference,
): Column {
  const of = new Map<string, string[]>();
  for (const [code, value] of map) of.set(value, [...(of.get(value) ?? []), code]);
  const cases = [...map].map(([code, value]) => `WHEN ${d.literal(code)} THEN ${d.literal(value)}`);
  const rest = others === undefined ? undefined : others === 'same' ? text : d.literal(others);
  const listed =
    cases.length > 0 ? `CASE ${text} ${cases.join(' ')}${rest ? ` ELSE ${rest}` : ''} END` : (rest ?? d.none('text'));
  if (rest !== undefined) return { kind, value: `(CASE WHEN ${present} THEN ${listed} END)` };
  return {
    kind,
    value: `(${listed})`,
    unreadable: { present, reason: 'UNMAPPED_CODE' },
    codes: { raw: text, of, values: map, ...(bare ? { column } : {}) },
  };
}

/** Whether an index on the column has the order of time: in SQLite it is one of texts. */
function mayBeNative(d: Dialect, { kind }: ColumnReference): boolean {
  return kind === 'date' || kind === 'datetime' || (d.name === 'sqlite' && kind === 'text');
}

function dateColumn(
  kind: 'date' | 'datetime',
  s: Surroundings,
  column: ColumnReference,
  text: SteppedText,
  mapping: FieldMapping,
  missing: readonly string[],
): Column {
  const format = mapping[kind] ?? 'native';
  const value = dateValue(s.dialect, column, text, { format, zone: mapping.zone, moment: kind === 'datetime' });
  const parsed = namedFormats.has(format) ? undefined : parseFormat(format);
  const ordered =
    text.bare && column.kind === 'text' && parsed?.ordered && !parsed.offset && mapping.zone === undefined;
  const isNative = text.bare && format === 'native' && mapping.zone === undefined && mayBeNative(s.dialect, column);
  return {
    kind,
    value: kept(text.present, value, missing, /[1-9]/),
    unreadable: { present: text.present, reason: 'UNREADABLE_DATE' },
    ...(ordered ? { bare: { ordered: { sql: column.sql, format: parsed, missing } } } : {}),
    ...(isNative ? { bare: { native: column } } : {}),
  };
}

/** Parts of an area code one after the other, up to the first that is missing: what follows would belong to another place. */
function joinedAreas(d: Dialect, parts: readonly SteppedText[]): string {
  const texts = parts.map(({ text }) => text);
  const short = parts.map(
    ({ present }, i) => `WHEN NOT ${present} THEN ${i === 0 ? 'NULL' : d.concat(texts.slice(0, i))}`,
  );
  return `CASE ${short.join(' ')} ELSE ${d.concat(texts)} END`;
}

function areaColumn(s: Surroundings, mapping: FieldMapping, missing: readonly string[]): Column {
  const d = s.dialect;
  if (mapping.area !== undefined && 'outlines' in mapping.area) {
    const [longitude, latitude] = [s.columnOf(mapping.area.longitude), s.columnOf(mapping.area.latitude)];
    const here = [longitude, latitude].map(column => stepped(d, column, { missing }, s.columnOf).present);
    return {
      kind: 'place',
      value: `(${outlineOf(d, longitude, latitude, s.outlines)})`,
      unreadable: { present: `(${here.join(' AND ')})`, reason: 'UNKNOWN_AREA' },
    };
  }
  const columns = ((mapping.area ?? []) as readonly string[]).map(name => s.columnOf(name));
  // The zeros of a level that is not used show in the whole code only.
  const { fold = [], ...steps } = mapping;
  const inParts = fold.filter(f => f !== 'levels');
  const parts = columns.map(column => stepped(d, column, { ...steps, fold: inParts, missing }, s.columnOf));
  const joined = joinedAreas(d, parts);
  const spelt = fold.includes('levels') ? foldLevels(d, `(${joined})`) : joined;
  const [first] = columns;
  if (s.codes || s.others !== undefined) {
    const text = { text: `(${spelt})`, present: `(${spelt} IS NOT NULL)`, bare: false };
    return enumColumn('place', d, text, s.codes ?? new Map(), s.others, first ?? { sql: spelt, kind: undefined });
  }
  const whole = parts.every(part => part.bare) && first?.kind === 'text';
  return {
    kind: 'place',
    value: `(${spelt})`,
    ...(whole ? { bare: { area: { sql: first.sql, whole: missing.length === 0 } } } : {}),
  };
}

/** A key or link, of one column or of several joined by `-`. */
export function keyColumn(
  kind: 'id' | 'link',
  s: Surroundings,
  mapping: KeyMapping & Pick<FieldMapping, 'when'>,
): Column {
  const d = s.dialect;
  const missing = [...s.missing, ...(mapping.missing ?? [])];
  const columns = (mapping.columns ?? [mapping.column ?? '']).map(name => s.columnOf(name));
  const parts = columns.map(column => stepped(d, column, { ...mapping, missing }, s.columnOf));
  const [part] = parts;
  if (parts.length === 1 && part) {
    const value = `(CASE WHEN ${part.present} THEN ${part.text} END)`;
    return { kind, value, ...(part.bare && columns[0] ? { bare: { text: columns[0] } } : {}) };
  }
  const spelt = d.concat(parts.flatMap(({ text }, i) => [...(i > 0 ? ["'-'"] : []), text]));
  const here = parts.map(({ present }) => present).join(' AND ');
  return {
    kind,
    value: `(CASE WHEN ${here} THEN ${spelt} END)`,
    ...(parts.every(({ bare }) => bare) ? { bare: { parts: columns } } : {}),
  };
}

/** A field that the source does not keep. */
export function absentColumn(d: Dialect, kind: FieldKind, reason: string): Column {
  const typed = kind === 'date' || kind === 'datetime' || kind === 'integer' || kind === 'decimal' ? kind : 'text';
  return { kind, value: `(${d.none(typed)})`, absent: reason };
}

/** The SQL of one mapped field. */
export function column(kind: FieldKind, mapping: FieldMapping, s: Surroundings): Column {
  const d = s.dialect;
  const missing = [...s.missing, ...(mapping.missing ?? [])];
  if (mapping.area) return areaColumn(s, mapping, missing);
  if (mapping.columns) return keyColumn('link', s, mapping);
  const found = s.columnOf(mapping.column ?? '');
  const text = stepped(d, found, { ...mapping, missing }, s.columnOf);
  const { present } = text;
  if (mapping.date !== undefined) return dateColumn('date', s, found, text, mapping, missing);
  if (mapping.datetime !== undefined) return dateColumn('datetime', s, found, text, mapping, missing);
  if (mapping.integer) {
    const value = kept(present, integerValue(d, found, text), missing, /\d/);
    return { kind, value, unreadable: { present, reason: 'UNREADABLE_NUMBER' } };
  }
  if (mapping.decimal) {
    const { value, exact } = decimalValue(d, found, text, mapping.decimal === true ? {} : mapping.decimal);
    return {
      kind,
      value: kept(present, value, missing, /\d/),
      unreadable: { present, reason: 'UNREADABLE_NUMBER' },
      ...(exact === undefined ? {} : { exact }),
    };
  }
  if (mapping.boolean) {
    const { true: yes, false: no } = mapping.boolean;
    const map = new Map([...yes.map(code => [code, 'true'] as const), ...no.map(code => [code, 'false'] as const)]);
    return enumColumn(kind, d, text, map, undefined, found);
  }
  if (s.codes || s.others !== undefined) return enumColumn(kind, d, text, s.codes ?? new Map(), s.others, found);
  return {
    kind,
    value: `(CASE WHEN ${present} THEN ${text.text} END)`,
    ...(text.bare ? { bare: { text: found } } : {}),
  };
}
