/** Counts with their time and group (0, 1, …), in columns of one height. Empty groups do no harm. */
export interface GroupedCounts {
  readonly count: Float64Array;
  readonly time: Float64Array;
  readonly group: Uint8Array;
  readonly groups: number;
}

/** A fitted log-linear model: log mean = level of the group + slope * time. */
export interface GroupedPoissonFit {
  readonly mean: Float64Array;
  /** By group, the log mean at time 0. */
  readonly level: Float64Array;
  /** Growth of the log mean in a unit of time; 0 when no trend was asked for. */
  readonly slope: number;
  /** Pearson's statistic over the degrees of freedom: 1 for Poisson counts. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  /** By group, the information on its level, and the weighted mean time. */
  readonly information: Float64Array;
  readonly centre: Float64Array;
  /** Information on the slope; `null` without a trend. */
  readonly slopeInformation: number | null;
}

const mostRounds = 50;
const tolerance = 1e-11;

/**
 * Quasi-Poisson regression with a log link on groups and, if asked for, a common trend, by iteratively reweighted least
 * squares. `weights` are prior weights (default: all 1),
 * `start` means to begin from (default: the counts and 0.1). The normal equations of this model are a diagonal with one border, so
 * they are solved by elimination in one pass, without a matrix. `null` when there are no degrees of freedom left, times do not
 * differ within the groups, or the iteration does not settle.
 * A group whose counts are all 0 gets a mean close to 0.
 *
 * McCullagh & Nelder 1989, Generalized Linear Models, sections 2.5 (algorithm) and 9.2 (quasi-likelihood).
 */
export function fitGroupedPoisson(
  data: GroupedCounts,
  trend: boolean,
  weights: Float64Array | null = null,
  start: Float64Array = data.count.map(each => each + 0.1),
): GroupedPoissonFit | null {
  const { count, groups } = data;
  const n = count.length;
  const mean = start.slice();
  const logMean = mean.map(Math.log);
  const working: Working = {
    information: new Float64Array(groups),
    centre: new Float64Array(groups),
    level: new Float64Array(groups),
    score: new Float64Array(groups),
  };
  for (let round = 0; round < mostRounds; round++) {
    const solved = solve(data, { mean, logMean }, weights, trend, working);
    if (solved === null) return null;
    let change = 0;
    let total = 1;
    for (let row = 0; row < n; row++) {
      const log = (working.level[data.group[row] ?? 0] ?? 0) + solved.slope * (data.time[row] ?? 0);
      const next = Math.exp(log);
      logMean[row] = log;
      change += Math.abs(next - (mean[row] ?? 0));
      total += next;
      mean[row] = next;
    }
    if (!(change < Infinity)) return null;
    if (change > tolerance * total) continue;
    const present = working.information.reduce((sum, each) => (each > 0 ? sum + 1 : sum), 0);
    const degreesOfFreedom = n - present - (trend ? 1 : 0);
    if (degreesOfFreedom <= 0) return null;
    const { level, information, centre } = working;
    const dispersion = pearson(count, mean, weights) / degreesOfFreedom;
    return { mean, level, ...solved, dispersion, degreesOfFreedom, information, centre };
  }
  return null;
}

/** Columns by group that each round fills anew. */
interface Working {
  readonly information: Float64Array;
  readonly centre: Float64Array;
  readonly level: Float64Array;
  readonly score: Float64Array;
}

/** One weighted least squares step: fills levels, information and centres, and answers the slope. */
function solve(
  { count, time, group }: GroupedCounts,
  { mean, logMean }: { readonly mean: Float64Array; readonly logMean: Float64Array },
  weights: Float64Array | null,
  trend: boolean,
  { information, centre, level, score }: Working,
): { slope: number; slopeInformation: number | null } | null {
  information.fill(0);
  centre.fill(0);
  score.fill(0);
  for (let row = 0; row < count.length; row++) {
    const g = group[row] ?? 0;
    const mu = mean[row] ?? 0;
    const prior = weights === null ? 1 : (weights[row] ?? 0);
    information[g] = (information[g] ?? 0) + prior * mu;
    centre[g] = (centre[g] ?? 0) + prior * mu * (time[row] ?? 0);
    // Weight times working response: mu (log mu + (y - mu) / mu).
    score[g] = (score[g] ?? 0) + prior * (mu * (logMean[row] ?? 0) + (count[row] ?? 0) - mu);
  }
  for (let g = 0; g < information.length; g++) {
    const own = information[g] ?? 0;
    if (own === 0) continue;
    centre[g] = (centre[g] ?? 0) / own;
    level[g] = (score[g] ?? 0) / own;
  }
  if (!trend) return { slope: 0, slopeInformation: null };
  let square = 0;
  let product = 0;
  let spread = 0;
  for (let row = 0; row < count.length; row++) {
    const mu = mean[row] ?? 0;
    const prior = weights === null ? 1 : (weights[row] ?? 0);
    const offset = (time[row] ?? 0) - (centre[group[row] ?? 0] ?? 0);
    square += prior * mu * offset * offset;
    spread += offset * offset;
    product += prior * (mu * (logMean[row] ?? 0) + (count[row] ?? 0) - mu) * offset;
  }
  // No two times within a group: nothing tells a trend from the groups.
  if (spread < 1e-6) return null;
  const slope = product / square;
  for (let g = 0; g < level.length; g++) level[g] = (level[g] ?? 0) - slope * (centre[g] ?? 0);
  return { slope, slopeInformation: square };
}

function pearson(count: Float64Array, mean: Float64Array, weights: Float64Array | null): number {
  let sum = 0;
  for (let row = 0; row < count.length; row++) {
    const mu = mean[row] ?? 0;
    if (mu > 0) sum += ((weights === null ? 1 : (weights[row] ?? 0)) * ((count[row] ?? 0) - mu) ** 2) / mu;
  }
  return sum;
}

/** The log mean of a group at a time, and its variance before the dispersion is multiplied in. */
export function predictGroupedPoisson(
  fit: GroupedPoissonFit,
  group: number,
  time: number,
): { readonly logMean: number; readonly variance: number } {
  const offset = time - (fit.centre[group] ?? 0);
  const ofSlope = fit.slopeInformation === null ? 0 : (offset * offset) / fit.slopeInformation;
  return {
    logMean: (fit.level[group] ?? 0) + fit.slope * time,
    variance: 1 / (fit.information[group] ?? 0) + ofSlope,
  };
}
