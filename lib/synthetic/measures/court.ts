import type { MeasuresOf } from './measure.ts';

const [numerator, denominator] = ['numerator', 'denominator'] as const;
const settled = { kind: ['CIVIL'], closingMode: ['MEDIATION', 'WITHDRAWAL'] } as const;
const appealable = { closingMode: ['JUDGMENT', 'RULING'] } as const;
const suits = { kind: ['CIVIL', 'ADMINISTRATIVE'] } as const;
const pending = { from: 'filedOn', until: 'closedOn' } as const;

/** What the records of the court add to the indicators. */
export const court: MeasuresOf = {
  CourtCase: [
    { figure: 'case_closure_rate', part: numerator, counts: 'events', on: 'closedOn' },
    { figure: 'case_closure_rate', part: denominator, counts: 'events', on: 'filedOn' },
    { figure: 'case_closure_rate', part: denominator, counts: 'stock', ...pending, opening: true },
    { figure: 'clearance_rate', part: numerator, counts: 'events', on: 'closedOn' },
    { figure: 'clearance_rate', part: denominator, counts: 'events', on: 'filedOn' },
    { figure: 'disposition_time_days', part: numerator, counts: 'stock', ...pending },
    { figure: 'disposition_time_days', part: denominator, counts: 'events', on: 'closedOn' },
    { figure: 'backlog_index', part: numerator, counts: 'stock', ...pending, opening: true },
    { figure: 'backlog_index', part: denominator, counts: 'events', on: 'closedOn' },
    { figure: 'closed_within_limit_rate', part: numerator, counts: 'events', on: 'closedOn', notAfter: 'limitOn' },
    { figure: 'closed_within_limit_rate', part: denominator, counts: 'events', on: 'closedOn', readable: ['limitOn'] },
    {
      figure: 'edited_after_closing.court_cases',
      part: numerator,
      counts: 'events',
      on: 'closedOn',
      before: 'modifiedOn',
    },
    { figure: 'edited_after_closing.court_cases', part: denominator, counts: 'events', on: 'closedOn' },
    { figure: 'case_duration_median', counts: 'durations', from: 'filedOn', to: 'closedOn', unit: 'DAY' },
    { figure: 'pending_over_12m_share', part: numerator, counts: 'stock', ...pending, olderThan: 365 },
    { figure: 'pending_over_12m_share', part: denominator, counts: 'stock', ...pending },
    { figure: 'pending_age_p90', counts: 'ages', ...pending },
    {
      figure: 'appeal_rate',
      part: numerator,
      counts: 'cohort',
      start: 'closedOn',
      reached: 'appealedOn',
      where: appealable,
    },
    {
      figure: 'appeal_rate',
      part: denominator,
      counts: 'cohort',
      start: 'closedOn',
      readable: ['appealedOn'],
      where: appealable,
    },
    {
      figure: 'second_instance_revise_remand.revised',
      part: numerator,
      counts: 'events',
      on: 'appealClosedOn',
      where: { appealOutcome: ['REVISED'] },
    },
    {
      figure: 'second_instance_revise_remand.remanded',
      part: numerator,
      counts: 'events',
      on: 'appealClosedOn',
      where: { appealOutcome: ['REMANDED'] },
    },
    ...(['revised', 'remanded'] as const).map(
      part =>
        ({
          figure: `second_instance_revise_remand.${part}`,
          part: denominator,
          counts: 'events',
          on: 'appealClosedOn',
          readable: ['appealOutcome'],
        }) as const,
    ),
    {
      figure: 'court_case_to_procedure_ratio',
      part: numerator,
      counts: 'events',
      on: 'closedOn',
      sum: 'furtherProcedures',
    },
    { figure: 'court_case_to_procedure_ratio', part: denominator, counts: 'events', on: 'closedOn' },
    { figure: 'mediation_withdrawal_rate', part: numerator, counts: 'events', on: 'closedOn', where: settled },
    {
      figure: 'mediation_withdrawal_rate',
      part: denominator,
      counts: 'events',
      on: 'closedOn',
      readable: ['closingMode'],
      where: { kind: ['CIVIL'] },
    },
    {
      figure: 'pipeline_stage_duration.court',
      counts: 'durations',
      from: 'filedOn',
      to: 'closedOn',
      unit: 'DAY',
      where: { kind: ['CRIMINAL'] },
    },
    { figure: 'litigation_rate_per_10k.v1', part: numerator, counts: 'events', on: 'filedOn', where: suits },
    { figure: 'litigation_rate_per_10k.v2', part: numerator, counts: 'events', on: 'filedOn', where: suits },
    { figure: 'prelitigation_diversion_rate', part: denominator, counts: 'events', on: 'filedOn', where: suits },
  ],
  JudicialConfirmation: [
    {
      figure: 'judicial_confirmation_rate',
      part: numerator,
      counts: 'cohort',
      start: 'agreedOn',
      reached: 'confirmedOn',
    },
  ],
  Enforcement: [
    { figure: 'enforcement_recovery_rate', part: numerator, counts: 'events', on: 'closedOn', sum: 'receivedAmount' },
    { figure: 'enforcement_recovery_rate', part: denominator, counts: 'events', on: 'closedOn', sum: 'appliedAmount' },
    {
      figure: 'actual_enforcement_rate',
      part: numerator,
      counts: 'events',
      on: 'closedOn',
      where: { closingMode: ['FORCED', 'PERFORMED', 'SETTLED'] },
    },
    {
      figure: 'actual_enforcement_rate',
      part: denominator,
      counts: 'events',
      on: 'closedOn',
      readable: ['closingMode'],
    },
  ],
  AdministrativeHearing: [
    {
      figure: 'admin_head_appearance_rate',
      part: numerator,
      counts: 'events',
      on: 'heldOn',
      where: { headRequired: [true], headAppeared: [true] },
    },
    {
      figure: 'admin_head_appearance_rate',
      part: denominator,
      counts: 'events',
      on: 'heldOn',
      where: { headRequired: [true] },
    },
  ],
  PreFilingMediation: [
    {
      figure: 'litigation_rate_per_10k.v2',
      part: numerator,
      counts: 'events',
      on: 'endedOn',
      where: { outcome: ['SETTLED'] },
    },
    {
      figure: 'prelitigation_diversion_rate',
      part: numerator,
      counts: 'events',
      on: 'endedOn',
      where: { outcome: ['SETTLED'] },
    },
    {
      figure: 'prelitigation_diversion_rate',
      part: denominator,
      counts: 'events',
      on: 'endedOn',
      where: { outcome: ['SETTLED'] },
    },
    {
      figure: 'prelitigation_mediation_success',
      part: numerator,
      counts: 'events',
      on: 'endedOn',
      where: { outcome: ['SETTLED'] },
    },
    {
      figure: 'prelitigation_mediation_success',
      part: denominator,
      counts: 'events',
      on: 'endedOn',
      readable: ['outcome'],
    },
  ],
};
