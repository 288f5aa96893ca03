/** Numbers from a seed (mulberry32), so that a failing run can be run again. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Each with the chance `share`. */
  some<T>(from: readonly T[], share: number): T[];
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    chance: share => next() < share,
    pick<T>(from: readonly T[]): T {
      return from[below(from.length)] as T;
    },
    some: (from, share) => from.filter(() => next() < share),
  };
}
