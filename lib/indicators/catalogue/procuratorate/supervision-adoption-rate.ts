import { countRatio, share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const supervisionAdoptionRate = indicator({
  id: 'supervision_adoption_rate',
  owner: 'procuratorate',
  name: { zh: '监督意见采纳率', en: 'Supervisory opinion adoption' },
  question: {
    zh: '当期提出的监督意见，有多少被采纳？',
    en: 'Of the supervisory opinions issued in the period, how many were adopted?',
  },
  numerator: { zh: '被采纳的监督意见', en: 'opinions adopted' },
  denominator: { zh: '提出的监督意见', en: 'opinions issued (same period; cohort preferred)' },
  periodDate: { zh: '提出日期', en: 'date of issue' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // A month to answer, and another until it is entered.
      observationDays: 60,
      parts: whole(
        share(measure('supervisionOpinion', 'ISSUED_ADOPTED'), measure('supervisionOpinion', 'ISSUED_FOLLOWED')),
      ),
    },
    {
      form: 'in-period',
      parts: whole(countRatio(measure('supervisionOpinion', 'ADOPTED'), measure('supervisionOpinion', 'ISSUED'))),
    },
  ],
  dimensions: dimensions('supervisionOpinion', 'kind'),
  companions: ['non_arrest_rate'],
  perverse: { zh: '只提容易采纳的意见', en: 'Issuing only what will be adopted' },
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
