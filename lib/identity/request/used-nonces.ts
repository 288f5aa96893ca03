/** Nonces that one bucket holds before the oldest bucket is given up. */
const defaultMost = 1_000_000;

/**
 * Nonces of requests that were taken, kept while a copy of such a request would still be in time. The memory is bounded: when it is
 * full, what was signed first is forgotten and from then on refused for its age, so that a copy is never taken.
 */
export class UsedNonces {
  /** By the time of signing, in tenths of the window. */
  readonly #buckets = new Map<number, Set<string>>();
  readonly #window: number;
  readonly #step: number;
  readonly #most: number;
  #size = 0;
  #floor: number;

  /**
   * `window`: how old a request may be, in milliseconds. `floor`: what was signed before is refused, in milliseconds since 1970,
   * because nobody knows any more what was taken then.
   */
  constructor({ window, floor, most = defaultMost }: { window: number; floor: number; most?: number }) {
    [this.#window, this.#step, this.#floor, this.#most] = [window, window / 10, floor, most];
  }

  /** What was signed before is too old. */
  get floor(): number {
    return this.#floor;
  }

  /** True the first time; the request must have been signed at `time`. */
  take(nonce: string, time: number, now: number): boolean {
    const bucket = Math.floor(time / this.#step);
    const known = this.#buckets.get(bucket) ?? new Set();
    if (known.has(nonce)) return false;
    this.#forgetBefore(now - this.#window);
    if (this.#size >= this.#most) this.#forgetOldest();
    if (time < this.#floor) return false;
    known.add(nonce);
    this.#buckets.set(bucket, known);
    this.#size += 1;
    return true;
  }

  /** Those whose bucket has ended are too old by the clock. */
  #forgetBefore(time: number): void {
    for (const [bucket, { size }] of this.#buckets) {
      if ((bucket + 1) * this.#step > time) continue;
      this.#buckets.delete(bucket);
      this.#size -= size;
    }
  }

  #forgetOldest(): void {
    const oldest = Math.min(...this.#buckets.keys());
    this.#size -= this.#buckets.get(oldest)?.size ?? 0;
    this.#buckets.delete(oldest);
    this.#floor = Math.max(this.#floor, (oldest + 1) * this.#step);
  }
}
