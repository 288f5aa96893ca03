import type { Figure } from '../figure.ts';
import type { FigureNote } from '../notes/figure-notes.ts';
import type { Band } from '../indicator.ts';
import type { Difference } from './difference.ts';
import type { ComparisonNote } from './notes.ts';
import type { RankAmong } from './rank.ts';
import type { ComparisonReason } from './reasons.ts';
import type { SmallArea } from './small-area.ts';

/**
 * What a figure is compared with. previous: the period before 环比; year: the same period of last year, January and February
 * together 同比; cumulative: the year so far against the same months of last year 累计同比; county: 全县; band: reference band or
 * aim 合理区间; peers: similar places of the same level 同类地区.
 */
export const comparisonKinds = ['previous', 'year', 'cumulative', 'county', 'band', 'peers'] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

/**
 * What is said of a difference, only where its interval says so: better, worse; for an indicator where neither way is better
 * higher, lower; similar: the interval holds no difference.
 */
export type Verdict = 'better' | 'worse' | 'higher' | 'lower' | 'similar' | 'not_comparable';

/** What is said of a band or an aim: the whole interval is inside, below or above, or it is on the edge. */
export type BandVerdict = 'within' | 'below' | 'above' | 'undecided' | 'not_comparable';

/** One of the two numbers of a comparison. */
export type ComparedSide = Pick<
  Figure,
  'value' | 'numerator' | 'denominator' | 'interval' | 'status' | 'reason' | 'roundedTo' | 'definitionVersion' | 'asOf'
> & {
  /** Label, and first and last day: 2026-01/2026-02 for January and February together. */
  readonly period: { readonly label: string; readonly from: string; readonly to: string };
  /** Codes of the places that are taken together. */
  readonly places: readonly string[];
};

/** A figure beside another one. */
export interface FigureComparison {
  readonly kind: Exclude<ComparisonKind, 'band'>;
  /** The figure itself, or what holds it: the year so far, January and February. */
  readonly now: ComparedSide;
  /** null where there is none. */
  readonly against: ComparedSide | null;
  /** now - against, in the indicator's unit: percentage points for per cent. null where a value is missing. */
  readonly change: number | null;
  /** now / against - 1, for rates and other values that are not per cent; else null. */
  readonly growth: number | null;
  /** What the verdict rests on; null where it cannot be given. */
  readonly difference: Difference | null;
  readonly verdict: Verdict;
  /** Why it is not comparable; else null. */
  readonly reason: ComparisonReason | null;
  readonly notes: readonly ComparisonNote[];
}

/** A figure beside its reference band or its aim. */
export interface BandComparison {
  readonly kind: 'band';
  readonly now: ComparedSide;
  /** An aim has both limits at one number. */
  readonly band: Band;
  readonly verdict: BandVerdict;
  readonly reason: ComparisonReason | null;
}

export type Comparison = FigureComparison | BandComparison;

/** A figure with all that it was compared with. Kinds that make no sense for it are not there: a county has no county to compare with. */
export interface ComparedFigure {
  readonly figure: Figure;
  readonly comparisons: readonly Comparison[];
  /** Among the places of its level: funnel position and shrunken value. null for a county, and for what is not a share or rate. */
  readonly small: SmallArea | null;
  /** Only where the county has switched ranking on and it was asked for. */
  readonly rank: RankAmong | null;
  /** Questions that the figure raises; null where they were not asked for. */
  readonly notes: readonly FigureNote[] | null;
}
