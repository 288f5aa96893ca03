import { age, amount, counts, ended, type Made, median, minutes, notKept, rate, share } from './made.ts';
import type { Lengths } from './tally.ts';

/** The numbers of one area and month. */
export interface HandCell {
  /** What was added up in the month, or is there at its end. */
  n(measure: string): number;
  /** The same of the month before. */
  before(measure: string): number;
  lengths(measure: string): Lengths;
  register(name: string): number | null;
  /** Days of the month. */
  readonly days: number;
}

type Make = (cell: HandCell) => Made;

function older(lengths: Lengths, days: number): number {
  return lengths.length.reduce((sum, at, i) => sum + (at > days ? (lengths.open[i] ?? 0) : 0), 0);
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

const shareOf =
  (x: string, n: string): Make =>
  c =>
    share(c.n(x), c.n(n));
const amountOf =
  (x: string, n: string, times: number): Make =>
  c =>
    amount(c.n(x), c.n(n), times);
const countsOf =
  (x: string, n: string, times: number): Make =>
  c =>
    counts(c.n(x), c.n(n), times);

const courtFigures: Record<string, Make> = {
  'actual_enforcement_rate in-period': shareOf('enforcement.enforced', 'enforcement.closed'),
  'admin_head_appearance_rate in-period': shareOf('hearing.appeared', 'hearing.required'),
  'appeal_rate cohort': shareOf('case.appealed', 'case.appealable'),
  'backlog_index in-period': c => counts(c.before('case.pending'), c.n('case.closed'), 1),
  'case_closure_rate in-period': c => share(c.n('case.closed'), c.before('case.pending') + c.n('case.filed')),
  'case_duration_median cohort': c => median(c.lengths('case.days')),
  'clearance_rate in-period': countsOf('case.closed', 'case.filed', 100),
  'closed_within_limit_rate in-period': shareOf('case.closedInLimit', 'case.closedWithLimit'),
  'court_case_to_procedure_ratio in-period': countsOf('case.further', 'case.closed', 1),
  'disposition_time_days in-period': c => counts(c.n('case.pending'), c.n('case.closed'), c.days),
  'enforcement_recovery_rate in-period': amountOf('enforcement.received', 'enforcement.applied', 100),
  'mediation_withdrawal_rate in-period': shareOf('case.civilSettled', 'case.civilClosed'),
  'pending_age_p90 snapshot p90': c => age(c.lengths('case.age'), 0.9),
  'pending_age_p90 snapshot p50': c => age(c.lengths('case.age'), 0.5),
  'pending_over_12m_share snapshot': c => share(older(c.lengths('case.age'), 365), c.n('case.pending')),
  'second_instance_revise_remand in-period revised': countsOf('case.revised', 'case.appealsClosed', 1),
  'second_instance_revise_remand in-period remanded': countsOf('case.remanded', 'case.appealsClosed', 1),
};

const justiceFigures: Record<string, Make> = {
  'agreement_performance_rate cohort': shareOf('mediation.performed', 'mediation.performanceDue'),
  'fulltime_mediator_share snapshot': amountOf('committee.fulltime', 'committee.staff', 100),
  'judicial_confirmation_rate cohort': countsOf('confirmation.confirmed', 'mediation.agreed', 100),
  'local_resolution_rate in-period': shareOf('dispute.resolvedLocally', 'dispute.resolvedAtLevel'),
  'mediation_in_30_days cohort': shareOf('mediation.inLimit', 'mediation.limitRun'),
  'mediation_success_rate in-period': shareOf('mediation.agreed', 'mediation.withOutcome'),
};

const petitionFigures: Record<string, Make> = {
  'petition_closed_on_time cohort': shareOf('petition.closedInLimit', 'petition.limitRun'),
  'petition_notice_on_time cohort': shareOf('petition.noticed', 'petition.noticeDue'),
  'petition_review_rate cohort': shareOf('petition.reviewed', 'petition.answered'),
  'petition_satisfaction in-period satisfied': shareOf('petition.satisfied', 'petition.rated'),
  'petition_satisfaction in-period rated': shareOf('petition.rated', 'petition.closed'),
  'petitions_per_10k in-period items': c => rate(c.n('petition.received'), c.n('grid.population'), 10_000),
  'petitions_per_10k in-period visits': amountOf('petition.visits', 'grid.population', 10_000),
  'repeat_petition_rate in-period': shareOf('petition.repeated', 'petition.received'),
};

const policeFigures: Record<string, Make> = {
  'case_solved_rate cohort': shareOf('policeCase.filedSolved', 'policeCase.followed'),
  'case_solved_rate in-period': countsOf('policeCase.solved', 'policeCase.criminalFiled', 100),
  'criminal_cases_per_10k in-period': c => rate(c.n('policeCase.criminalFiled'), c.n('grid.population'), 10_000),
  'homicide_victims_per_100k in-period': c => rate(c.n('policeCase.homicides'), c.register('residents'), 100_000),
  'police_arrival_in_target in-period': shareOf('call.inTarget', 'call.needed'),
  'police_arrival_p50_p90 in-period p50': c => minutes(c.lengths('call.seconds'), c.n('call.all'), 0.5),
  'police_arrival_p50_p90 in-period p90': c => minutes(c.lengths('call.seconds'), c.n('call.all'), 0.9),
  'public_order_case_in_limit in-period': shareOf('policeCase.closedInLimit', 'policeCase.closed'),
  'repeat_call_share in-period': shareOf('call.repeated', 'call.valid'),
  'traffic_deaths_per_10k_vehicles in-period': c => rate(c.n('accident.deaths'), c.register('vehicles'), 10_000),
};

const people = (c: HandCell): number => c.n('prosecution.prosecuted') + c.n('prosecution.notProsecuted');

const procuratorateFigures: Record<string, Make> = {
  'non_arrest_rate in-period': c =>
    amount(c.n('arrest.notArrested'), c.n('arrest.arrested') + c.n('arrest.notArrested'), 100),
  'non_prosecution_rate in-period': c => amount(c.n('prosecution.notProsecuted'), people(c), 100),
  'plea_leniency_rate in-period': c => amount(c.n('prosecution.plea'), people(c), 100),
  'proc_case_to_procedure_ratio in-period': c =>
    counts(c.n('prosecution.decided') + c.n('prosecution.extra'), c.n('prosecution.decided'), 1),
  'review_within_limit_rate in-period': shareOf('prosecution.inLimit', 'prosecution.withLimit'),
  'sentencing_rec_adoption in-period': amountOf('prosecution.adopted', 'prosecution.recommended', 100),
  'supervision_adoption_rate cohort': shareOf('opinion.issuedAdopted', 'opinion.followed'),
  'supervision_adoption_rate in-period': countsOf('opinion.adopted', 'opinion.issued', 100),
};

const civilAffairsFigures: Record<string, Make> = {
  'care_beds_per_1000_elderly snapshot'(c) {
    const aged = c.register('aged60');
    return aged === null ? notKept : amount(c.n('facility.beds'), aged, 1000);
  },
  'min_living_coverage snapshot': amountOf('assistance.minLiving', 'grid.population', 100),
  'min_living_on_time in-period': shareOf('assistance.onTime', 'assistance.decided'),
  'relief_coverage snapshot': amountOf('assistance.aided', 'assistance.identified', 100),
  'relief_payment_on_time in-period': amountOf('payment.onTime', 'payment.due', 100),
  'temporary_relief_on_time in-period': shareOf('relief.onTime', 'relief.decided'),
};

const emergencyFigures: Record<string, Make> = {
  'accident_investigation_on_time cohort': shareOf('event.investigatedInTime', 'event.investigationDue'),
  'accident_report_on_time in-period unit': shareOf('event.reportedInTime', 'event.reports'),
  'accident_report_on_time in-period county': shareOf('event.forwardedInTime', 'event.forwards'),
  'disaster_deaths_missing_per_100k in-period': c =>
    rate(c.n('event.disasterDeaths') + c.n('event.unaccounted'), c.register('residents'), 100_000),
  'hazard_overdue_rate snapshot': shareOf('hazard.overdue', 'hazard.open'),
  'industrial_deaths_per_100k_workers in-period': c =>
    rate(c.n('event.industrialDeaths'), c.register('industrialWorkers'), 100_000),
  'major_hazard_rectified_rate cohort': shareOf('hazard.majorRectified', 'hazard.major'),
  'work_deaths_per_100m_gdp in-period': c => rate(c.n('event.workDeaths'), c.register('gdp100m'), 1),
};

const gridFigures: Record<string, Make> = {
  'grid_coverage_rate snapshot': amountOf('post.households', 'grid.households', 100),
  'grid_event_closure_rate cohort': shareOf('gridEvent.closed', 'gridEvent.followed'),
  'grid_event_on_time_rate cohort': shareOf('gridEvent.onTime', 'gridEvent.due'),
  'grid_staffing_ratio snapshot all': amountOf('post.all', 'grid.grids', 1),
  'grid_staffing_ratio snapshot main': amountOf('post.main', 'grid.grids', 1),
  'grid_visit_coverage in-period': amountOf('visit.visited', 'visit.households', 100),
};

const crossFigures: Record<string, Make> = {
  'dispute_resolution_rate cohort': shareOf('dispute.acceptedResolved', 'dispute.followed'),
  'dispute_resolution_rate in-period': countsOf('dispute.resolved', 'dispute.accepted', 100),
  'escalation_rate cohort': c => ended(c.lengths('mediation.daysToEscalate'), 180),
  'handover_on_time_rate cohort': shareOf('handover.inLimit', 'handover.limitRun'),
  'litigation_rate_per_10k in-period v1': c =>
    rate(c.n('case.filedCivil'), plus(c.register('residents'), c.register('floating')), 10_000),
  'litigation_rate_per_10k in-period v2': c =>
    rate(c.n('preFiling.settled') + c.n('case.filedCivil'), c.register('residents'), 10_000),
  'petition_mediation_success in-period': shareOf('mediation.petitionsAgreed', 'mediation.petitions'),
  'pipeline_attrition cohort police': shareOf('policeCase.withdrawn', 'policeCase.investigated'),
  'pipeline_attrition cohort procuratorate': shareOf('prosecution.dropped', 'prosecution.followed'),
  'pipeline_stage_duration cohort police': c => median(c.lengths('policeCase.daysToTransfer')),
  'pipeline_stage_duration cohort procuratorate': c => median(c.lengths('prosecution.days')),
  'pipeline_stage_duration cohort court': c => median(c.lengths('case.criminalDays')),
  'prelitigation_diversion_rate in-period': c =>
    share(c.n('preFiling.settled'), c.n('preFiling.settled') + c.n('case.filedCivil')),
  'prelitigation_mediation_success in-period': shareOf('preFiling.settled', 'preFiling.ended'),
  'repeat_dispute_rate cohort': c => ended(c.lengths('dispute.daysToRecur'), 365),
  'unsentenced_detainee_share snapshot': amountOf('custody.unsentenced', 'custody.held', 100),
};

/** How each indicator's form and part is made. */
export const figures: ReadonlyMap<string, Make> = new Map(
  [
    courtFigures,
    justiceFigures,
    petitionFigures,
    policeFigures,
    procuratorateFigures,
    civilAffairsFigures,
    emergencyFigures,
    gridFigures,
    crossFigures,
  ].flatMap(each => Object.entries(each)),
);
