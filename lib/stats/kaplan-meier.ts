import { durationBins, type DurationHistogram } from './duration-histogram.ts';

/** The share still open after each observed length, in columns of one height, shortest length first. */
export interface KaplanMeierCurve {
  readonly time: readonly number[];
  /** Items observed for at least this long, those closed or cut off at it included. */
  readonly atRisk: readonly number[];
  readonly closed: readonly number[];
  readonly open: readonly number[];
  /** Estimated share (0..1) that lasts longer than `time`. */
  readonly survival: readonly number[];
  /** Greenwood's standard error of `survival`; 0 (not an estimate) where `survival` is 0. */
  readonly standardError: readonly number[];
}

/**
 * The Kaplan-Meier curve of durations of which some are still running at the cut-off (right-censored). An item cut off
 * at t counts as at risk at t. An empty histogram makes an empty curve.
 *
 * Kaplan & Meier 1958, JASA 53:457-481; Greenwood 1926.
 */
export function kaplanMeier(histogram: DurationHistogram): KaplanMeierCurve {
  const bins = durationBins(histogram);
  const atRisk: number[] = [];
  const survival: number[] = [];
  const standardError: number[] = [];
  let remaining = bins.reduce((sum, bin) => sum + bin.closed + bin.open, 0);
  let share = 1;
  let greenwood = 0;
  for (const { closed, open } of bins) {
    const staying = remaining - closed;
    atRisk.push(remaining);
    share *= staying / remaining;
    greenwood += closed / (remaining * staying);
    survival.push(share);
    standardError.push(share === 0 ? 0 : share * Math.sqrt(greenwood));
    remaining = staying - open;
  }
  return {
    time: bins.map(bin => bin.length),
    atRisk,
    closed: bins.map(bin => bin.closed),
    open: bins.map(bin => bin.open),
    survival,
    standardError,
  };
}
