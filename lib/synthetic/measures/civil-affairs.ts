import type { MeasuresOf } from './measure.ts';

/** What the records of the civil affairs bureau add to the indicators. */
export const civilAffairs: MeasuresOf = {
  AssistanceCase: [
    {
      figure: 'min_living_coverage',
      part: 'numerator',
      counts: 'stock',
      from: 'aidFrom',
      until: 'aidUntil',
      sum: 'persons',
      where: { kind: ['MIN_LIVING'] },
    },
    {
      figure: 'min_living_on_time',
      part: 'numerator',
      counts: 'events',
      on: 'identifiedOn',
      notAfter: 'decisionLimitOn',
      where: { kind: ['MIN_LIVING'] },
    },
    {
      figure: 'min_living_on_time',
      part: 'denominator',
      counts: 'events',
      on: 'identifiedOn',
      readable: ['decisionLimitOn'],
      where: { kind: ['MIN_LIVING'] },
    },
    {
      figure: 'relief_coverage',
      part: 'numerator',
      counts: 'stock',
      from: 'aidFrom',
      until: 'aidUntil',
      sum: 'persons',
    },
    {
      figure: 'relief_coverage',
      part: 'denominator',
      counts: 'stock',
      from: 'identifiedOn',
      until: 'leftOn',
      sum: 'persons',
    },
  ],
  TemporaryRelief: [
    { figure: 'temporary_relief_on_time', part: 'numerator', counts: 'events', on: 'decidedOn', notAfter: 'limitOn' },
    {
      figure: 'temporary_relief_on_time',
      part: 'denominator',
      counts: 'events',
      on: 'decidedOn',
      readable: ['limitOn'],
    },
  ],
  ReliefPayment: [
    { figure: 'relief_payment_on_time', part: 'numerator', counts: 'events', on: 'dueOn', sum: 'paidOnTime' },
    { figure: 'relief_payment_on_time', part: 'denominator', counts: 'events', on: 'dueOn', sum: 'due' },
  ],
  CareFacility: [
    {
      figure: 'care_beds_per_1000_elderly',
      part: 'numerator',
      counts: 'stock',
      from: 'openedOn',
      until: 'closedOn',
      sum: 'beds',
    },
  ],
};
