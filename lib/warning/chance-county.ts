import type { CountSeries, CountedMonths } from './count-series.ts';
import { byCategory, seasonOf } from './season.ts';

/** A county in which only chance happens: what its history lets expect, without outbreaks. */
export interface ChanceCounty {
  /** The counts of all series, drawn anew; null where the real ones are. */
  draw(): CountSeries[];
}

/**
 * Fits a county without outbreaks to the months before `until`: each series its own level, each category the season and the
 * spread (variance over mean, Pearson's, at least 1) of the whole county. Counts are drawn from negative binomial
 * distributions, always the same ones for the same history.
 * Known limit: no trend is drawn, and past outbreaks make the spread, and so the thresholds, larger.
 */
export function chanceCounty({ months, series }: CountedMonths, until: number): ChanceCounty {
  const unit = dice(until * 7919 + series.length);
  const tables = new Map<CountSeries, Float64Array[]>();
  for (const towns of byCategory(series).values()) {
    const season = seasonOf(towns, months, until);
    const levels = towns.map(({ counts }) => levelOf(counts, season, until));
    const spread = spreadOf(towns, levels, season, until);
    for (const [i, town] of towns.entries())
      tables.set(
        town,
        season.map(factor => cumulative((levels[i] ?? 0) * factor, spread)),
      );
  }
  return {
    draw: () =>
      series.map(each => ({
        ...each,
        counts: each.counts.map((count, month) => (count === null ? null : below(tables.get(each)?.[month], unit()))),
      })),
  };
}

function levelOf(counts: CountSeries['counts'], season: readonly number[], until: number): number {
  let [total, weight] = [0, 0];
  for (let month = 0; month < until; month++) {
    const value = counts[month] ?? null;
    if (value === null) continue;
    total += value;
    weight += season[month] ?? 1;
  }
  return weight === 0 ? 0 : total / weight;
}

function spreadOf(
  towns: readonly CountSeries[],
  levels: readonly number[],
  season: readonly number[],
  until: number,
): number {
  let [sum, seen, fitted] = [0, 0, 11];
  for (const [i, { counts }] of towns.entries()) {
    const level = levels[i] ?? 0;
    if (level === 0) continue;
    fitted++;
    for (let month = 0; month < until; month++) {
      const value = counts[month] ?? null;
      const mean = level * (season[month] ?? 1);
      if (value === null || mean === 0) continue;
      sum += (value - mean) ** 2 / mean;
      seen++;
    }
  }
  return seen > fitted ? Math.max(1, sum / (seen - fitted)) : 1;
}

/** P(X <= k) for k = 0, 1, … of a count with this mean and variance `spread` times as large, up to all but 1e-9. */
function cumulative(mean: number, spread: number): Float64Array {
  if (!(mean > 0)) return Float64Array.of(1);
  const most = Math.ceil(mean + 12 * Math.sqrt(mean * spread) + 20);
  const table = new Float64Array(most + 1);
  const size = spread > 1.0001 ? mean / (spread - 1) : Infinity;
  let log = size === Infinity ? -mean : -size * Math.log(spread);
  let sum = 0;
  for (let k = 0; k <= most; k++) {
    sum += Math.exp(log);
    table[k] = sum;
    log += size === Infinity ? Math.log(mean / (k + 1)) : Math.log(((k + size) / (k + 1)) * (1 - 1 / spread));
  }
  return table;
}

function below(table: Float64Array | undefined, u: number): number {
  if (table === undefined) return 0;
  let [low, high] = [0, table.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 1) >= u) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Uniform numbers of [0, 1), the same for the same seed: mulberry32 (Tommy Ettinger, public domain). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
