import type { Known } from './figure.ts';

/** A figure that was computed once, and when. */
export interface Remembered {
  readonly figure: Known;
  /** ISO moment. */
  readonly at: string;
}

/**
 * The last good figures, for the time when a department does not answer. Keys say all that a figure is of. What is kept was
 * computed for one caller's rights: keep one memory for each.
 */
export interface Memory {
  get(key: string): Remembered | undefined;
  set(key: string, remembered: Remembered): void;
}

/** Keeps them in this process; beyond `most` the oldest go. */
export function createMemory(most = 100_000): Memory {
  const kept = new Map<string, Remembered>();
  return {
    get: key => kept.get(key),
    set(key, remembered) {
      kept.delete(key);
      kept.set(key, remembered);
      if (kept.size <= most) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    },
  };
}
