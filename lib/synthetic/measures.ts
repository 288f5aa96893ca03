import type { Records, RecordType } from './records.ts';

/** How the rows of a type enter an indicator. Days and fields as in records.ts; `part` is where a count goes. */
type Part = 'numerator' | 'denominator';
type DateField<R> = keyof R & string;
type Where<R> = { readonly [K in keyof R]?: readonly R[K][] };

/** `readable`: a denominator's rows must have these, which its numerator rests on. */
export type Measure<R> = {
  readonly figure: string;
  readonly where?: Where<R>;
  readonly readable?: readonly (keyof R & string)[];
} & (
  | { readonly counts: 'events'; readonly part: Part; readonly on: DateField<R> }
  | {
      readonly counts: 'stock';
      readonly part: Part;
      readonly from: DateField<R>;
      readonly until: DateField<R>;
      readonly sum?: keyof R & string;
    }
  | {
      readonly counts: 'cohort';
      readonly part: Part;
      readonly start: DateField<R>;
      readonly reached?: DateField<R>;
      readonly due?: DateField<R>;
    }
  | {
      readonly counts: 'durations';
      readonly from: DateField<R>;
      readonly to: DateField<R>;
      readonly leftAt?: DateField<R>;
      readonly unit: 'DAY' | 'SECOND';
    }
);

/** The twelve indicators, as their definitions read; written apart from lib/indicators so that one can catch the other. */
export const measures: { readonly [T in RecordType]?: readonly Measure<Records[T]>[] } = {
  Dispute: [
    {
      figure: 'dispute_resolution_rate.cohort',
      part: 'numerator',
      counts: 'cohort',
      start: 'acceptedOn',
      reached: 'resolvedOn',
    },
    {
      figure: 'dispute_resolution_rate.cohort',
      part: 'denominator',
      counts: 'events',
      on: 'acceptedOn',
      readable: ['resolvedOn'],
    },
    { figure: 'dispute_resolution_rate.in_period', part: 'numerator', counts: 'events', on: 'resolvedOn' },
    { figure: 'dispute_resolution_rate.in_period', part: 'denominator', counts: 'events', on: 'acceptedOn' },
  ],
  GridPost: [
    {
      figure: 'grid_coverage_rate',
      part: 'numerator',
      counts: 'stock',
      from: 'startedOn',
      until: 'endedOn',
      sum: 'households',
      where: { role: ['MAIN'] },
    },
  ],
  Grid: [
    {
      figure: 'grid_coverage_rate',
      part: 'denominator',
      counts: 'stock',
      from: 'establishedOn',
      until: 'retiredOn',
      sum: 'households',
    },
    {
      figure: 'criminal_cases_per_10k',
      part: 'denominator',
      counts: 'stock',
      from: 'establishedOn',
      until: 'retiredOn',
      sum: 'population',
    },
  ],
  GridEvent: [
    {
      figure: 'grid_event_on_time_rate',
      part: 'numerator',
      counts: 'cohort',
      start: 'dueOn',
      reached: 'closedOn',
      due: 'dueOn',
    },
    {
      figure: 'grid_event_on_time_rate',
      part: 'denominator',
      counts: 'cohort',
      start: 'dueOn',
      readable: ['closedOn'],
    },
  ],
  Mediation: [
    {
      figure: 'mediation_success_rate',
      part: 'numerator',
      counts: 'events',
      on: 'endedOn',
      where: { outcome: ['WRITTEN_AGREEMENT', 'ORAL_AGREEMENT'] },
    },
    { figure: 'mediation_success_rate', part: 'denominator', counts: 'events', on: 'endedOn', readable: ['outcome'] },
  ],
  Petition: [
    {
      figure: 'petition_closed_on_time',
      part: 'numerator',
      counts: 'cohort',
      start: 'acceptedOn',
      reached: 'closedOn',
      due: 'dueOn',
    },
    {
      figure: 'petition_closed_on_time',
      part: 'denominator',
      counts: 'cohort',
      start: 'acceptedOn',
      due: 'dueOn',
      readable: ['closedOn'],
    },
  ],
  CourtCase: [
    { figure: 'clearance_rate', part: 'numerator', counts: 'events', on: 'closedOn' },
    { figure: 'clearance_rate', part: 'denominator', counts: 'events', on: 'filedOn' },
    { figure: 'case_duration_median', counts: 'durations', from: 'filedOn', to: 'closedOn', unit: 'DAY' },
    {
      figure: 'pipeline_stage_duration.court',
      counts: 'durations',
      from: 'filedOn',
      to: 'closedOn',
      unit: 'DAY',
      where: { kind: ['CRIMINAL'] },
    },
  ],
  PoliceCase: [
    {
      figure: 'criminal_cases_per_10k',
      part: 'numerator',
      counts: 'events',
      on: 'filedOn',
      where: { kind: ['CRIMINAL'] },
    },
    {
      figure: 'pipeline_stage_duration.police',
      counts: 'durations',
      from: 'filedOn',
      to: 'transferredOn',
      leftAt: 'withdrawnOn',
      unit: 'DAY',
      where: { kind: ['CRIMINAL'] },
    },
  ],
  ProsecutionCase: [
    {
      figure: 'pipeline_stage_duration.procuratorate',
      counts: 'durations',
      from: 'receivedOn',
      to: 'decidedOn',
      unit: 'DAY',
    },
  ],
  Hazard: [
    {
      figure: 'major_hazard_rectified_rate',
      part: 'numerator',
      counts: 'cohort',
      start: 'foundOn',
      reached: 'rectifiedOn',
      where: { grade: ['MAJOR'] },
    },
    {
      figure: 'major_hazard_rectified_rate',
      part: 'denominator',
      counts: 'cohort',
      start: 'foundOn',
      readable: ['rectifiedOn'],
      where: { grade: ['MAJOR'] },
    },
  ],
  AssistanceCase: [
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
  PoliceIncident: [
    { figure: 'police_arrival_p50_p90', counts: 'durations', from: 'calledAt', to: 'arrivedAt', unit: 'SECOND' },
  ],
};

/** The fields whose loss takes a row out of a measure. */
export function fieldsUsed<R>(measure: Measure<R>): string[] {
  const dates = [
    'on' in measure ? measure.on : undefined,
    'from' in measure ? measure.from : undefined,
    'until' in measure ? measure.until : undefined,
    'to' in measure ? measure.to : undefined,
    'leftAt' in measure ? measure.leftAt : undefined,
    'start' in measure ? measure.start : undefined,
    'reached' in measure ? measure.reached : undefined,
    'due' in measure ? measure.due : undefined,
  ];
  return [
    ...dates.filter(field => field !== undefined),
    ...Object.keys(measure.where ?? {}),
    ...(measure.readable ?? []),
  ];
}
