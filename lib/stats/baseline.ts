/** Mean and sample standard deviation (n - 1) of the values from `start` up to, not including, `end`. */
export interface Baseline {
  readonly mean: number;
  readonly sd: number;
}

/** `null` when the stretch leaves the series, holds a missing value or less than two values. */
export function baseline(series: readonly (number | null)[], start: number, end: number): Baseline | null {
  const n = end - start;
  if (start < 0 || end > series.length || n < 2) return null;
  let sum = 0;
  for (let row = start; row < end; row++) {
    const value = series[row] ?? null;
    if (value === null) return null;
    sum += value;
  }
  const mean = sum / n;
  let squares = 0;
  for (let row = start; row < end; row++) squares += ((series[row] ?? 0) - mean) ** 2;
  return { mean, sd: Math.sqrt(squares / (n - 1)) };
}
