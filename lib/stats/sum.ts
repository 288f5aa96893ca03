/** The sum of the numbers, 0 for none. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let row = 0; row < values.length; row++) total += values[row] ?? 0;
  return total;
}
