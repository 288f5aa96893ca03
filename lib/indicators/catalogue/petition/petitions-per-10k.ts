import { density, per10k } from '../../formula/ratio.ts';
import { indicator } from '../../indicator.ts';
import { measure, stock } from '../../measure.ts';

export const petitionsPer10k = indicator({
  id: 'petitions_per_10k',
  owner: 'petition',
  name: { zh: '万人信访量', en: 'Petitions per 10k' },
  question: {
    zh: '当期每万常住人口有多少信访件次、多少来访人次？',
    en: 'How many petition items, and how many visitors, were there for every 10,000 residents?',
  },
  numerator: { zh: '信访件数；来访人次(分别计，从不相加)', en: 'items, or visitors: never mixed' },
  denominator: { zh: '期末常住人口(万人)，不年化', en: 'residents at the end of the period / 10k, not annualised' },
  periodDate: { zh: '收到日期', en: 'date of receipt' },
  unit: 'per10k',
  direction: 'neutral',
  forms: [
    {
      form: 'in-period',
      parts: [
        {
          id: 'items',
          name: { zh: '件数', en: 'Items' },
          formula: per10k(measure('petition', 'RECEIVED'), stock('grid', 'POPULATION')),
        },
        {
          id: 'visits',
          name: { zh: '来访人次', en: 'Visitors' },
          formula: density(measure('petition', 'VISITS'), stock('grid', 'POPULATION'), 10_000),
        },
      ],
    },
  ],
  dimensions: [],
  companions: ['petition_closed_on_time', 'litigation_rate_per_10k'],
  perverse: { zh: '不登记、转为热线，数量就下降。信访量不用于评分', en: 'Not registering lowers it. Never scored' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
