import { sum } from '../../formula/amount.ts';
import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure, opening } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const caseClosureRate = indicator({
  id: 'case_closure_rate',
  owner: 'court',
  name: { zh: '结案率', en: 'Case closure rate' },
  question: {
    zh: '期初未结与当期新收的案件中，有多少在当期结案？',
    en: 'Of the cases pending at the start and those newly filed, how many were closed in the period?',
  },
  numerator: { zh: '当期结案数', en: 'cases closed in period' },
  denominator: { zh: '期初未结数与当期新收数之和', en: 'pending at start + newly filed in period' },
  periodDate: { zh: '结案日期(分子)；立案日期(分母)', en: 'closing date (numerator); filing date (denominator)' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        share(measure('courtCase', 'CLOSED'), sum(opening('courtCase', 'PENDING'), measure('courtCase', 'FILED'))),
      ),
    },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['clearance_rate', 'pending_over_12m_share'],
  perverse: { zh: '年底不立案；先结易案', en: 'Refusing filings at the end of the year; easy cases first' },
  references: [
    {
      title: {
        zh: '人民法院数据通报(2022年1至2月)，按结案/(旧存+新收)可复算',
        en: 'Court data bulletin of January and February 2022, reproduced as closed over carried in plus new',
      },
    },
    {
      title: {
        zh: '基层法院审判管理指标手册(2022)',
        en: 'Handbook of trial management indicators of a local court (2022)',
      },
    },
  ],
  evidence: 'F/P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
