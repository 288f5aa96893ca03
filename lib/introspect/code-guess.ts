import { dictionary } from './dictionary.ts';
import { chineseIn } from './reading.ts';
import { looksPersonal } from './personal.ts';
import { present, type ColumnSample, type TableSample } from './table-sample.ts';

/** Codes of a column and what they mean, where that is said. */
export interface CodeGuess {
  readonly labels: ReadonlyMap<string, string>;
  /** Codes met, with their rows. */
  readonly met: ReadonlyMap<string, number>;
  readonly from: 'comment' | 'label column' | 'dictionary table' | 'values';
  readonly why: string;
  readonly dictionary?: {
    readonly table: string;
    readonly where: Readonly<Record<string, string>>;
    readonly code: string;
    readonly label: string;
    readonly parent?: string;
  };
  /** The column beside it that says the code in words. */
  readonly label?: string;
  /** The code is what stands before this mark. */
  readonly before?: string;
}

/** '处理状态（0：未处理 1：已处理）', '1-是,2-否', '01=民事;02=刑事': codes and their meaning out of a comment. */
export function codesInComment(comment: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pair =
    /(?<![A-Za-z0-9])([A-Za-z]{1,4}|-?\d{1,6})\s*[:：=＝\-－.、]\s*([\p{Script=Han}A-Za-z()（）]{1,20}?)(?=[\s,，;；、。/|)）\]】]|$|(?<=\p{Script=Han})-?[A-Za-z0-9])/gu;
  for (const [, code, label] of comment?.matchAll(pair) ?? [])
    if (code !== undefined && label !== undefined && /\p{Script=Han}/u.test(label))
      found.set(code, label.replace(/[(（]$/, ''));
  return found.size >= 2 ? found : new Map<string, string>();
}

/** Whether a value may be shown in a draft: a short code, or Chinese words that the dictionary has. */
export function showable(value: string): boolean {
  if (looksPersonal(value)) return false;
  if (/^[A-Za-z0-9_.-]{1,12}$/.test(value)) return true;
  const runs = chineseIn(value);
  const { zh } = dictionary();
  const known = runs.some(run =>
    [...zh.keys()].some(
      word => word.length >= 2 && run.includes(word) && zh.get(word)?.every(sense => sense.role !== 'person'),
    ),
  );
  return known && value.length <= 12;
}

function mostlyShort(column: ColumnSample): boolean {
  return [...(column.frequencies ?? [])].every(([value]) => value.length <= 24);
}

/** Few enough values, often enough repeated, and not a number that counts or a date. */
export function isCodeLike(column: ColumnSample): boolean {
  const { frequencies, meaning, personal, distinct, filled } = column;
  if (personal || !frequencies || frequencies.size > 60 || !mostlyShort(column)) return false;
  if (
    ['date', 'amount', 'count', 'area', 'audit', 'geometry', 'note'].some(role => meaning.roles.has(role as 'date'))
  ) {
    // The name may be read otherwise; values that are words are codes all the same.
    if (![...frequencies.keys()].some(value => /\p{Script=Han}/u.test(value)) && !meaning.roles.has('code'))
      return false;
  }
  return distinct <= 20 || filled / distinct >= 20;
}

/** 'EMS: BACK PAINS', 'Fire: ALARM': a few words before a mark, and anything behind it. */
function codesBefore(column: ColumnSample): CodeGuess | undefined {
  const values = present(column);
  for (const mark of [':', '：', '-', '/']) {
    const prefixes = values.flatMap(value => (value.includes(mark) ? [value.slice(0, value.indexOf(mark))] : []));
    const met = new Map([...Map.groupBy(prefixes, prefix => prefix)].map(([prefix, of]) => [prefix, of.length]));
    const few = met.size >= 2 && met.size <= 12 && column.distinct > 2 * met.size;
    if (!few || prefixes.length < values.length * 0.95 || ![...met.keys()].every(showable)) continue;
    const labels = new Map([...met.keys()].filter(word => /\p{Script=Han}/u.test(word)).map(word => [word, word]));
    return { labels, met, from: 'values', why: `${met.size} different words before '${mark}'`, before: mark };
  }
  return undefined;
}

/** What a code column's values mean, from its comment or from the values themselves. */
export function guessCodes(column: ColumnSample): CodeGuess | undefined {
  const inComment = codesInComment(column.shape.comment);
  if (column.personal) return undefined;
  if (inComment.size === 0 && !isCodeLike(column))
    return column.meaning.roles.has('key') ? undefined : codesBefore(column);
  const met = column.frequencies ?? new Map<string, number>();
  if (inComment.size > 0) return { labels: inComment, met, from: 'comment', why: 'codes in its comment' };
  const words = [...met.keys()].filter(value => /\p{Script=Han}/u.test(value) && showable(value));
  return {
    labels: new Map(words.map(word => [word, word])),
    met,
    from: 'values',
    why: `${met.size} different values`,
  };
}

/** CBDW_BM and CBDW_MC, ajlb and ajlbmc: the column that says a code in words. */
export function labelColumnOf(table: TableSample, column: ColumnSample): ColumnSample | undefined {
  const stem = column.shape.name.replace(/_?(?:bm|dm|code|id)$/i, '').toLowerCase();
  return [...table.columns.values()].find(other => {
    const name = other.shape.name.toLowerCase();
    if (other === column || other.personal || !/_?(?:mc|name|label|text|cn|zw)$/.test(name)) return false;
    return name.replace(/_?(?:mc|name|label|text|cn|zw)$/, '') === stem && other.distinct <= column.distinct * 2 + 2;
  });
}
