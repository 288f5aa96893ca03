/** A histogram of lengths. `closed` ended at the length, `open` have lasted that long and still run. */
export interface Histogram {
  readonly length: readonly number[];
  readonly closed: readonly number[];
  readonly open: readonly number[];
}

/**
 * Kaplan and Meier 1958: the smallest length by which half have ended, the open ones counted as long as they are seen.
 * A curve that stays at exactly one half gives the middle of that stretch. null: fewer than half have ended.
 */
export function survivalMedian({ length, closed, open }: Histogram): number | null {
  let atRisk = closed.reduce((sum, n) => sum + n, 0) + open.reduce((sum, n) => sum + n, 0);
  let surviving = 1;
  let half: number | null = null;
  for (let i = 0; i < length.length; i++) {
    const [t, ended, left] = [length[i] ?? 0, closed[i] ?? 0, open[i] ?? 0];
    if (half !== null && ended > 0) return (half + t) / 2;
    if (ended > 0) surviving *= 1 - ended / atRisk;
    atRisk -= ended + left;
    if (half === null && surviving < 0.5 - 1e-9) return t;
    if (half === null && Math.abs(surviving - 0.5) <= 1e-9) half = t;
  }
  return half === null ? null : (half + (length.at(-1) ?? half)) / 2;
}

/** The share that lasts longer than `time` by the same estimate; null where nobody was seen for so long. */
export function survivalShare({ length, closed, open }: Histogram, time: number): number | null {
  let atRisk = closed.reduce((sum, n) => sum + n, 0) + open.reduce((sum, n) => sum + n, 0);
  let surviving = 1;
  for (let i = 0; i < length.length && (length[i] ?? 0) <= time; i++) {
    const ended = closed[i] ?? 0;
    if (atRisk > 0) surviving *= 1 - ended / atRisk;
    atRisk -= ended + (open[i] ?? 0);
  }
  const last = length.at(-1);
  return last === undefined || (time > last && surviving > 0) ? null : surviving;
}

/** Quantile of lengths, `rows` of each, with linear interpolation (type 7 of Hyndman and Fan 1996). null without any. */
export function rankedQuantile(length: readonly number[], rows: readonly number[], p: number): number | null {
  const count = rows.reduce((sum, n) => sum + n, 0);
  if (count === 0) return null;
  const position = (count - 1) * p;
  const nth = (n: number): number => {
    let seen = 0;
    return length[rows.findIndex(here => (seen += here) > n)] ?? 0;
  };
  const below = nth(Math.floor(position));
  return below + (position - Math.floor(position)) * (nth(Math.ceil(position)) - below);
}
