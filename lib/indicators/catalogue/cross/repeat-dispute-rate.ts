import { kaplanMeierShare } from '../../formula/time.ts';
import { indicator, whole } from '../../indicator.ts';
import { durations } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const repeatDisputeRate = indicator({
  id: 'repeat_dispute_rate',
  owner: 'cross',
  name: { zh: '重复纠纷率', en: 'Repeat disputes' },
  question: {
    zh: '当期化解的纠纷，12个月内有多少再次发生？',
    en: 'Of the disputes resolved in the period, what share came up again within 12 months?',
  },
  numerator: {
    zh: '365天内再次发生的(Kaplan-Meier，观察未满按已观察计)',
    en: 'resolved disputes recurring in 12 months',
  },
  denominator: { zh: '当期化解的纠纷', en: 'resolved disputes (KM)' },
  periodDate: { zh: '化解日期(队列)', en: 'date of resolution (cohort)' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    {
      form: 'cohort',
      // The days that are asked about.
      observationDays: 365,
      parts: whole(kaplanMeierShare(durations('dispute', 'TIME_TO_RECUR'), 365)),
    },
  ],
  dimensions: dimensions('dispute', 'kind', 'channel', 'level'),
  companions: ['dispute_resolution_rate'],
  perverse: { zh: '再次发生按新纠纷登记', en: 'Registering it as a new dispute' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
