import type { Surroundings } from '../column.ts';
import type { ColumnReference } from '../convert/reference.ts';
import { parseFormat } from '../mapping/date-format.ts';
import type { DecimalMapping, FieldMapping, KeyMapping } from '../mapping/mapping.ts';
import type { FieldKind } from '../record-type.ts';
import { dayReader } from './day.ts';
import { readJson } from './json.ts';
import { plainDecimal } from './plain-decimal.ts';

/**
 * How a field of plain text columns is given out: the database only hands over the columns, and what the SQL of the field says
 * is done here, which costs a fraction. The two are held equal by test/db/habits.
 */
export interface Reader {
  readonly columns: readonly string[];
  /** From the texts of the columns to the canonical value. */
  readonly read: (...texts: Text[]) => unknown;
}

type Steps = Pick<FieldMapping, 'charset' | 'fold' | 'take' | 'pad' | 'when'>;

function isPlain({ charset, fold, take, pad, when }: Steps): boolean {
  return !charset && !fold?.length && !take && pad === undefined && !when;
}

function numberReader(m: FieldMapping): ((text: string) => unknown) | undefined {
  if (m.integer)
    return text => {
      const number = /^-?\d{1,18}$/.test(text) ? Number(text) : NaN;
      return number >= -2147483648 && number <= 2147483647 ? number + 0 : null;
    };
  const { thousands, suffix, negative, times }: DecimalMapping = m.decimal === true ? {} : (m.decimal ?? {});
  if (negative || times !== undefined) return undefined;
  return text => {
    let plain = text;
    for (const strip of [thousands, suffix]) if (strip) plain = plain.replaceAll(strip, '');
    return /^-?\d{1,28}(\.\d{1,30})?$/.test(plain) ? plainDecimal(plain) : null;
  };
}

function converter(kind: FieldKind, m: FieldMapping, s: Surroundings): ((text: string) => unknown) | undefined {
  const format = m.date ?? m.datetime;
  if (format !== undefined) {
    const parsed = parseFormat(format);
    return parsed?.ordered && !parsed.offset && m.zone === undefined
      ? dayReader(parsed, m.datetime !== undefined)
      : undefined;
  }
  if (m.integer || m.decimal) return numberReader(m);
  if (m.boolean) {
    const map = new Map<string, boolean>([
      ...m.boolean.false.map(code => [code, false] as const),
      ...m.boolean.true.map(code => [code, true] as const),
    ]);
    return text => map.get(text) ?? null;
  }
  if (s.others !== undefined) return undefined;
  if (s.codes) return text => s.codes?.get(text) ?? null;
  return kind === 'json' ? readJson : text => text;
}

type Text = string | null;

/** The columns as the statement selects them; undefined where one is no text. */
function textColumns(columns: readonly ColumnReference[], s: Surroundings): string[] | undefined {
  if (!columns.every(({ kind }) => kind === 'text')) return undefined;
  return columns.map(({ sql }) => (s.dialect.name === 'postgres' ? s.dialect.text(sql) : sql));
}

/** Reads one column. */
function single(
  column: ColumnReference,
  s: Surroundings,
  missing: ReadonlySet<string>,
  convert: (text: string) => unknown,
): Reader | undefined {
  const columns = textColumns([column], s);
  return columns && { columns, read: (text = null) => (text === null || missing.has(text) ? null : convert(text)) };
}

/** Reads several columns as one. */
function several(
  references: readonly ColumnReference[],
  s: Surroundings,
  missing: ReadonlySet<string>,
  combine: (texts: readonly Text[]) => unknown,
): Reader | undefined {
  const columns = textColumns(references, s);
  const kept = (text: Text): Text => (text === null || missing.has(text) ? null : text);
  return columns && { columns, read: (...texts) => combine(texts.map(kept)) };
}

/** The reader of a field, where its columns are plain texts and its words can be said here; undefined elsewhere. */
export function readerOf(kind: FieldKind, m: FieldMapping, s: Surroundings): Reader | undefined {
  if (!isPlain(m) || m.through || m.absent !== undefined) return undefined;
  const missing = new Set(['', ...s.missing, ...(m.missing ?? [])]);
  const find = (name: string): ColumnReference => s.columnOf(name);
  if (m.columns) return keyReader(m, s);
  if (m.area) {
    if ('outlines' in m.area || s.codes || s.others !== undefined) return undefined;
    // What follows a part that is not there says nothing.
    return several((m.area as readonly string[]).map(find), s, missing, texts => {
      const first = texts.indexOf(null);
      return texts.slice(0, first < 0 ? texts.length : first).join('') || null;
    });
  }
  const convert = converter(kind, m, s);
  if (!convert) return undefined;
  return single(find(m.column ?? ''), s, missing, convert);
}

/** The same of a key. */
export function keyReader(key: KeyMapping, s: Surroundings): Reader | undefined {
  if (!isPlain(key)) return undefined;
  const columns = (key.columns ?? [key.column ?? '']).map(name => s.columnOf(name));
  const missing = new Set(['', ...s.missing, ...(key.missing ?? [])]);
  const [first, ...more] = columns;
  if (first && more.length === 0) return single(first, s, missing, text => text);
  return several(columns, s, missing, texts => (texts.includes(null) ? null : texts.join('-')));
}
