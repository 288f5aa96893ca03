import type { Text } from '../../kernel/text.ts';

/** What the numbers are called that notes rest on. */
export const evidenceNames: Readonly<Record<string, Text>> = {
  rows: { zh: '件数', en: 'rows' },
  lower: { zh: '99.8%下限', en: '99.8 % lower' },
  others: { zh: '其余', en: 'others' },
  othersUpper: { zh: '其余95%上限', en: "others' 95 % upper" },
  closed: { zh: '办结', en: 'closed' },
  atMonthEnd: { zh: '其中月末三天', en: 'in the last three days' },
  edited: { zh: '其中办结次日后仍有修改', en: 'changed on a later day' },
  share: { zh: '占比', en: 'share' },
  expected: { zh: '按天数应占', en: 'explained by days' },
  now: { zh: '本期分母', en: 'denominator' },
  before: { zh: '上年同期', en: 'last year' },
  change: { zh: '变化', en: 'change' },
  restChange: { zh: '其余地区变化', en: 'change elsewhere' },
};

/** Those that are counts of rows; the others are shares. */
export const evidenceCounts: ReadonlySet<string> = new Set(['rows', 'closed', 'atMonthEnd', 'edited', 'now', 'before']);
