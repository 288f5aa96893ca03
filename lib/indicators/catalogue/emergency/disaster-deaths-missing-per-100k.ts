import { register, sum } from '../../formula/amount.ts';
import { rate } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const disasterDeathsMissingPer100k = indicator({
  id: 'disaster_deaths_missing_per_100k',
  owner: 'emergency',
  name: { zh: '每十万人灾害死亡失踪人数', en: 'Disaster deaths+missing per 100k' },
  question: {
    zh: '当期每十万人有多少人因灾死亡或失踪？',
    en: 'How many persons per 100,000 residents died or went missing in disasters in the period?',
  },
  numerator: { zh: '因自然灾害死亡与失踪人数', en: 'deaths + missing attributed to disasters' },
  denominator: { zh: '常住人口(十万人)，不年化', en: 'mid-year population' },
  periodDate: { zh: '灾害日期', en: 'date of the event' },
  unit: 'per100k',
  direction: 'lower',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        rate(
          sum(measure('emergencyEvent', 'DISASTER_DEATHS'), measure('emergencyEvent', 'DISASTER_UNACCOUNTED')),
          register('residents'),
          100_000,
        ),
      ),
    },
  ],
  dimensions: [],
  companions: ['homicide_victims_per_100k'],
  perverse: { zh: '列为意外', en: 'Filing as accidents' },
  references: [
    {
      title: {
        zh: '仙台减灾框架指标A、B，即可持续发展目标指标',
        en: 'Sendai Framework targets A and B, as SDG indicators',
      },
      article: { zh: '11.5.1、1.5.1', en: '11.5.1, 1.5.1' },
    },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
