import type { FormName, Indicator } from '../indicators/index.ts';
import type { PeriodUnit } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';

/** How a figure becomes marks; all but `band` follow the indicator's direction. */
export type MarkRule =
  /** 0 marks at `from`, full marks at `to`, in proportion between. */
  | { readonly kind: 'goalposts'; readonly from: number; readonly to: number }
  /** The same of the difference from the same period of the year before, in the indicator's unit. */
  | { readonly kind: 'improvement'; readonly from: number; readonly to: number }
  /** Full marks from the target on; for each `step` short of it `deduct` marks off, parts of a step in proportion. */
  | { readonly kind: 'target'; readonly target: number; readonly step: number; readonly deduct: number }
  /** Full marks between `low` and `high`; for each `step` outside `deduct` marks off, parts of a step in proportion. */
  | {
      readonly kind: 'band';
      readonly low: number;
      readonly high: number;
      readonly step: number;
      readonly deduct: number;
    };

/**
 * What an item without a figure does. leave-out: the weights of the others are scaled up. neutral: the median marks of the areas
 * that have a figure. zero: 0 marks, with the reason; only where there was nothing to compute from and another figure of the same
 * department is there, never where a department is silent, withholds, has not granted or does not keep it: then it is left out.
 */
export interface MissingChoice {
  readonly rule: 'leave-out' | 'neutral' | 'zero';
  readonly why?: Text;
}

export interface Item {
  readonly id: string;
  readonly definition: Indicator;
  readonly form: FormName;
  readonly part: string | null;
  readonly group: string | null;
  /** Points of the score at full marks. */
  readonly weight: number;
  readonly full: number;
  /** Limits of the marks. */
  readonly floor: number;
  readonly cap: number;
  /** Its points come on top of the 100 of the others. */
  readonly bonus: boolean;
  readonly rule: MarkRule;
  readonly missing: MissingChoice;
}

export interface Group {
  readonly name: Text;
  /** Limits of the points that its items bring together. */
  readonly floor: number;
  readonly cap: number;
}

export const normalisations = ['marks', 'min-max', 'z-scores', 'borda'] as const;
export type Normalisation = (typeof normalisations)[number];
export type Aggregation = 'arithmetic' | 'geometric';

/** Choices that could as well have been made otherwise, and how noise is simulated. */
export interface Sensitivity {
  /** By which share each weight is raised and lowered. */
  readonly weights: number;
  readonly aggregations: readonly Aggregation[];
  readonly normalisations: readonly Normalisation[];
  readonly leaveOneOut: boolean;
  readonly draws: number;
}

/** A ground on which people may record a veto 一票否决. Nothing computes one. */
export interface VetoGround {
  readonly name: Text;
  /** The rule that it rests on. */
  readonly basis: Text;
}

/** A scorecard 考核表 as a county publishes it. The weights of its items that are no bonus add up to 100. */
export interface Card {
  readonly id: string;
  readonly name: Text;
  readonly note: Text | null;
  readonly period: PeriodUnit;
  readonly level: ScoredLevel;
  readonly aggregation: Aggregation;
  /** The share of the weights that must have a figure; below it there is no score. */
  readonly coverage: number;
  readonly groups: ReadonlyMap<string, Group>;
  readonly items: readonly Item[];
  /** The most points that bonus items bring together. */
  readonly bonusCap: number;
  readonly sensitivity: Sensitivity;
  readonly vetoes: ReadonlyMap<string, VetoGround>;
}

/** A grid is not scored: it is the work of one person. */
export const scoredLevels = ['COUNTY', 'TOWN', 'VILLAGE'] as const;
export type ScoredLevel = (typeof scoredLevels)[number];
