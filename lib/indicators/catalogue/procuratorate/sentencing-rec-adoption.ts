import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const sentencingRecAdoption = indicator({
  id: 'sentencing_rec_adoption',
  owner: 'procuratorate',
  name: { zh: '量刑建议采纳率', en: 'Sentencing recommendation adoption' },
  question: {
    zh: '当期判决中，检察机关的量刑建议有多少被采纳？',
    en: 'Of the sentences recommended in cases judged in the period, how many did the court adopt?',
  },
  numerator: { zh: '被采纳的量刑建议', en: 'recommendations adopted' },
  denominator: { zh: '同期提出的量刑建议', en: 'recommendations made, same period' },
  periodDate: { zh: '判决日期', en: 'date of the judgment' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        sumShare(measure('prosecutionCase', 'RECOMMENDATIONS_ADOPTED'), measure('prosecutionCase', 'RECOMMENDED')),
      ),
    },
  ],
  dimensions: dimensions('prosecutionCase', 'offence'),
  companions: ['plea_leniency_rate'],
  perverse: { zh: '建议幅度过宽', en: 'Recommending wide ranges' },
  references: [
    {
      title: {
        zh: '最高人民检察院 办案数据(2022年第一季度、2024年上半年)',
        en: "Supreme People's Procuratorate, case data (2022 Q1, 2024 H1)",
      },
    },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
