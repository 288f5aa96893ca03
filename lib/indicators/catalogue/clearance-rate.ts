import { countRatio } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const clearanceRate = indicator({
  id: 'clearance_rate',
  name: { zh: '收结比', en: 'Clearance rate' },
  question: {
    zh: '当期结案数是新收案件数的百分之几？',
    en: 'How many cases were closed in the period for every hundred filed in it?',
  },
  unit: 'percent',
  direction: 'higher',
  forms: [
    { form: 'in-period', parts: whole(countRatio(measure('courtCase', 'CLOSED'), measure('courtCase', 'FILED'))) },
  ],
  companions: ['case_duration_median'],
  perverse: { zh: '年底不立案；先结易案', en: 'Refusing filings at the end of the year; easy cases first' },
  source: {
    zh: 'CEPEJ 司法统计指南(GOJUST)；NCSC CourTools 指标二',
    en: 'CEPEJ Guidelines on judicial statistics (GOJUST); NCSC CourTools measure 2',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
