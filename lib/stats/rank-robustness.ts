import { quantile } from './quantile.ts';
import { ranks } from './ranks.ts';
import { weightedMean, type MeanKind, type MissingRule } from './weighted-mean.ts';

export interface RankChoices {
  /** Default: arithmetic and geometric. */
  readonly means?: readonly MeanKind[];
  /** Further sets of weights to try beside the declared ones; default: equal weights. */
  readonly weights?: readonly (readonly number[])[];
  /** Whether each indicator is left out in turn; default true. */
  readonly leaveOneOut?: boolean;
  /** Default 'missing': a unit with a missing value has no rank. */
  readonly missing?: MissingRule;
}

export interface RankRobustness {
  /** How many ways of scoring were tried. */
  readonly scenarios: number;
  /** For each unit its best, median and worst rank over them; `null` for a unit that some scenario cannot rank. */
  readonly units: readonly ({ readonly best: number; readonly median: number; readonly worst: number } | null)[];
}

/**
 * How far the rank of each unit depends on choices that could as well have been made otherwise: the mean, the weights, and
 * each single indicator. `scores` has a row a unit and a normalised column an indicator. A rank that moves a lot says little.
 *
 * Saisana, Saltelli & Tarantola 2005, JRSS A 168:307-323; OECD/JRC 2008, section 7.
 * @throws RangeError when a set of weights does not fit the indicators
 */
export function rankRobustness(
  scores: readonly (readonly (number | null)[])[],
  declared: readonly number[],
  choices: RankChoices = {},
): RankRobustness {
  const { means = ['arithmetic', 'geometric'], leaveOneOut = true, missing = 'missing' } = choices;
  const { weights = [declared.map(() => 1)] } = choices;
  const without = leaveOneOut ? declared.map((_, out) => declared.map((each, row) => (row === out ? 0 : each))) : [];
  const tried = means.flatMap(kind =>
    [declared, ...weights, ...without].map(set => ranks(scores.map(row => weightedMean(row, set, kind, missing)))),
  );
  const units = scores.map((_, unit) => {
    const own = tried.map(each => each[unit] ?? null);
    const present = own.filter(rank => rank !== null);
    const median = quantile(present, 0.5);
    if (median === null || present.length < own.length) return null;
    return { best: Math.min(...present), median, worst: Math.max(...present) };
  });
  return { scenarios: tried.length, units };
}
