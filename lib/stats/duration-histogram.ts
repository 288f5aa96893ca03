/**
 * How long things took: for each length (days, or another unit that the caller keeps to) how many ended after it
 * (`closed`) and how many had lasted so long and were still open at the cut-off (`open`). Three columns of one height.
 * Lengths may come in any order and repeat: concatenating histograms adds them (towns to a county, months to a year).
 */
export interface DurationHistogram {
  readonly length: readonly number[];
  readonly closed: readonly number[];
  readonly open: readonly number[];
}

export interface DurationBin {
  readonly length: number;
  readonly closed: number;
  readonly open: number;
}

/** One bin for each length that occurs, shortest first; empty ones left out. */
export function durationBins(histogram: DurationHistogram): DurationBin[] {
  const bins = new Map<number, { length: number; closed: number; open: number }>();
  histogram.length.forEach((length, row) => {
    const bin = bins.get(length) ?? { length, closed: 0, open: 0 };
    bin.closed += histogram.closed[row] ?? 0;
    bin.open += histogram.open[row] ?? 0;
    if (bin.closed + bin.open > 0) bins.set(length, bin);
  });
  return [...bins.values()].sort((a, b) => a.length - b.length);
}
