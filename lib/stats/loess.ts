/** A loess smoother over equally spaced values. */
export interface LoessOptions {
  /** How many values each fit looks at. */
  readonly span: number;
  /** 0 fits a constant, 1 a line. */
  readonly degree: 0 | 1;
  /** Fit every `jump`-th value and interpolate between. */
  readonly jump: number;
}

/**
 * The fit at `at` from y[left..right] (positions are indices; `at` may lie outside), with tricube weights times `robustness`.
 * `undefined` when all weights are 0. STL's `est`: a span above the length of the series widens the kernel.
 */
export function loessAt(
  y: Float64Array,
  at: number,
  left: number,
  right: number,
  { span, degree }: LoessOptions,
  robustness: Float64Array | null,
): number | undefined {
  const n = y.length;
  const radius = Math.max(at - left, right - at) + (span > n ? Math.floor((span - n) / 2) : 0);
  const near = 0.001 * radius;
  const far = 0.999 * radius;
  let total = 0;
  let moment = 0;
  let square = 0;
  let sum = 0;
  let product = 0;
  for (let row = left; row <= right; row++) {
    const offset = row - at;
    const distance = Math.abs(offset);
    if (distance > far) continue;
    const share = distance / radius;
    const fall = distance <= near ? 1 : 1 - share * share * share;
    const weight = fall * fall * fall * (robustness === null ? 1 : (robustness[row] ?? 1));
    const value = weight * (y[row] ?? 0);
    total += weight;
    moment += weight * offset;
    square += weight * offset * offset;
    sum += value;
    product += value * offset;
  }
  if (!(total > 0)) return undefined;
  const mean = sum / total;
  const centre = moment / total;
  const spread = square / total - centre * centre;
  // With no slope asked for, or too little spread around the centre to tell one.
  if (degree === 0 || Math.sqrt(Math.max(0, spread)) <= 0.001 * (n - 1)) return mean;
  return mean - ((product / total - centre * mean) / spread) * centre;
}

/** The smoothed series: STL's `ess`. */
export function loess(y: Float64Array, options: LoessOptions, robustness: Float64Array | null): Float64Array {
  const n = y.length;
  const smooth = new Float64Array(n);
  if (n < 2) return y.slice();
  const { span } = options;
  const jump = Math.min(options.jump, n - 1);
  const half = Math.floor((span + 1) / 2);
  const fitAt = (row: number): void => {
    const left = span >= n ? 0 : Math.max(0, Math.min(n - span, row + 1 - half));
    const right = span >= n ? n - 1 : left + span - 1;
    smooth[row] = loessAt(y, row, left, right, options, robustness) ?? y[row] ?? 0;
  };
  let last = 0;
  fitAt(0);
  for (let row = jump; row < n; row += jump) {
    fitAt(row);
    interpolate(smooth, last, row);
    last = row;
  }
  if (last < n - 1) {
    fitAt(n - 1);
    interpolate(smooth, last, n - 1);
  }
  return smooth;
}

function interpolate(values: Float64Array, from: number, to: number): void {
  const start = values[from] ?? 0;
  const step = ((values[to] ?? 0) - start) / (to - from);
  for (let row = from + 1; row < to; row++) values[row] = start + step * (row - from);
}
