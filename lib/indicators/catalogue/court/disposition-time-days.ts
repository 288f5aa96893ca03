import { dispositionDays } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure, stock } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const dispositionTimeDays = indicator({
  id: 'disposition_time_days',
  owner: 'court',
  name: { zh: '周转天数(计算值)', en: 'Disposition time' },
  question: {
    zh: '按当期的结案速度，期末未结案件多少天能办完？',
    en: 'At the pace of the period, in how many days would the cases pending at its end be resolved?',
  },
  numerator: { zh: '期末未结数 × 当期天数', en: '365 x pending at end' },
  denominator: { zh: '当期结案数', en: 'resolved in period (annualise: days in period instead of 365)' },
  periodDate: { zh: '期末时点；结案日期', en: 'last day of the period; closing date' },
  unit: 'days',
  direction: 'lower',
  forms: [
    { form: 'in-period', parts: whole(dispositionDays(stock('courtCase', 'PENDING'), measure('courtCase', 'CLOSED'))) },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['clearance_rate', 'pending_age_p90'],
  perverse: { zh: '拆案；先结易案', en: 'Splitting cases; easy cases first' },
  references: [
    {
      title: {
        zh: 'CEPEJ 司法统计指南(GOJUST)：收结比与周转天数',
        en: 'CEPEJ Guidelines on judicial statistics (GOJUST): clearance rate and disposition time',
      },
    },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
