import { register } from '../../formula/amount.ts';
import { rate } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const workDeathsPer100mGdp = indicator({
  id: 'work_deaths_per_100m_gdp',
  owner: 'emergency',
  name: { zh: '亿元GDP生产安全事故死亡率', en: 'Work-safety deaths per 100m yuan GDP' },
  question: {
    zh: '当期每亿元地区生产总值有多少人死于生产安全事故？',
    en: 'How many persons died in work-safety accidents for every 100 million yuan of GDP?',
  },
  numerator: { zh: '生产安全事故死亡人数', en: 'work-safety deaths' },
  denominator: {
    zh: '现价地区生产总值(亿元，注明数据版本)，不年化',
    en: 'GDP at current price, 100m yuan (state the vintage)',
  },
  periodDate: { zh: '事故日期', en: 'date of the accident' },
  unit: 'per100mGdp',
  direction: 'lower',
  forms: [{ form: 'in-period', parts: whole(rate(measure('emergencyEvent', 'WORK_DEATHS'), register('gdp100m'), 1)) }],
  dimensions: dimensions('emergencyEvent', 'sector'),
  companions: ['industrial_deaths_per_100k_workers', 'accident_report_on_time'],
  perverse: { zh: '瞒报；列为非生产安全事故', en: 'Hiding accidents; filing them under another kind' },
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
