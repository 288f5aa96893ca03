import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const appealRate = indicator({
  id: 'appeal_rate',
  owner: 'court',
  name: { zh: '上诉率', en: 'Appeal rate' },
  question: {
    zh: '当期结案、可以上诉的一审案件，有多少上诉？',
    en: 'Of the appealable first-instance cases closed in the period, how many were appealed?',
  },
  numerator: { zh: '其中提起上诉的', en: 'first-instance closures appealed' },
  denominator: { zh: '当期以判决、裁定结案的一审案件', en: 'appealable first-instance closures (same cohort)' },
  periodDate: { zh: '结案日期(队列)，观察满上诉期', en: 'closing date (cohort), observed for the term of appeal' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    {
      form: 'cohort',
      // 15 days for a judgment, counted from service, which takes days of its own.
      observationDays: 30,
      parts: whole(share(measure('courtCase', 'APPEALED'), measure('courtCase', 'APPEALABLE'))),
    },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure', 'closingMode'),
  companions: ['second_instance_revise_remand', 'mediation_withdrawal_rate'],
  perverse: { zh: '劝阻上诉', en: 'Talking parties out of an appeal' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
