export { type Analytics, type AnalyticsOptions, createAnalytics, type FiguresStep } from './analytics.ts';
export { catalogue, headline } from './catalogue/index.ts';
export { categoryWord, type CategoryWords, typesOf } from './category-words.ts';
export {
  type BandComparison,
  type BandVerdict,
  type ComparedFigure,
  type Comparison,
  type ComparisonKind,
  comparisonKinds,
  type FigureComparison,
  type ComparedSide,
  type Verdict,
} from './comparison/compared-figure.ts';
export type { Difference } from './comparison/difference.ts';
export { comparisonNames, funnelNames, verdictNames } from './comparison/names.ts';
export { kindsOf } from './comparison/kinds.ts';
export { type ComparisonNote, comparisonNotes } from './comparison/notes.ts';
export { defaultPeerRule, type PeerRule } from './comparison/peers.ts';
export type { RankAmong } from './comparison/rank.ts';
export { type ComparisonReason, comparisonReasons } from './comparison/reasons.ts';
export type { FunnelPosition, SmallArea } from './comparison/small-area.ts';
export {
  type Absent,
  type Area,
  type Completeness,
  type Figure,
  type FigureReason,
  figureReasons,
  type FigureStatus,
  type Known,
  type LastGood,
  type Origin,
} from './figure.ts';
export type { Cell, Chance, Formula, Histogram, Result, Undetermined } from './formula/formula.ts';
export { type Amount, ended, openLongerThan, register, type Side, started, sum, within } from './formula/amount.ts';
export { countRatio, density, dispositionDays, per10k, rate, ratio, share, sumShare } from './formula/ratio.ts';
export { ageQuantile, kaplanMeierMedian, kaplanMeierShare, quantile } from './formula/time.ts';
export type { Explained, Explanation, Input, Question } from './explain.ts';
export { type Method, methods } from './formula/method.ts';
export { type IndicatorId, indicatorIds } from './indicator-id.ts';
export {
  type Band,
  type CatalogueIndicator,
  definitionOn,
  type Evidence,
  type Form,
  type FormName,
  type Indicator,
  indicator,
  type Owner,
  type Part,
  quantiles,
  type Reference,
  type Version,
  whole,
} from './indicator.ts';
export { ages, type Count, durations, type Lengths, measure, opening, stock, type Term } from './measure.ts';
export { evidenceCounts, evidenceNames } from './notes/evidence-names.ts';
export { type FigureNote, figureNotes, uncheckedNotes } from './notes/figure-notes.ts';
export { createMemory, type Memory, type Remembered } from './memory.ts';
export {
  type AnyDimension,
  type DimensionOf,
  dimensions,
  type MeasureOf,
  type RecordType,
  recordTypes,
} from './record-type.ts';
export {
  type Register,
  type RegisterEntry,
  type RegisterName,
  registerNames,
  registerOf,
  type RegisterUse,
} from './register.ts';
export { type AreaChoice, type AreaGroup, resolveAreas } from './resolve-areas.ts';
export type { CompareRequest, ExplainRequest, FiguresRequest } from './request.ts';
