import type { Text } from '../../kernel/text.ts';
import { type FigureReason, figureReasons } from '../figure.ts';

/** Why a comparison is not made, beside the reasons why a figure has no number. */
export const comparisonReasons = {
  ...figureReasons,
  VERSION_BREAK: { zh: '期间指标口径变更，前后不可比', en: 'the definition was changed between the two, with a break' },
  OTHER_DEFINITION: { zh: '两期指标定义不同', en: 'the definition of the other period gives another kind of number' },
  OTHER_MATURITY: {
    zh: '两期观察时长不同，部门未给出同等时长的数字',
    en: 'one has been followed up for longer, and the department gives no number for the same time',
  },
  NO_INTERVAL: {
    zh: '没有可用的置信区间(全数统计或合计值)，不作好坏判断',
    en: 'there is no interval (nothing was sampled, or sums), so chance cannot be told from change',
  },
  NO_PEERS: { zh: '没有可比的同类地区', en: 'there are no similar places' },
  TOO_FEW: { zh: '地区或事件过少', en: 'there are too few places or events' },
  ROUNDED: { zh: '数字经过随机取整，无法与其他地区合并比较', en: 'the counts are rounded at random' },
} as const satisfies Record<string, Text>;

export type ComparisonReason = FigureReason | keyof typeof comparisonReasons;
