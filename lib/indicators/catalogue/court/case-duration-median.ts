import { kaplanMeierMedian } from '../../formula/time.ts';
import { indicator, whole } from '../../indicator.ts';
import { durations } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const caseDurationMedian = indicator({
  id: 'case_duration_median',
  owner: 'court',
  name: { zh: '审理天数中位数', en: 'Median time to close a case' },
  question: {
    zh: '当期立案的一审案件，多少天内有一半结案(未结案件按已历时计入)？',
    en: 'After how many days had half of the cases filed in the period been closed, pending ones taken into account?',
  },
  numerator: { zh: '立案到结案天数的Kaplan-Meier中位数(未结删失)', en: 'KM median of filed->closed, pending censored' },
  denominator: { zh: '队列中的案件', en: 'cases at risk in cohort' },
  periodDate: { zh: '立案日期(队列)', en: 'filing date (cohort)' },
  unit: 'days',
  direction: 'lower',
  forms: [{ form: 'cohort', parts: whole(kaplanMeierMedian(durations('courtCase', 'TIME_TO_CLOSE'))) }],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['clearance_rate', 'closed_within_limit_rate'],
  perverse: { zh: '拆案；诉前拖延', en: 'Splitting cases; delay moved before filing' },
  references: [
    { title: { zh: '美国全国州法院中心 CourTools', en: 'NCSC CourTools' }, article: { zh: '指标三', en: 'measure 3' } },
  ],
  evidence: 'F(stat)',
  versions: [{ version: 1, from: '2023-01-01' }],
});
