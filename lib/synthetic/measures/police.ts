import type { MeasuresOf } from './measure.ts';

const [numerator, denominator] = ['numerator', 'denominator'] as const;
const criminal = { kind: ['CRIMINAL'] } as const;
const publicOrder = { kind: ['PUBLIC_ORDER'] } as const;
const valid = ['ARRIVAL', 'TELEPHONE'] as const;
const arrival = { from: 'calledAt', to: 'arrivedAt' } as const;
/** Eight minutes. */
const target = 480;

/** What the records of the police add to the indicators. */
export const police: MeasuresOf = {
  PoliceCase: [
    { figure: 'criminal_cases_per_10k', part: numerator, counts: 'events', on: 'filedOn', where: criminal },
    {
      figure: 'homicide_victims_per_100k',
      part: numerator,
      counts: 'events',
      on: 'occurredOn',
      sum: 'deaths',
      where: { offence: ['HOMICIDE'] },
    },
    { figure: 'case_solved_rate.in_period', part: numerator, counts: 'events', on: 'solvedOn', where: criminal },
    { figure: 'case_solved_rate.in_period', part: denominator, counts: 'events', on: 'filedOn', where: criminal },
    {
      figure: 'case_solved_rate.cohort',
      part: numerator,
      counts: 'cohort',
      start: 'filedOn',
      reached: 'solvedOn',
      where: criminal,
    },
    {
      figure: 'case_solved_rate.cohort',
      part: denominator,
      counts: 'cohort',
      start: 'filedOn',
      readable: ['solvedOn'],
      where: criminal,
    },
    {
      figure: 'public_order_case_in_limit',
      part: numerator,
      counts: 'events',
      on: 'closedOn',
      notAfter: 'limitOn',
      where: publicOrder,
    },
    {
      figure: 'public_order_case_in_limit',
      part: denominator,
      counts: 'events',
      on: 'closedOn',
      readable: ['limitOn'],
      where: publicOrder,
    },
    {
      figure: 'pipeline_stage_duration.police',
      counts: 'durations',
      from: 'filedOn',
      to: 'transferredOn',
      leftAt: 'withdrawnOn',
      unit: 'DAY',
      where: criminal,
    },
    {
      figure: 'pipeline_attrition.police',
      part: numerator,
      counts: 'cohort',
      start: 'filedOn',
      reached: 'withdrawnOn',
      where: criminal,
    },
    {
      figure: 'pipeline_attrition.police',
      part: denominator,
      counts: 'cohort',
      start: 'filedOn',
      readable: ['withdrawnOn'],
      where: criminal,
    },
  ],
  PoliceIncident: [
    { figure: 'police_arrival_p50_p90', counts: 'durations', ...arrival, unit: 'SECOND' },
    {
      figure: 'police_arrival_in_target',
      part: numerator,
      counts: 'within',
      ...arrival,
      limit: target,
      where: { response: ['ARRIVAL'] },
    },
    {
      figure: 'police_arrival_in_target',
      part: denominator,
      counts: 'within',
      ...arrival,
      where: { response: ['ARRIVAL'] },
    },
    {
      figure: 'repeat_call_share',
      part: numerator,
      counts: 'within',
      from: 'calledAt',
      where: { response: valid, repeat: [true] },
    },
    { figure: 'repeat_call_share', part: denominator, counts: 'within', from: 'calledAt', where: { response: valid } },
  ],
  TrafficAccident: [
    { figure: 'traffic_deaths_per_10k_vehicles', part: numerator, counts: 'events', on: 'occurredOn', sum: 'deaths' },
  ],
  CustodyCount: [
    {
      figure: 'unsentenced_detainee_share',
      part: numerator,
      counts: 'stock',
      from: 'countedOn',
      until: 'replacedOn',
      sum: 'held',
      where: { stage: ['INVESTIGATION', 'PROSECUTION', 'TRIAL'] },
    },
    {
      figure: 'unsentenced_detainee_share',
      part: denominator,
      counts: 'stock',
      from: 'countedOn',
      until: 'replacedOn',
      sum: 'held',
    },
  ],
};
