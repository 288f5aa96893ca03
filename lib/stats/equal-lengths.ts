/**
 * The common length of columns that belong together.
 * @throws RangeError when they differ
 */
export function equalLengths(columns: Readonly<Record<string, ArrayLike<number | null>>>): number {
  const lengths = Object.entries(columns).map(([name, column]) => ({ name, length: column.length }));
  const first = lengths[0]?.length ?? 0;
  if (lengths.some(each => each.length !== first)) {
    const got = lengths.map(({ name, length }) => `${name} ${length}`).join(', ');
    throw new RangeError(`Expected columns of one length, got ${got}; give one value a row in each.`);
  }
  return first;
}
