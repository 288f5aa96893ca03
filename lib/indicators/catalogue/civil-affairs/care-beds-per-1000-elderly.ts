import { register } from '../../formula/amount.ts';
import { density } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { stock } from '../../measure.ts';

export const careBedsPer1000Elderly = indicator({
  id: 'care_beds_per_1000_elderly',
  owner: 'civil-affairs',
  name: { zh: '每千名老年人养老床位数', en: 'Care beds per 1000 aged 60+' },
  question: {
    zh: '期末每千名60岁以上老年人有多少张养老床位？',
    en: 'How many care beds were there for every 1,000 residents aged 60 and over?',
  },
  numerator: { zh: '期末养老床位数', en: 'beds at snapshot' },
  denominator: { zh: '60岁及以上人口(千人)', en: 'population 60+ / 1000' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'per1000',
  direction: 'higher',
  forms: [{ form: 'snapshot', parts: whole(density(stock('careFacility', 'BEDS'), register('aged60'), 1000)) }],
  dimensions: [],
  companions: ['relief_coverage'],
  perverse: { zh: '空置床位；挂牌床位', en: 'Empty beds; beds on paper' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
