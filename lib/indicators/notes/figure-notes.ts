import type { Text } from '../../kernel/text.ts';

/** What may lie behind a figure that looks good: a question to ask, and no finding. */
export const figureNotes = {
  FULL_SCORE: {
    zh: '满分，且远高于全县其余地区(全县指标：上年同期)；请核实',
    en: 'everything went well, far beyond the rest of the county (of a county: beyond last year); worth a look',
  },
  MONTH_END_RUSH: {
    zh: '月末最后三天办结量异常集中',
    en: 'more is closed in the last three days of the month than its days explain',
  },
  EDITED_AFTER_CLOSING: {
    zh: '办结后仍被修改的比例明显高于全县其余地区(全县指标：上年同期)',
    en: 'more of what is closed is changed on a later day than in the rest of the county (of a county: than last year)',
  },
  SHRINKING_DENOMINATOR: {
    zh: '比率上升的同时，分母比上年同期明显减少(超出全县变化)',
    en: 'the rate rises while what it is taken of falls, by more than chance and than in the rest of the county',
  },
} as const satisfies Record<string, Text>;

/** What cannot be asked of the departments' data, and why. */
export const uncheckedNotes = {
  EDITED_AFTER_CLOSING: {
    zh: '办结后修改：除法院案件和信访事项外，各部门数据未提供修改时间，无法检查',
    en: 'edits after closing, but for court cases and petitions: no other department gives the time of a change',
  },
} as const satisfies Record<string, Text>;

/** A note with the numbers that it rests on. */
export interface FigureNote {
  readonly code: keyof typeof figureNotes;
  /** By name; shares from 0 to 1, other numbers as they are. */
  readonly evidence: Readonly<Record<string, number>>;
}
