import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { stock } from '../../measure.ts';

export const minLivingCoverage = indicator({
  id: 'min_living_coverage',
  owner: 'civil-affairs',
  name: { zh: '低保覆盖率', en: 'Minimum-living coverage' },
  question: {
    zh: '期末常住人口中，正在享受低保的占多少？',
    en: 'What share of the residents received the minimum living allowance at the end of the period?',
  },
  numerator: { zh: '期末在享低保人数', en: 'recipients at snapshot' },
  denominator: { zh: '常住人口', en: 'resident (or registered) population' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'percent',
  direction: 'neutral',
  forms: [
    {
      form: 'snapshot',
      parts: whole(sumShare(stock('assistanceCase', 'MIN_LIVING_AIDED'), stock('grid', 'POPULATION'))),
    },
  ],
  dimensions: [],
  companions: ['relief_coverage', 'min_living_on_time'],
  perverse: { zh: '应保未保；人情保', en: 'Leaving out those in need; favours' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
