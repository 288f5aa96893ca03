import { register } from '../../formula/amount.ts';
import { rate } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const homicideVictimsPer100k = indicator({
  id: 'homicide_victims_per_100k',
  owner: 'police',
  name: { zh: '故意杀人受害率', en: 'Intentional homicide rate' },
  question: {
    zh: '当期每十万人有多少人死于故意杀人？',
    en: 'How many persons per 100,000 residents were killed in intentional homicides in the period?',
  },
  numerator: { zh: '故意杀人案件的死亡人数(不是案件数)', en: 'victims of intentional homicide' },
  denominator: { zh: '常住人口(十万人)，不年化', en: 'residents / 100k, not annualised' },
  periodDate: { zh: '发案日期', en: 'date of the offence' },
  unit: 'per100k',
  direction: 'lower',
  forms: [
    { form: 'in-period', parts: whole(rate(measure('policeCase', 'HOMICIDE_DEATHS'), register('residents'), 100_000)) },
  ],
  dimensions: [],
  companions: ['criminal_cases_per_10k'],
  perverse: { zh: '改列为伤害致死', en: 'Filing as injury causing death' },
  references: [
    {
      title: { zh: '联合国可持续发展目标指标元数据', en: 'UN SDG indicator metadata' },
      article: { zh: '16.1.1', en: '16.1.1' },
    },
    {
      title: {
        zh: '公安部 2023年数据(每十万人命案为案件数)',
        en: 'Ministry of Public Security, figures of 2023 (per 100,000 it prints cases)',
      },
    },
  ],
  evidence: 'F; MPS prints CASES per 100k, not victims',
  versions: [{ version: 1, from: '2023-01-01' }],
});
