import { Pseudonym, type Pseudonymiser } from './pseudonym.ts';

/** Keys of records by the pseudonym of their person, in memory alone. */
export class PseudonymIndex {
  readonly #by: Pseudonymiser;
  readonly #now: Date;
  readonly #keys = new Map<string, string | string[]>();

  constructor(by: Pseudonymiser, now: Date) {
    this.#by = by;
    this.#now = now;
  }

  /** Takes the record of a key with the number that it holds, as it is written. False where that is no identity number. */
  add(key: string, written: string): boolean {
    const all = this.#by.all(written, this.#now);
    for (const pseudonym of all) {
      const text = Pseudonym.textOf(pseudonym);
      const known = this.#keys.get(text);
      this.#keys.set(text, known === undefined ? key : [known, key].flat());
    }
    return all.length > 0;
  }

  /** Keys of the records of a person. */
  find(pseudonym: Pseudonym): readonly string[] {
    return [this.#keys.get(Pseudonym.textOf(pseudonym)) ?? []].flat();
  }
}
