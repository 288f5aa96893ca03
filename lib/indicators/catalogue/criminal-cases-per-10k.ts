import { per10k } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const criminalCasesPer10k = indicator({
  id: 'criminal_cases_per_10k',
  name: { zh: '万人刑事案件发案率', en: 'Criminal cases per 10,000 residents' },
  question: {
    zh: '当期每万常住人口立了多少起刑事案件？',
    en: 'How many criminal cases were filed in the period for every 10,000 residents at its end?',
  },
  unit: 'per10k',
  direction: 'lower',
  forms: [
    { form: 'in-period', parts: whole(per10k(measure('policeCase', 'CRIMINAL_FILED'), measure('grid', 'POPULATION'))) },
  ],
  companions: ['pipeline_stage_duration'],
  perverse: { zh: '有案不立；降格为治安案件', en: 'Not filing; filing as a public-order case' },
  source: {
    zh: '通行口径；按立案日期，期末常住人口，不年化',
    en: 'Common practice; by filing date, residents at the end of the period, not annualised',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
