import { openLongerThan } from '../../formula/amount.ts';
import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { ages, stock } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const pendingOver12mShare = indicator({
  id: 'pending_over_12m_share',
  owner: 'court',
  name: { zh: '超12个月未结案件比', en: 'Pending over 12 months' },
  question: {
    zh: '期末未结案件中，超过12个月的占多少？',
    en: 'What share of the cases pending at the end of the period is older than 12 months?',
  },
  numerator: { zh: '期末未结且超过365天的案件', en: 'pending at snapshot with age > 12 months' },
  denominator: { zh: '期末未结案件', en: 'pending at snapshot (SPC denominator not seen; make it a parameter)' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    {
      form: 'snapshot',
      parts: whole(share(openLongerThan(ages('courtCase', 'PENDING_AGE'), 365), stock('courtCase', 'PENDING'))),
    },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['pending_age_p90', 'closed_within_limit_rate'],
  perverse: { zh: '中止后另立新案；拆案', en: 'Suspending and filing anew; splitting cases' },
  references: [
    {
      title: {
        zh: '最高人民法院 2024年9月审判质量管理指标修订(只见名称，未见公式附件)',
        en: "Supreme People's Court, revision of trial quality indicators, September 2024 (names; the annex of formulas was not found)",
      },
    },
    { title: { zh: '美国全国州法院中心 CourTools', en: 'NCSC CourTools' }, article: { zh: '指标四', en: 'measure 4' } },
  ],
  evidence: 'N',
  versions: [{ version: 1, from: '2023-01-01' }],
});
