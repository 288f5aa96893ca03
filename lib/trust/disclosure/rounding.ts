/** A count to the nearest multiple of the base, halves up. */
export function roundHalfUp(count: number, base: number): number {
  return base * Math.floor(count / base + 0.5);
}

/**
 * A count to the multiple of the base below or above it, which of the two by `offset` (0..base - 1, drawn once for a cell). Over all
 * offsets the mean is the count; it never moves by the base or more, and 0 stays 0. Random rounding as official statistics do it
 * (Nargundkar & Saveland 1972; Statistics Canada; Stats NZ).
 */
export function roundAt(count: number, base: number, offset: number): number {
  return base * Math.floor((count + offset) / base);
}

/**
 * Counts that add up to a total, rounded so that what comes out adds up to the total's own rounding: their running sums are rounded
 * with one offset, and each gives the step. Each moves by less than the base, and 0 stays 0 (systematic rounding; Cox 1987).
 */
export function roundParts(counts: readonly number[], base: number, offset: number): number[] {
  let sum = 0;
  let before = 0;
  return counts.map(count => {
    sum += count;
    const rounded = roundAt(sum, base, offset);
    const step = rounded - before;
    before = rounded;
    return step;
  });
}

/** A mean to two significant digits, up or down by `fraction` (0 to below 1), so that it is right on average. */
export function roundMean(mean: number, fraction: number): number {
  if (!(mean > 0)) return 0;
  const step = 10 ** (Math.floor(Math.log10(mean)) - 1);
  const rounded = Math.floor(mean / step + fraction) * step;
  return Number(rounded.toPrecision(2));
}
