import { kaplanMeierShare } from '../../formula/time.ts';
import { indicator, whole } from '../../indicator.ts';
import { durations } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const escalationRate = indicator({
  id: 'escalation_rate',
  owner: 'cross',
  name: { zh: '矛盾升级率(转诉/转访/转警)', en: 'Escalation within 180 days' },
  question: {
    zh: '当期结束的调解，180天内有多少就同一事项转为诉讼、信访或报警？',
    en: 'Of the mediations that ended in the period, what share was followed by a suit, petition or police call on the same matter within 180 days?',
  },
  numerator: {
    zh: '180天内升级的(Kaplan-Meier，观察未满按已观察计)',
    en: 'mediated disputes followed by suit, petition or police call on the same matter',
  },
  denominator: { zh: '当期结束的调解', en: 'mediations ended, observed 180 days (KM)' },
  periodDate: { zh: '调解结束日期(队列)', en: 'date of the end (cohort)' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    {
      form: 'cohort',
      // The days that are asked about.
      observationDays: 180,
      parts: whole(kaplanMeierShare(durations('mediation', 'TIME_TO_ESCALATE'), 180)),
    },
  ],
  dimensions: dimensions('mediation', 'channel', 'outcome'),
  companions: ['mediation_success_rate', 'repeat_dispute_rate'],
  perverse: { zh: '不登记转归', en: 'Not recording what came after' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
