import { sumShare } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const reliefCoverage = indicator({
  id: 'relief_coverage',
  name: { zh: '救助覆盖率', en: 'Relief coverage of the identified' },
  question: {
    zh: '期末已认定的低收入人口中，多少人正在享受救助？',
    en: 'Of the low-income persons identified at the end of the period, what share has aid in force?',
  },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'snapshot',
      parts: whole(
        sumShare(measure('assistanceCase', 'AIDED_PERSONS'), measure('assistanceCase', 'IDENTIFIED_PERSONS')),
      ),
    },
  ],
  companions: [],
  perverse: { zh: '少认定，覆盖率反而高', en: 'Identifying fewer people raises it' },
  source: {
    zh: '通行口径；社会救助暂行办法(2019)',
    en: 'Common practice; Interim Measures for Social Assistance (2019)',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
