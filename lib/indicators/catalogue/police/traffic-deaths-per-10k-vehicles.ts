import { register } from '../../formula/amount.ts';
import { rate } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const trafficDeathsPer10kVehicles = indicator({
  id: 'traffic_deaths_per_10k_vehicles',
  owner: 'police',
  name: { zh: '万车死亡率', en: 'Road deaths per 10k vehicles' },
  question: {
    zh: '当期每万辆机动车有多少人死于道路交通事故？',
    en: 'How many persons died in road accidents for every 10,000 registered vehicles?',
  },
  numerator: { zh: '道路交通事故死亡人数(七日内)', en: 'road traffic deaths (within 7 days)' },
  denominator: { zh: '机动车保有量(万辆)，不年化', en: 'registered vehicles / 10k, not annualised' },
  periodDate: { zh: '事故日期', en: 'date of the accident' },
  unit: 'per10kVehicles',
  direction: 'lower',
  forms: [
    { form: 'in-period', parts: whole(rate(measure('trafficAccident', 'DEATHS'), register('vehicles'), 10_000)) },
  ],
  dimensions: [],
  companions: ['homicide_victims_per_100k'],
  perverse: { zh: '死亡时间跨过七日', en: 'Deaths after the seventh day are not counted' },
  references: [
    {
      title: {
        zh: '国家统计局 国民经济和社会发展统计公报(2005至2014)',
        en: 'National Bureau of Statistics, statistical communiqués (2005 to 2014)',
      },
    },
    {
      title: {
        zh: '生产安全事故报告和调查处理条例(2007)',
        en: 'Regulations on reporting and investigating work-safety accidents (2007)',
      },
      article: { zh: '第三、九、十一、十三、二十九条', en: 'arts. 3, 9, 11, 13, 29' },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
