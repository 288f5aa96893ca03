import type { FigureStatus } from '../indicators/index.ts';
import type { Text } from '../kernel/text.ts';

/** What the status of a figure is called. */
export const statusNames: Record<FigureStatus, Text> = {
  ok: { zh: '正常', en: 'ok' },
  provisional: { zh: '暂定', en: 'provisional' },
  suppressed: { zh: '不予公布', en: 'suppressed' },
  not_computable: { zh: '不可计算', en: 'not computable' },
  source_unavailable: { zh: '数据源不可用', en: 'source unavailable' },
};

/** What it means, in a sentence. */
export const statusMeanings: Record<FigureStatus, Text> = {
  ok: {
    zh: '统计周期已结束，观察期已满',
    en: 'The period is over and its follow-up has passed.',
  },
  provisional: {
    zh: '统计周期或观察期未满，数值还会变动',
    en: 'The period or its follow-up goes on: the number can still change.',
  },
  suppressed: {
    zh: '部门未授权，或数量过小不予公布',
    en: 'The department does not give it out to this reader.',
  },
  not_computable: {
    zh: '没有可计算的数据；不是 0',
    en: 'There is nothing to compute it from; this is not 0.',
  },
  source_unavailable: {
    zh: '部门未答复；其他部门的数值不受影响',
    en: 'A department does not answer; the figures of the others are there.',
  },
};
