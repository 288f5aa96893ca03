import type { MeasuresOf } from './measure.ts';

const [numerator, denominator] = ['numerator', 'denominator'] as const;

/** What the records of the procuratorate add to the indicators. */
export const procuratorate: MeasuresOf = {
  ProsecutionCase: [
    {
      figure: 'pipeline_stage_duration.procuratorate',
      counts: 'durations',
      from: 'receivedOn',
      to: 'decidedOn',
      unit: 'DAY',
    },
    {
      figure: 'pipeline_attrition.procuratorate',
      part: numerator,
      counts: 'cohort',
      start: 'receivedOn',
      reached: 'decidedOn',
      where: { decision: ['NOT_PROSECUTED'] },
    },
    {
      figure: 'pipeline_attrition.procuratorate',
      part: denominator,
      counts: 'cohort',
      start: 'receivedOn',
      readable: ['decidedOn', 'decision'],
    },
    { figure: 'non_prosecution_rate', part: numerator, counts: 'events', on: 'decidedOn', sum: 'notProsecuted' },
    { figure: 'non_prosecution_rate', part: denominator, counts: 'events', on: 'decidedOn', sum: 'notProsecuted' },
    { figure: 'non_prosecution_rate', part: denominator, counts: 'events', on: 'decidedOn', sum: 'prosecuted' },
    { figure: 'proc_case_to_procedure_ratio', part: numerator, counts: 'events', on: 'decidedOn' },
    {
      figure: 'proc_case_to_procedure_ratio',
      part: numerator,
      counts: 'events',
      on: 'decidedOn',
      sum: 'extraProcedures',
    },
    { figure: 'proc_case_to_procedure_ratio', part: denominator, counts: 'events', on: 'decidedOn' },
    { figure: 'plea_leniency_rate', part: numerator, counts: 'events', on: 'decidedOn', sum: 'pleaApplied' },
    { figure: 'plea_leniency_rate', part: denominator, counts: 'events', on: 'decidedOn', sum: 'prosecuted' },
    { figure: 'plea_leniency_rate', part: denominator, counts: 'events', on: 'decidedOn', sum: 'notProsecuted' },
    {
      figure: 'sentencing_rec_adoption',
      part: numerator,
      counts: 'events',
      on: 'judgedOn',
      sum: 'recommendationsAdopted',
    },
    { figure: 'sentencing_rec_adoption', part: denominator, counts: 'events', on: 'judgedOn', sum: 'recommended' },
    { figure: 'review_within_limit_rate', part: numerator, counts: 'events', on: 'decidedOn', notAfter: 'limitOn' },
    { figure: 'review_within_limit_rate', part: denominator, counts: 'events', on: 'decidedOn', readable: ['limitOn'] },
  ],
  ArrestReview: [
    { figure: 'non_arrest_rate', part: numerator, counts: 'events', on: 'decidedOn', sum: 'notArrested' },
    { figure: 'non_arrest_rate', part: denominator, counts: 'events', on: 'decidedOn', sum: 'notArrested' },
    { figure: 'non_arrest_rate', part: denominator, counts: 'events', on: 'decidedOn', sum: 'arrested' },
  ],
  SupervisionOpinion: [
    {
      figure: 'supervision_adoption_rate.cohort',
      part: numerator,
      counts: 'cohort',
      start: 'issuedOn',
      reached: 'adoptedOn',
    },
    {
      figure: 'supervision_adoption_rate.cohort',
      part: denominator,
      counts: 'cohort',
      start: 'issuedOn',
      readable: ['adoptedOn'],
    },
    { figure: 'supervision_adoption_rate.in_period', part: numerator, counts: 'events', on: 'adoptedOn' },
    { figure: 'supervision_adoption_rate.in_period', part: denominator, counts: 'events', on: 'issuedOn' },
  ],
};
