import type { Indicator } from '../indicator.ts';
import { caseDurationMedian } from './case-duration-median.ts';
import { clearanceRate } from './clearance-rate.ts';
import { criminalCasesPer10k } from './criminal-cases-per-10k.ts';
import { disputeResolutionRate } from './dispute-resolution-rate.ts';
import { gridCoverageRate } from './grid-coverage-rate.ts';
import { gridEventOnTimeRate } from './grid-event-on-time-rate.ts';
import { majorHazardRectifiedRate } from './major-hazard-rectified-rate.ts';
import { mediationSuccessRate } from './mediation-success-rate.ts';
import { petitionClosedOnTime } from './petition-closed-on-time.ts';
import { pipelineStageDuration } from './pipeline-stage-duration.ts';
import { policeArrivalP50P90 } from './police-arrival-p50-p90.ts';
import { reliefCoverage } from './relief-coverage.ts';

/** All indicators, in the order in which they are shown. */
export const catalogue: readonly Indicator[] = [
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
