import betaincinv from '@stdlib/math-base-special-betaincinv';
import { tailProbability } from './confidence.ts';
import { equalLengths } from './equal-lengths.ts';
import { joined, type Shrunken } from './shrunken-rates.ts';
import { wilson } from './wilson.ts';

/**
 * Shares x / n of small areas drawn towards the share of all, the more the smaller the area. The interval joins the quantiles of the
 * beta distribution that has the estimated mean and variance as its prior with Wilson's interval of the mean (square-and-add),
 * within 0 and 1. Where the areas differ by no more than chance, all have the share of all and its interval. `null` for an area
 * without rows.
 * Known limit: the variance between areas is taken as known; with few areas the interval is too narrow.
 *
 * Martuzzi & Elliott 1996, Statistics in Medicine 15:1867-1873, by the method of moments (Marshall 1991, with binomial variance);
 * Morris 1983, JASA 78:47-55 (uncertainty of the mean).
 * @throws RangeError when the columns differ in length
 */
export function shrunkenShares(
  part: ArrayLike<number>,
  whole: ArrayLike<number>,
  confidence = 0.95,
): (Shrunken | null)[] {
  const rows = equalLengths({ part, whole });
  const areas = Array.from({ length: rows }, (_, row) => ({ x: part[row] ?? 0, n: whole[row] ?? 0 }));
  const used = areas.filter(({ n }) => n > 0);
  const x = used.reduce((sum, area) => sum + area.x, 0);
  const n = used.reduce((sum, area) => sum + area.n, 0);
  const mean = x / n;
  const between = varianceBetween(used, mean, n);
  const limits = wilson(x, n, confidence);
  const all = limits && { value: mean, ...limits };
  const tail = tailProbability(confidence);
  return areas.map(area => {
    if (!(area.n > 0) || all === null) return null;
    if (between === 0) return all;
    // The beta distribution of that mean and variance stands for so many rows.
    const before = (mean * (1 - mean)) / between - 1;
    const [yes, no] = [mean * before + area.x, (1 - mean) * before + area.n - area.x];
    const own = { value: yes / (yes + no), lower: betaincinv(tail, yes, no), upper: 1 - betaincinv(tail, no, yes) };
    const { value, lower, upper } = joined(own, all, before / (before + area.n));
    return { value, lower: Math.max(0, lower), upper: Math.min(1, upper) };
  });
}

/** Variance of the true shares; an observed share varies by m (1 - m) / n around it, less what the true ones vary, over n. */
function varianceBetween(
  areas: readonly { readonly x: number; readonly n: number }[],
  mean: number,
  n: number,
): number {
  const size = n / areas.length;
  if (!(size > 1)) return 0;
  const spread = areas.reduce((sum, area) => sum + area.n * (area.x / area.n - mean) ** 2, 0) / n;
  const binomial = mean * (1 - mean);
  // All true shares at 0 or 1 are the most that they can differ.
  return Math.min(binomial * 0.999_999, Math.max(0, (spread - binomial / size) / (1 - 1 / size)));
}
