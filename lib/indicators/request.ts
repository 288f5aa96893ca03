import type { ComparisonKind } from './comparison/compared-figure.ts';
import type { AreaChoice } from './resolve-areas.ts';

/** Which figures: areas by code or name (`areas`), or all places of a `level` inside a place (`within`). */
export type FiguresRequest<Id extends string = string> = AreaChoice & {
  /** Ids of the catalogue. Default: all. */
  readonly indicators?: readonly Id[];
  /** Labels: 2026-08, 2026-Q3, 2026; units may be mixed. */
  readonly periods: readonly string[];
  /**
   * A dimension: a figure for each of its values that occurs. Without `indicators`, those that have it. Default: figures of
   * the whole.
   */
  readonly by?: string;
  /** Ends the work, down to the statements in the departments' databases. */
  readonly signal?: AbortSignal;
};

/** What figures are compared with. */
export type CompareRequest<Id extends string = string> = FiguresRequest<Id> & {
  /** Default: all. `peers` gives the funnel position and the shrunken value too. */
  readonly kinds?: readonly ComparisonKind[];
  /** Ranks with their intervals among the places of a level, where the county has switched ranking on. Needs `peers`. Default: none. */
  readonly ranking?: boolean;
  /** Whether to look for what may lie behind a good figure. Asks for last year, the county, and more of closings. Default: no. */
  readonly notes?: boolean;
};

/** What is to be explained. */
export type ExplainRequest<Id extends string = string> = FiguresRequest<Id> & {
  /** Whether to look for what may lie behind a good figure, which asks the departments for more. Default: no. */
  readonly notes?: boolean;
};
