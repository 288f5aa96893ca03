import { per10k } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure, stock } from '../../measure.ts';

export const criminalCasesPer10k = indicator({
  id: 'criminal_cases_per_10k',
  owner: 'police',
  name: { zh: '万人刑事案件发案率', en: 'Criminal cases per 10,000 residents' },
  question: {
    zh: '当期每万常住人口立了多少起刑事案件？',
    en: 'How many criminal cases were filed in the period for every 10,000 residents at its end?',
  },
  numerator: { zh: '当期立案的刑事案件', en: 'criminal cases filed' },
  denominator: { zh: '期末常住人口(万人)，不年化', en: 'residents at the end of the period / 10k, not annualised' },
  periodDate: { zh: '立案日期(不是发案日期)', en: 'filing date (not the date of the offence)' },
  unit: 'per10k',
  direction: 'lower',
  forms: [
    { form: 'in-period', parts: whole(per10k(measure('policeCase', 'CRIMINAL_FILED'), stock('grid', 'POPULATION'))) },
  ],
  dimensions: [],
  companions: ['case_solved_rate', 'pipeline_stage_duration'],
  perverse: { zh: '有案不立；降格为治安案件', en: 'Not filing; filing as a public-order case' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
