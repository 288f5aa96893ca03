import type { Text } from '../kernel/text.ts';
import type { Finding } from '../source/index.ts';
import type { DriftCode } from './drift.ts';

type Told = Omit<Finding, 'code'>;

/** A number for a reader: 12,345. */
export function grouped(n: number): string {
  return n.toLocaleString('en');
}

function share({ rows, of }: Told): string {
  if (rows === null || !of) return '';
  const percent = (rows / of) * 100;
  return percent < 0.1 ? '<0.1 %' : `${percent.toFixed(1)} %`;
}

/** Values in the order found: 99 ×120. Values without rows come from no row. */
function list({ values }: Told, most = 10): string {
  const shown = values.slice(0, most).map(({ value, rows }) => (rows > 0 ? `${value} ×${grouped(rows)}` : value));
  return `${shown.join(', ')}${values.length > most ? ', …' : ''}`;
}

function rowsOf(f: Told): Text {
  const n = grouped(f.rows ?? 0);
  const part = f.of === null ? '' : share(f);
  return {
    zh: `${n} 行${part === '' ? '' : `(占 ${part})`}`,
    en: `${n} ${f.rows === 1 ? 'row' : 'rows'}${part === '' ? '' : ` (${part})`}`,
  };
}

function withValues(f: Told, zh: string, en: string, what: Text): Text {
  if (f.values.length === 0) return { zh, en };
  return { zh: `${zh}；${what.zh}：${list(f)}`, en: `${en}; ${what.en}: ${list(f)}` };
}

const codes: Text = { zh: '代码', en: 'codes' };
const shapes: Text = { zh: '写法', en: 'shapes' };

/** What each finding says. `rows` and `of` stand in front of the sentence in a report, so that they can be compared. */
const sentences: Record<Finding['code'] | DriftCode, (f: Told) => Text> = {
  NOT_KEPT: ({ about }) => ({
    zh: `来源不保存：${about['reason']}`,
    en: `the source does not keep it: ${about['reason']}`,
  }),
  NO_ROWS: f => ({
    zh: f.of ? `${grouped(f.of)} 行全部被 only 或 except 排除` : '表中没有数据',
    en: f.of ? `only or except takes out all of ${grouped(f.of)} rows` : 'the table has no rows',
  }),
  UNREADABLE_DATE: f =>
    withValues(f, `${rowsOf(f).zh}日期无法识别`, `${rowsOf(f).en} with a date that cannot be read`, shapes),
  UNREADABLE_NUMBER: f =>
    withValues(f, `${rowsOf(f).zh}数字无法识别`, `${rowsOf(f).en} with a number that cannot be read`, shapes),
  UNMAPPED_CODE: f =>
    withValues(f, `${rowsOf(f).zh}代码未映射`, `${rowsOf(f).en} with a code that is not mapped`, codes),
  UNKNOWN_AREA: f => withValues(f, `${rowsOf(f).zh}不在任何已知区划内`, `${rowsOf(f).en} in no known area`, codes),
  MISSING_KEY: f => ({ zh: `${rowsOf(f).zh}没有主键`, en: `${rowsOf(f).en} without a key` }),
  DUPLICATE_KEY: f => ({
    zh: `${grouped(Number(f.about['keys']))} 个主键重复，多出 ${rowsOf(f).zh}${f.about['declared'] ? '(映射已声明 repeats)' : ''}`,
    en: `${grouped(Number(f.about['keys']))} keys repeat, ${rowsOf(f).en} beyond the first${f.about['declared'] ? ' (the mapping says repeats)' : ''}`,
  }),
  DUPLICATE_ROWS: f => ({
    zh: `${grouped(Number(f.about['groups']))} 组完全相同的记录，多出 ${rowsOf(f).zh}`,
    en: `${grouped(Number(f.about['groups']))} rows occur more than once, ${rowsOf(f).en} beyond the first`,
  }),
  NEAR_DUPLICATE_ROWS: f => ({
    zh: `${rowsOf(f).zh}除 ${f.about['but']} 外与其他行完全相同`,
    en: `${rowsOf(f).en} like another one in every column but ${f.about['but']}`,
  }),
  EMPTY_FIELD: () => ({ zh: '所有行都没有内容', en: 'no row has anything in it' }),
  MISSING_SPELLINGS: f =>
    withValues(f, `${rowsOf(f).zh}为空，写法不一`, `${rowsOf(f).en} empty, in several spellings`, shapes),
  ORPHAN_LINK: f => ({
    zh: `${rowsOf(f).zh}指向不存在的 ${f.about['target']}，涉及 ${grouped(Number(f.about['keys']))} 个编号`,
    en: `${rowsOf(f).en} pointing to no ${f.about['target']}, by ${grouped(Number(f.about['keys']))} numbers`,
  }),
  LINK_ELSEWHERE: f => ({
    zh: `${grouped(f.rows ?? 0)} 行指向另一部门的 ${f.about['target']}，该部门未参与核对`,
    en: `${grouped(f.rows ?? 0)} rows pointing to ${f.about['target']} of another department, which was not checked`,
  }),
  SEVERAL_SIDE_ROWS: f => ({
    zh: `${rowsOf(f).zh}在 ${f.about['table']} 中有多行，另有 ${grouped(Number(f.about['further']))} 行未读取`,
    en: `${rowsOf(f).en} meeting several rows of ${f.about['table']}, of which ${grouped(Number(f.about['further']))} are not read`,
  }),
  LABEL_VARIES: f =>
    withValues(
      f,
      `${f.about['all']} 个代码中有 ${f.about['codes']} 个对应多个名称`,
      `${f.about['codes']} of ${f.about['all']} codes have several labels`,
      codes,
    ),
  LABEL_CONTRADICTS: f =>
    withValues(
      f,
      `${grouped(f.rows ?? 0)} 行的名称与字典表 ${f.about['table']} 不一致`,
      `${grouped(f.rows ?? 0)} rows with another label than the dictionary table ${f.about['table']}`,
      codes,
    ),
  CODE_NOT_IN_DICTIONARY: f =>
    withValues(
      f,
      `映射中有字典表 ${f.about['table']} 没有的代码`,
      `the map has codes that ${f.about['table']} lacks`,
      codes,
    ),
  DICTIONARY_CODE_UNMAPPED: f =>
    withValues(
      f,
      `字典表 ${f.about['table']} 中有未映射的代码`,
      `${f.about['table']} has codes that the map lacks`,
      codes,
    ),
  ALIKE_VALUES: f =>
    withValues(
      f,
      `${f.about['groups']} 组代码仅大小写、全半角或空格不同`,
      `${f.about['groups']} groups of codes differ in letter case, width or blanks only`,
      codes,
    ),
  MIXED_CAPITALS: f =>
    withValues(
      f,
      `${f.about['codes']} 个代码中有 ${f.about['capitals']} 个全部大写`,
      `${f.about['capitals']} of ${f.about['codes']} codes are in capitals only`,
      codes,
    ),
  BESIDE_DIFFERS: f => ({
    zh: `${rowsOf(f).zh}与旁列不一致`,
    en: `${rowsOf(f).en} differing from the column beside it`,
  }),
  MISSING_INDEX: ({ about }) => ({
    zh: `${about['table']} 的 ${about['columns']} 没有索引，可建：${about['statement']}`,
    en: `${about['table']} has no index on ${about['columns']}; its owner could run: ${about['statement']}`,
  }),
  KIND_DIFFERS: ({ about }) => ({
    zh: `类型为 ${about['kind']}，${about['target']} 中为 ${about['other']}`,
    en: `is ${about['kind']}, and ${about['other']} in ${about['target']}`,
  }),
  NOT_CHECKED: ({ about }) => ({
    zh: `未能核对：${about['sentence']}`,
    en: `could not be checked: ${about['sentence']}`,
  }),
  DRIFT_TABLE_GONE: ({ about }) => ({
    zh: `自 ${about['since']} 以来表已消失`,
    en: `the table has gone since ${about['since']}`,
  }),
  DRIFT_COLUMN_GONE: ({ about }) => ({
    zh: `自 ${about['since']} 以来列已消失`,
    en: `the column has gone since ${about['since']}`,
  }),
  DRIFT_COLUMN_NEW: ({ about }) => ({
    zh: `自 ${about['since']} 以来新增的列`,
    en: `the column is new since ${about['since']}`,
  }),
  DRIFT_TYPE_CHANGED: ({ about }) => ({
    zh: `自 ${about['since']} 以来类型由 ${about['before']} 变为 ${about['now']}`,
    en: `its type was ${about['before']} on ${about['since']} and is ${about['now']}`,
  }),
  DRIFT_FEWER_ROWS: ({ about }) => ({
    zh: `${about['since']} 有 ${grouped(Number(about['before']))} 行，现有 ${grouped(Number(about['now']))} 行`,
    en: `there were ${grouped(Number(about['before']))} rows on ${about['since']} and are ${grouped(Number(about['now']))}`,
  }),
  DRIFT_NEW_CODE: f => ({
    zh: `自 ${f.about['since']} 以来出现新代码：${list(f)}`,
    en: `codes that are new since ${f.about['since']}: ${list(f)}`,
  }),
  DRIFT_NO_NEW_ROWS: ({ about }) => ({
    zh: `自 ${about['since']} 以来没有新数据，最近日期为 ${about['latest']}`,
    en: `no new rows since ${about['since']}; the latest date is ${about['latest']}`,
  }),
};

/** A finding in words. */
export function sentenceOf(f: Told & { readonly code: Finding['code'] | DriftCode }): Text {
  return sentences[f.code](f);
}
