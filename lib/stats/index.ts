export { ageOfPending, type AgeOfPending } from './age-of-pending.ts';
export { byar } from './byar.ts';
export { classicalDecomposition, type ClassicalDecomposition } from './classical-decomposition.ts';
export { clearanceRate } from './clearance-rate.ts';
export { controlSignals, westernElectric, type ControlRule, type ControlSignal } from './control-rules.ts';
export { countCusum, type CountCusumOptions, type CountTransform, type CusumPoint } from './count-cusum.ts';
export {
  directlyStandardisedRate,
  type DirectlyStandardisedRate,
  type DirectStandardisationOptions,
  type StandardisedStrata,
} from './directly-standardised-rate.ts';
export { dispositionTime } from './disposition-time.ts';
export type { DurationHistogram } from './duration-histogram.ts';
export { ears, type EarsOptions, type EarsPoint } from './ears.ts';
export { earsC3, type EarsC3Options, type EarsC3Point } from './ears-c3.ts';
export { empiricalBayes, type EmpiricalBayes } from './empirical-bayes.ts';
export { entropyWeights } from './entropy-weights.ts';
export { estimateDifference } from './estimate-difference.ts';
export { ewma, ewmaLimits, type EwmaOptions, type EwmaPoint } from './ewma.ts';
export { farrington, type FarringtonOptions } from './farrington.ts';
export { farringtonFlexible, type FarringtonFlexibleOptions } from './farrington-flexible.ts';
export { fiveInFour, type FarringtonPoint, type FewestCases } from './farrington-point.ts';
export { festivalAlignedGrowth } from './festival-aligned-growth.ts';
export { flowBalanceError, type Flow } from './flow-balance-error.ts';
export { funnelLimits, type FunnelAdjustment, type FunnelLimits } from './funnel-limits.ts';
export { proportionFunnelLine, ratioFunnelLine, type FunnelLine } from './funnel-line.ts';
export { growth } from './growth.ts';
export { histogramQuantile, type HistogramQuantileOptions } from './histogram-quantile.ts';
export {
  indirectlyStandardisedRatio,
  type IndirectlyStandardisedRatio,
  type ReferenceStrata,
} from './indirectly-standardised-ratio.ts';
export type { Estimate, Interval, PartialInterval } from './interval.ts';
export { januaryFebruaryGrowth } from './january-february.ts';
export { kaplanMeier, type KaplanMeierCurve } from './kaplan-meier.ts';
export type { KmOptions, KmTransform } from './km-limits.ts';
export { kmQuantile } from './km-quantile.ts';
export { kmSurvival } from './km-survival.ts';
export { borda, goalposts, minMax, zScores, type Direction, type IndicatorColumn } from './normalise.ts';
export { overdispersion, type Overdispersion } from './overdispersion.ts';
export { poissonExact } from './poisson-exact.ts';
export { normalQuantile } from './normal-quantile.ts';
export { proportionDifference } from './proportion-difference.ts';
export { quantile, type QuantileType } from './quantile.ts';
export { rankRobustness, type RankChoices, type RankRobustness } from './rank-robustness.ts';
export { ranks } from './ranks.ts';
export { rateInterval, type RateInterval, type RateOptions } from './rate-interval.ts';
export { rateRatio, type RateRatio } from './rate-ratio.ts';
export { agreesWithPrint, printedRange, roundedRatio, roundedShare, type PrintedNumber } from './rounded-ratio.ts';
export { daysFromSpringFestival, springFestival } from './spring-festival.ts';
export { type Shrunken, shrunkenRates } from './shrunken-rates.ts';
export { shrunkenShares } from './shrunken-shares.ts';
export { springFestivalShare, type FestivalWindow } from './spring-festival-share.ts';
export { stl, type Stl, type StlOptions } from './stl.ts';
export { tabularCusum, type TabularCusumPoint } from './tabular-cusum.ts';
export { weightedMean, type MeanKind, type MissingRule } from './weighted-mean.ts';
export { wilson } from './wilson.ts';
export { xmr, type Xmr } from './xmr.ts';
export { cumulativeGrowth, growthOver, type Series } from './year-over-year.ts';
