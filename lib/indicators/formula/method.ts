import type { Text } from '../../kernel/text.ts';

interface Described {
  /** How the value comes from what is above and below the line. */
  readonly value: Text;
  /** Where its limits come from. */
  readonly interval: Text;
}

const poissonRatio: Text = {
  zh: '两个泊松计数之比的精确区间',
  en: 'the exact one of the ratio of two Poisson counts',
};
const none: Text = { zh: '不给出：没有抽样', en: 'none: nothing was sampled' };

/** How values are made, in words. */
export const methods = {
  share: {
    value: { zh: '100 × 分子 ÷ 分母', en: '100 x numerator / denominator' },
    interval: { zh: 'Wilson 得分区间', en: "Wilson's score interval" },
  },
  countRatio: { value: { zh: '100 × 分子 ÷ 分母', en: '100 x numerator / denominator' }, interval: poissonRatio },
  sumShare: { value: { zh: '100 × 分子 ÷ 分母', en: '100 x numerator / denominator' }, interval: none },
  rate: {
    value: { zh: '单位 × 分子 ÷ 分母(不折年)', en: 'unit x numerator / denominator, not annualised' },
    interval: { zh: '泊松率的区间', en: 'that of a Poisson rate' },
  },
  density: { value: { zh: '单位 × 分子 ÷ 分母', en: 'unit x numerator / denominator' }, interval: none },
  ratio: { value: { zh: '分子 ÷ 分母', en: 'numerator / denominator' }, interval: poissonRatio },
  dispositionDays: {
    value: { zh: '周期天数 × 分子 ÷ 分母', en: 'days of the period x numerator / denominator' },
    interval: poissonRatio,
  },
  kaplanMeierMedian: {
    value: {
      zh: 'Kaplan-Meier 中位数；未结的按已历时计入。分子：已结，分母：全部',
      en: 'the median by Kaplan and Meier, with open rows for as long as they have lasted; numerator: ended, denominator: all',
    },
    interval: { zh: 'Kaplan-Meier 估计的区间', en: 'that of the Kaplan-Meier estimate' },
  },
  kaplanMeierShare: {
    value: {
      zh: '100 × (1 − Kaplan-Meier 留存率)；未结的按已历时计入',
      en: '100 x (1 - survival by Kaplan and Meier), with open rows for as long as they have been observed',
    },
    interval: { zh: 'Kaplan-Meier 估计的区间', en: 'that of the Kaplan-Meier estimate' },
  },
  quantile: {
    value: {
      zh: '已结者用时的分位数。分子：已结，分母：全部',
      en: 'a quantile of the lengths that ended; numerator: ended, denominator: all',
    },
    interval: { zh: '分位数的区间', en: 'that of the quantile' },
  },
  ageQuantile: {
    value: { zh: '期末未结者时长的分位数(第 7 类)', en: 'a quantile (type 7) of the ages of what is open at the end' },
    interval: { zh: '不给出：全部已知', en: 'none: all are known' },
  },
} as const satisfies Record<string, Described>;

export type Method = keyof typeof methods;
