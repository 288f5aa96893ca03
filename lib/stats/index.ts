export { ageOfPending, type AgeOfPending } from './age-of-pending.ts';
export { byar } from './byar.ts';
export { clearanceRate } from './clearance-rate.ts';
export {
  directlyStandardisedRate,
  type DirectlyStandardisedRate,
  type DirectStandardisationOptions,
  type StandardisedStrata,
} from './directly-standardised-rate.ts';
export { dispositionTime } from './disposition-time.ts';
export type { DurationHistogram } from './duration-histogram.ts';
export { empiricalBayes, type EmpiricalBayes } from './empirical-bayes.ts';
export { flowBalanceError, type Flow } from './flow-balance-error.ts';
export { proportionFunnelLimit, ratioFunnelLimit } from './funnel-limit.ts';
export { funnelLimits, type FunnelAdjustment, type FunnelLimits } from './funnel-limits.ts';
export { growth } from './growth.ts';
export { histogramQuantile, type HistogramQuantileOptions } from './histogram-quantile.ts';
export {
  indirectlyStandardisedRatio,
  type IndirectlyStandardisedRatio,
  type ReferenceStrata,
} from './indirectly-standardised-ratio.ts';
export type { Estimate, Interval, PartialInterval } from './interval.ts';
export { kaplanMeier, type KaplanMeierCurve } from './kaplan-meier.ts';
export type { KmOptions, KmTransform } from './km-limits.ts';
export { kmQuantile } from './km-quantile.ts';
export { kmSurvival } from './km-survival.ts';
export { overdispersion, type Overdispersion } from './overdispersion.ts';
export { poissonExact } from './poisson-exact.ts';
export { proportionDifference } from './proportion-difference.ts';
export { quantile, type QuantileType } from './quantile.ts';
export { rateInterval, type RateInterval, type RateOptions } from './rate-interval.ts';
export { rateRatio, type RateRatio } from './rate-ratio.ts';
export { agreesWithPrint, printedRange, roundedRatio, roundedShare, type PrintedNumber } from './rounded-ratio.ts';
export { wilson } from './wilson.ts';
