/**
 * The rank of each score, 1 for the highest (or the lowest); equal scores share the smaller rank. A missing score has none
 * (`null`) and takes no place.
 */
export function ranks(scores: readonly (number | null)[], first: 'highest' | 'lowest' = 'highest'): (number | null)[] {
  const present = scores.filter(score => score !== null).sort((a, b) => (first === 'highest' ? b - a : a - b));
  const rankOf = new Map<number, number>();
  present.forEach((score, place) => {
    if (!rankOf.has(score)) rankOf.set(score, place + 1);
  });
  return scores.map(score => (score === null ? null : (rankOf.get(score) ?? null)));
}
