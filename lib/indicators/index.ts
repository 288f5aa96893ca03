export { type Analytics, type AnalyticsOptions, createAnalytics, type FiguresRequest } from './analytics.ts';
export { catalogue } from './catalogue/index.ts';
export {
  type Absent,
  type Area,
  type Completeness,
  type Figure,
  type FigureReason,
  figureReasons,
  type FigureStatus,
  type Known,
  type Origin,
} from './figure.ts';
export type { Cell, Formula, Histogram, Result, Undetermined } from './formula/formula.ts';
export { countRatio, per10k, share, sumShare } from './formula/ratio.ts';
export { kaplanMeierMedian, quantile } from './formula/time.ts';
export {
  type Form,
  type FormName,
  type Indicator,
  indicator,
  type Part,
  quantiles,
  type Version,
  whole,
} from './indicator.ts';
export { type Count, durations, type Lengths, measure, type Term } from './measure.ts';
export { type MeasureOf, type RecordType, recordTypes } from './record-type.ts';
export type { AreaChoice } from './resolve-areas.ts';
