import { sum } from '../../formula/amount.ts';
import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const nonProsecutionRate = indicator({
  id: 'non_prosecution_rate',
  owner: 'procuratorate',
  name: { zh: '不(起)诉率', en: 'Non-prosecution rate' },
  question: {
    zh: '当期审查起诉决定的人中，不起诉的占多少？',
    en: 'What share of the persons decided on in the period was not prosecuted?',
  },
  numerator: { zh: '不起诉人数', en: 'persons not prosecuted' },
  denominator: { zh: '起诉与不起诉人数之和', en: 'prosecuted + not prosecuted' },
  periodDate: { zh: '决定日期', en: 'date of the decision' },
  unit: 'percent',
  direction: 'neutral',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        sumShare(
          measure('prosecutionCase', 'NOT_PROSECUTED'),
          sum(measure('prosecutionCase', 'PROSECUTED'), measure('prosecutionCase', 'NOT_PROSECUTED')),
        ),
      ),
    },
  ],
  dimensions: dimensions('prosecutionCase', 'offence'),
  companions: ['non_arrest_rate', 'plea_leniency_rate'],
  perverse: { zh: '该诉不诉；凑数不诉', en: 'Deciding by quota' },
  references: [
    {
      title: {
        zh: '最高人民检察院 办案数据(2022年第一季度、2024年上半年)',
        en: "Supreme People's Procuratorate, case data (2022 Q1, 2024 H1)",
      },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
