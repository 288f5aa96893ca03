import { list, type Dialect } from '../dialect/dialect.ts';
import type { FieldMapping } from '../mapping/mapping.ts';
import { parsePattern, type Fold, type Take } from '../mapping/text-steps.ts';
import type { ColumnReference } from './reference.ts';

/** A column's text after the steps of its mapping. */
export interface SteppedText {
  /** NULL where the source holds nothing. */
  readonly text: string;
  /** True where the source holds something. */
  readonly present: string;
  /** Whether the text is the column's own, so that a condition on the bare column says the same. */
  readonly bare: boolean;
}

type Steps = Pick<FieldMapping, 'charset' | 'fold' | 'missing' | 'take' | 'pad' | 'when'>;

function folded(d: Dialect, text: string, folds: readonly Fold[]): string {
  const steps: Record<Fold, (t: string) => string> = {
    width: d.halfWidth,
    space: d.trim,
    case: d.upper,
    zeros: t => `CASE WHEN ${t} <> '' AND ${d.trimZeros(t)} = '' THEN '0' ELSE ${d.trimZeros(t)} END`,
    fraction: d.trimFraction,
    levels: t => foldLevels(d, t),
  };
  // Always in this order: a full-width blank must be narrow before it is trimmed.
  return (Object.keys(steps) as Fold[]).filter(f => folds.includes(f)).reduce((t, f) => `(${steps[f](t)})`, text);
}

/** An area code of 12 or 15 digits without the zeros of levels that are not used. */
export function foldLevels(d: Dialect, text: string): string {
  const cases = [
    [15, 6],
    [15, 9],
    [15, 12],
    [12, 6],
    [12, 9],
  ] as const;
  const when = cases.map(
    ([length, kept]) =>
      `WHEN ${d.length(text)} = ${length} AND ${text} LIKE '%${'0'.repeat(length - kept)}' THEN substr(${text}, 1, ${kept})`,
  );
  return `CASE ${when.join(' ')} ELSE ${text} END`;
}

function taken(d: Dialect, text: string, take: Take): string {
  const where = (needle: string): string => d.position(text, d.literal(needle));
  if ('before' in take)
    return `CASE WHEN ${where(take.before)} > 0 THEN substr(${text}, 1, ${where(take.before)} - 1) END`;
  if ('after' in take)
    return `CASE WHEN ${where(take.after)} > 0 THEN substr(${text}, ${where(take.after)} + ${[...take.after].length}) END`;
  if ('between' in take)
    return taken(d, `(${taken(d, text, { after: take.between[0] })})`, { before: take.between[1] });
  if ('part' in take) return d.part(text, d.literal(take.of), take.part);
  if ('from' in take) return `substr(${text}, ${take.from}, ${take.length})`;
  const pattern = parsePattern(take.pattern);
  return pattern ? d.match(text, pattern) : 'NULL';
}

/** A text, unless it is empty or one of the spellings of nothing. */
function unlessMissing(d: Dialect, text: string, missing: readonly string[]): string {
  return `CASE WHEN ${text} NOT IN ${list(d, ['', ...missing])} THEN ${text} END`;
}

/** Whether a number column can hold what a word spells. */
function isNumber(word: string): boolean {
  return word !== '' && String(Number(word)) === word;
}

function presence(d: Dialect, column: ColumnReference, text: string, missing: readonly string[]): string {
  // In SQLite a column of numbers may hold texts.
  if (d.name !== 'sqlite' && (column.kind === 'integer' || column.kind === 'decimal')) {
    const numbers = missing.filter(isNumber);
    return `(${column.sql} IS NOT NULL${numbers.length > 0 ? ` AND ${column.sql} NOT IN (${numbers.join(', ')})` : ''})`;
  }
  if (d.isFilled && missing.length === 0 && column.kind === 'text') return d.isFilled(column.sql);
  // NULL is not in the list either, so that the comparison says both.
  return `(${text} IS NOT NULL AND ${text} NOT IN ${list(d, ['', ...missing])})`;
}

/** Rows that have these values, to the letter. */
export function rowsWith(d: Dialect, column: ColumnReference, values: string | readonly string[]): string {
  const texts = [values].flat();
  const among = (text: string): string =>
    texts.length === 1 ? `${text} = ${d.literal(texts[0] ?? '')}` : `${text} IN ${list(d, texts)}`;
  if (column.kind !== 'text') return among(d.text(column.sql));
  // A bare column can use its index; but for PostgreSQL, it is compared by its own collation, which may take A for a.
  return d.name === 'postgres' ? among(column.sql) : `(${among(column.sql)} AND ${among(d.text(column.sql))})`;
}

/**
 * The text of a column: bytes decoded, forms folded, nothing taken for nothing, the part taken, zeros added.
 * `columnOf` finds the columns that `when` names.
 */
export function stepped(
  d: Dialect,
  column: ColumnReference,
  steps: Steps,
  columnOf: (name: string) => ColumnReference,
): SteppedText {
  const { charset, fold = [], missing = [], take, pad, when } = steps;
  if (!charset && fold.length === 0 && !take && pad === undefined && !when) {
    const text = d.text(column.sql);
    return { text, present: presence(d, column, text, missing), bare: true };
  }
  let text = folded(d, charset ? d.gbk(column.sql) : d.text(column.sql), fold);
  if (missing.length > 0 || take || pad !== undefined) text = `(${unlessMissing(d, text, missing)})`;
  if (take) text = `(${taken(d, text, take)})`;
  if (pad !== undefined) text = padded(d, text, pad);
  if (when) {
    const rows = Object.entries(when).map(([name, values]) => rowsWith(d, columnOf(name), values));
    text = `(CASE WHEN ${rows.join(' AND ')} THEN ${text} END)`;
  }
  return { text, present: `(${text} IS NOT NULL AND ${text} <> '')`, bare: false };
}

function padded(d: Dialect, text: string, length: number): string {
  return `(CASE WHEN ${d.length(text)} BETWEEN 1 AND ${length - 1} THEN substr(${d.concat([d.literal('0'.repeat(length)), text])}, ${d.length(text)} + 1) ELSE ${text} END)`;
}
