import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { stock } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const reliefCoverage = indicator({
  id: 'relief_coverage',
  owner: 'civil-affairs',
  name: { zh: '救助覆盖率', en: 'Relief coverage of the identified' },
  question: {
    zh: '期末已认定的低收入人口中，多少人正在享受救助？',
    en: 'Of the low-income persons identified at the end of the period, what share has aid in force?',
  },
  numerator: { zh: '至少有一项救助在享的已认定低收入人口', en: 'identified low-income persons with >=1 aid in force' },
  denominator: { zh: '已认定的低收入人口', en: 'identified low-income persons' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'snapshot',
      parts: whole(sumShare(stock('assistanceCase', 'AIDED_PERSONS'), stock('assistanceCase', 'IDENTIFIED_PERSONS'))),
    },
  ],
  dimensions: dimensions('assistanceCase', 'kind'),
  companions: ['min_living_coverage'],
  perverse: { zh: '少认定，覆盖率反而高', en: 'Identifying fewer people raises it' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
