import { kaplanMeierMedian } from '../formula/time.ts';
import { indicator, whole } from '../indicator.ts';
import { durations } from '../measure.ts';

export const caseDurationMedian = indicator({
  id: 'case_duration_median',
  name: { zh: '审理天数中位数', en: 'Median time to close a case' },
  question: {
    zh: '当期立案的一审案件，多少天内有一半结案(未结案件按已历时计入)？',
    en: 'After how many days had half of the cases filed in the period been closed, pending ones taken into account?',
  },
  unit: 'days',
  direction: 'lower',
  forms: [{ form: 'cohort', parts: whole(kaplanMeierMedian(durations('courtCase', 'TIME_TO_CLOSE'))) }],
  companions: ['clearance_rate'],
  perverse: { zh: '拆案；诉前拖延', en: 'Splitting cases; delay moved before filing' },
  source: {
    zh: 'NCSC CourTools 指标三；Kaplan-Meier 估计',
    en: 'NCSC CourTools measure 3; Kaplan-Meier estimate',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
