import type { CatalogueIndicator } from '../indicator.ts';
import { careBedsPer1000Elderly } from './civil-affairs/care-beds-per-1000-elderly.ts';
import { minLivingCoverage } from './civil-affairs/min-living-coverage.ts';
import { minLivingOnTime } from './civil-affairs/min-living-on-time.ts';
import { reliefCoverage } from './civil-affairs/relief-coverage.ts';
import { reliefPaymentOnTime } from './civil-affairs/relief-payment-on-time.ts';
import { temporaryReliefOnTime } from './civil-affairs/temporary-relief-on-time.ts';
import { actualEnforcementRate } from './court/actual-enforcement-rate.ts';
import { adminHeadAppearanceRate } from './court/admin-head-appearance-rate.ts';
import { appealRate } from './court/appeal-rate.ts';
import { backlogIndex } from './court/backlog-index.ts';
import { caseClosureRate } from './court/case-closure-rate.ts';
import { caseDurationMedian } from './court/case-duration-median.ts';
import { clearanceRate } from './court/clearance-rate.ts';
import { closedWithinLimitRate } from './court/closed-within-limit-rate.ts';
import { courtCaseToProcedureRatio } from './court/court-case-to-procedure-ratio.ts';
import { dispositionTimeDays } from './court/disposition-time-days.ts';
import { enforcementRecoveryRate } from './court/enforcement-recovery-rate.ts';
import { mediationWithdrawalRate } from './court/mediation-withdrawal-rate.ts';
import { pendingAgeP90 } from './court/pending-age-p90.ts';
import { pendingOver12mShare } from './court/pending-over-12m-share.ts';
import { secondInstanceReviseRemand } from './court/second-instance-revise-remand.ts';
import { disputeResolutionRate } from './cross/dispute-resolution-rate.ts';
import { escalationRate } from './cross/escalation-rate.ts';
import { handoverOnTimeRate } from './cross/handover-on-time-rate.ts';
import { litigationRatePer10k } from './cross/litigation-rate-per-10k.ts';
import { petitionMediationSuccess } from './cross/petition-mediation-success.ts';
import { pipelineAttrition } from './cross/pipeline-attrition.ts';
import { pipelineStageDuration } from './cross/pipeline-stage-duration.ts';
import { prelitigationDiversionRate } from './cross/prelitigation-diversion-rate.ts';
import { prelitigationMediationSuccess } from './cross/prelitigation-mediation-success.ts';
import { repeatDisputeRate } from './cross/repeat-dispute-rate.ts';
import { unsentencedDetaineeShare } from './cross/unsentenced-detainee-share.ts';
import { accidentInvestigationOnTime } from './emergency/accident-investigation-on-time.ts';
import { accidentReportOnTime } from './emergency/accident-report-on-time.ts';
import { disasterDeathsMissingPer100k } from './emergency/disaster-deaths-missing-per-100k.ts';
import { hazardOverdueRate } from './emergency/hazard-overdue-rate.ts';
import { industrialDeathsPer100kWorkers } from './emergency/industrial-deaths-per-100k-workers.ts';
import { majorHazardRectifiedRate } from './emergency/major-hazard-rectified-rate.ts';
import { workDeathsPer100mGdp } from './emergency/work-deaths-per-100m-gdp.ts';
import { gridCoverageRate } from './grid/grid-coverage-rate.ts';
import { gridEventClosureRate } from './grid/grid-event-closure-rate.ts';
import { gridEventOnTimeRate } from './grid/grid-event-on-time-rate.ts';
import { gridStaffingRatio } from './grid/grid-staffing-ratio.ts';
import { gridVisitCoverage } from './grid/grid-visit-coverage.ts';
import { agreementPerformanceRate } from './justice/agreement-performance-rate.ts';
import { fulltimeMediatorShare } from './justice/fulltime-mediator-share.ts';
import { judicialConfirmationRate } from './justice/judicial-confirmation-rate.ts';
import { localResolutionRate } from './justice/local-resolution-rate.ts';
import { mediationIn30Days } from './justice/mediation-in-30-days.ts';
import { mediationSuccessRate } from './justice/mediation-success-rate.ts';
import { petitionClosedOnTime } from './petition/petition-closed-on-time.ts';
import { petitionNoticeOnTime } from './petition/petition-notice-on-time.ts';
import { petitionReviewRate } from './petition/petition-review-rate.ts';
import { petitionSatisfaction } from './petition/petition-satisfaction.ts';
import { petitionsPer10k } from './petition/petitions-per-10k.ts';
import { repeatPetitionRate } from './petition/repeat-petition-rate.ts';
import { caseSolvedRate } from './police/case-solved-rate.ts';
import { criminalCasesPer10k } from './police/criminal-cases-per-10k.ts';
import { homicideVictimsPer100k } from './police/homicide-victims-per-100k.ts';
import { policeArrivalInTarget } from './police/police-arrival-in-target.ts';
import { policeArrivalP50P90 } from './police/police-arrival-p50-p90.ts';
import { publicOrderCaseInLimit } from './police/public-order-case-in-limit.ts';
import { repeatCallShare } from './police/repeat-call-share.ts';
import { trafficDeathsPer10kVehicles } from './police/traffic-deaths-per-10k-vehicles.ts';
import { nonArrestRate } from './procuratorate/non-arrest-rate.ts';
import { nonProsecutionRate } from './procuratorate/non-prosecution-rate.ts';
import { pleaLeniencyRate } from './procuratorate/plea-leniency-rate.ts';
import { procCaseToProcedureRatio } from './procuratorate/proc-case-to-procedure-ratio.ts';
import { reviewWithinLimitRate } from './procuratorate/review-within-limit-rate.ts';
import { sentencingRecAdoption } from './procuratorate/sentencing-rec-adoption.ts';
import { supervisionAdoptionRate } from './procuratorate/supervision-adoption-rate.ts';

/** All indicators, in the order in which they are shown: by owner. */
export const catalogue: readonly CatalogueIndicator[] = [
  caseClosureRate,
  clearanceRate,
  dispositionTimeDays,
  backlogIndex,
  closedWithinLimitRate,
  caseDurationMedian,
  pendingOver12mShare,
  pendingAgeP90,
  appealRate,
  secondInstanceReviseRemand,
  courtCaseToProcedureRatio,
  mediationWithdrawalRate,
  enforcementRecoveryRate,
  actualEnforcementRate,
  adminHeadAppearanceRate,
  nonArrestRate,
  nonProsecutionRate,
  procCaseToProcedureRatio,
  pleaLeniencyRate,
  sentencingRecAdoption,
  reviewWithinLimitRate,
  supervisionAdoptionRate,
  criminalCasesPer10k,
  homicideVictimsPer100k,
  caseSolvedRate,
  policeArrivalP50P90,
  policeArrivalInTarget,
  repeatCallShare,
  publicOrderCaseInLimit,
  trafficDeathsPer10kVehicles,
  minLivingCoverage,
  reliefCoverage,
  minLivingOnTime,
  temporaryReliefOnTime,
  reliefPaymentOnTime,
  careBedsPer1000Elderly,
  workDeathsPer100mGdp,
  industrialDeathsPer100kWorkers,
  majorHazardRectifiedRate,
  hazardOverdueRate,
  disasterDeathsMissingPer100k,
  accidentReportOnTime,
  accidentInvestigationOnTime,
  mediationSuccessRate,
  agreementPerformanceRate,
  mediationIn30Days,
  judicialConfirmationRate,
  fulltimeMediatorShare,
  localResolutionRate,
  petitionNoticeOnTime,
  petitionClosedOnTime,
  petitionReviewRate,
  repeatPetitionRate,
  petitionSatisfaction,
  petitionsPer10k,
  gridCoverageRate,
  gridStaffingRatio,
  gridEventClosureRate,
  gridEventOnTimeRate,
  gridVisitCoverage,
  disputeResolutionRate,
  litigationRatePer10k,
  prelitigationDiversionRate,
  prelitigationMediationSuccess,
  petitionMediationSuccess,
  escalationRate,
  repeatDisputeRate,
  pipelineStageDuration,
  pipelineAttrition,
  handoverOnTimeRate,
  unsentencedDetaineeShare,
];

/** One or two of each department: what a first page shows. */
export const headline: readonly CatalogueIndicator[] = [
  disputeResolutionRate,
  mediationSuccessRate,
  petitionClosedOnTime,
  gridCoverageRate,
  gridEventOnTimeRate,
  clearanceRate,
  caseDurationMedian,
  criminalCasesPer10k,
  pipelineStageDuration,
  policeArrivalP50P90,
  majorHazardRectifiedRate,
  reliefCoverage,
];
