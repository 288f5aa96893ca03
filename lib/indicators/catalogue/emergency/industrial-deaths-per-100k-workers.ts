import { register } from '../../formula/amount.ts';
import { rate } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const industrialDeathsPer100kWorkers = indicator({
  id: 'industrial_deaths_per_100k_workers',
  owner: 'emergency',
  name: { zh: '工矿商贸就业人员十万人死亡率', en: 'Industrial deaths per 100k workers' },
  question: {
    zh: '当期每十万工矿商贸就业人员有多少人死于生产安全事故？',
    en: 'How many persons died in accidents of mining, industry and commerce for every 100,000 employed there?',
  },
  numerator: { zh: '工矿商贸生产安全事故死亡人数', en: 'deaths in mining, industry, commerce' },
  denominator: { zh: '工矿商贸就业人员(十万人)，不年化', en: 'employed there / 100k' },
  periodDate: { zh: '事故日期', en: 'date of the accident' },
  unit: 'per100k',
  direction: 'lower',
  forms: [
    {
      form: 'in-period',
      parts: whole(rate(measure('emergencyEvent', 'INDUSTRIAL_DEATHS'), register('industrialWorkers'), 100_000)),
    },
  ],
  dimensions: dimensions('emergencyEvent', 'sector'),
  companions: ['work_deaths_per_100m_gdp'],
  perverse: { zh: '瞒报；改列行业', en: 'Hiding accidents; filing them under another sector' },
  references: [
    {
      title: {
        zh: '国家统计局 国民经济和社会发展统计公报(2005至2014)',
        en: 'National Bureau of Statistics, statistical communiqués (2005 to 2014)',
      },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
