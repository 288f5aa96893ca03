import { ageQuantile } from '../../formula/time.ts';
import { indicator, quantiles } from '../../indicator.ts';
import { ages } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const pendingAgeP90 = indicator({
  id: 'pending_age_p90',
  owner: 'court',
  name: { zh: '未结案件年龄P90', en: 'Age of active pending caseload' },
  question: {
    zh: '期末未结案件已立案多少天(中位数与P90)？',
    en: 'How old are the cases pending at the end of the period (median and P90)?',
  },
  numerator: { zh: '期末日减立案日的P50、P90', en: 'P50/P90 of snapshot - filed_at' },
  denominator: { zh: '期末未结案件', en: 'pending active' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'days',
  direction: 'lower',
  forms: [{ form: 'snapshot', parts: quantiles(ages('courtCase', 'PENDING_AGE'), [0.9, 0.5], ageQuantile) }],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['pending_over_12m_share', 'disposition_time_days'],
  perverse: { zh: '中止后另立新案', en: 'Suspending and filing anew' },
  references: [
    { title: { zh: '美国全国州法院中心 CourTools', en: 'NCSC CourTools' }, article: { zh: '指标四', en: 'measure 4' } },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
