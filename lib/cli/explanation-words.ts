import type { Input } from '../indicators/index.ts';
import type { Language, Text } from '../kernel/text.ts';

type Told = Record<Language, (to: string, days: number, asOf: string) => string>;

/** What an explanation is told in. */
export const explanationWords = {
  question: { zh: '回答的问题', en: 'Question' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  periodDate: { zh: '归期日期', en: 'Date of the period' },
  formula: { zh: '公式', en: 'Formula' },
  numbers: { zh: '代入', en: 'With numbers' },
  interval: { zh: '95% 区间', en: '95 % interval' },
  rounding: { zh: '含取整误差，取整到', en: 'with the error of counts rounded to' },
  definition: { zh: '定义版本', en: 'Definition' },
  from: { zh: '起用', en: 'from' },
  excluded: { zh: '不计', en: 'without' },
  sources: { zh: '依据', en: 'Sources' },
  status: { zh: '状态', en: 'Status' },
  complete: { zh: '完整度', en: 'Completeness' },
  estimated: { zh: '(估计)', en: '(estimated)' },
  unknown: { zh: '无法估计', en: 'not known' },
  unplaced: { zh: '区划不明', en: 'rows of no known place' },
  register: { zh: '所用统计资料', en: 'Register' },
  notes: { zh: '提示', en: 'Note' },
  noNotes: { zh: '没有', en: 'none' },
  companions: { zh: '须同看', en: 'Read beside it' },
  perverse: { zh: '副作用', en: 'Perverse incentive' },
  open: { zh: '未结', en: 'open' },
  questions: { zh: '向部门提出的问题', en: 'Questions to the departments' },
  took: { zh: '用时', en: 'took' },
  variables: { zh: '变量', en: 'variables' },
  over: {
    zh: (to, days, asOf) => `周期止于 ${to}，观察期 ${days} 天，数据截至 ${asOf}，均已满`,
    en: (to, days, asOf) => `the period ended on ${to}, ${days} days of follow-up, data as of ${asOf}: all passed`,
  } satisfies Told,
  provisional: {
    zh: (to, days, asOf) => `周期止于 ${to}，观察期 ${days} 天，数据截至 ${asOf}`,
    en: (to, days, asOf) => `the period ends on ${to}, ${days} days of follow-up, data as of ${asOf}`,
  } satisfies Told,
} as const;

/** Why a department's number is not there. */
export const inputAbsences: Record<NonNullable<Input['absent']>, Text> = {
  WITHHELD: { zh: '不予公布', en: 'not given out' },
  NOT_KEPT: { zh: '数据库无此字段', en: 'not kept' },
  NO_ANSWER: { zh: '未答复', en: 'no answer' },
};

export const inputHeads: Record<Language, readonly string[]> = {
  zh: ['部门', '取自', '周期', '数量', '误差', '数据截至', '未计入(不论周期)'],
  en: ['Department', 'Measure', 'Period', 'Number', 'Error', 'As of', 'Left out (of any period)'],
};
