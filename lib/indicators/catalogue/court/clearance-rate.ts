import { countRatio } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const clearanceRate = indicator({
  id: 'clearance_rate',
  owner: 'court',
  name: { zh: '收结比', en: 'Clearance rate' },
  question: {
    zh: '当期结案数是新收案件数的百分之几？',
    en: 'How many cases were closed in the period for every hundred filed in it?',
  },
  numerator: { zh: '当期结案数', en: 'cases resolved in period' },
  denominator: { zh: '当期新收案件数', en: 'cases filed in period' },
  periodDate: { zh: '结案日期；立案日期', en: 'closing date; filing date' },
  unit: 'percent',
  direction: 'higher',
  aim: 100,
  forms: [
    { form: 'in-period', parts: whole(countRatio(measure('courtCase', 'CLOSED'), measure('courtCase', 'FILED'))) },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['case_duration_median', 'backlog_index'],
  perverse: { zh: '年底不立案；先结易案', en: 'Refusing filings at the end of the year; easy cases first' },
  references: [
    {
      title: {
        zh: 'CEPEJ 司法统计指南(GOJUST)：收结比与周转天数',
        en: 'CEPEJ Guidelines on judicial statistics (GOJUST): clearance rate and disposition time',
      },
    },
    { title: { zh: '美国全国州法院中心 CourTools', en: 'NCSC CourTools' }, article: { zh: '指标二', en: 'measure 2' } },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
