/** Choices read from a tape of random numbers. A zero, or the end of the tape, is always the simplest choice, so that a shrunk tape is a smaller case. */
export class Choices {
  readonly #tape: readonly number[];
  #at = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number {
    return (this.#tape[this.#at++] ?? 0) % bound;
  }

  /** True once in `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === times - 1;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Each element once in `times`. */
  some<T>(list: readonly T[], times = 2): T[] {
    return list.filter(() => this.oneIn(times));
  }

  /** `least` to `most` things. */
  times<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }
}
