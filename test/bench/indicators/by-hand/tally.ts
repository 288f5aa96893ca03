import { cutOff, monthEnds } from './days.ts';

/** Lengths of time with how many ended after it, and how many were still open. */
export interface Lengths {
  readonly length: readonly number[];
  readonly closed: readonly number[];
  readonly open: readonly number[];
}

type Counted = Map<number, [closed: number, open: number]>;

/** One column a month, with one before them; one row a town, one for no known town, one for the county. */
const columns = 37;

/** What the databases counted, by measure, town and month. */
export class Tally {
  readonly #towns: ReadonlyMap<unknown, number>;
  readonly #elsewhere: number;
  readonly #sums = new Map<string, Float64Array>();
  readonly #lengths = new Map<string, Counted[]>();

  constructor(towns: readonly string[]) {
    this.#towns = new Map(towns.map((code, i) => [code, i]));
    this.#elsewhere = towns.length;
  }

  #row(town: unknown): number {
    return this.#towns.get(town) ?? this.#elsewhere;
  }

  /** Adds what happened in a month, to the town and the county. Months outside are passed over. */
  add(measure: string, town: unknown, slot: number | null, amount: unknown): void {
    if (slot === null || slot < 0 || slot >= columns) return;
    let sums = this.#sums.get(measure);
    if (!sums) this.#sums.set(measure, (sums = new Float64Array((this.#elsewhere + 2) * columns)));
    const value = Number(amount);
    const at = this.#row(town) * columns + slot;
    sums[at] = (sums[at] ?? 0) + value;
    const county = (this.#elsewhere + 1) * columns + slot;
    sums[county] = (sums[county] ?? 0) + value;
  }

  /** Adds what is there from one month on, until it leaves in another. */
  spell(measure: string, town: unknown, from: number | null, until: number | null, amount: unknown): void {
    if (from === null) return;
    const value = Number(amount);
    for (let slot = from; slot < Math.max(from, until ?? columns) && slot < columns; slot += 1)
      this.add(measure, town, slot, value);
  }

  /** Adds rows by how long they lasted, or have lasted. */
  length(measure: string, town: unknown, slot: number, length: number, closed: number, open: number): void {
    if (slot < 1 || slot >= columns || length < 0) return;
    let counted = this.#lengths.get(measure);
    if (!counted)
      this.#lengths.set(measure, (counted = Array.from({ length: (this.#elsewhere + 2) * columns }, () => new Map())));
    for (const row of [this.#row(town), this.#elsewhere + 1]) {
      const cell = counted[row * columns + slot];
      const before = cell?.get(length);
      if (before) {
        before[0] += closed;
        before[1] += open;
      } else cell?.set(length, [closed, open]);
    }
  }

  /** Adds rows that ran from a day to another, or still run: lengths in days, by the month of the first. */
  days(
    measure: string,
    town: unknown,
    slot: number,
    from: number,
    to: number | null,
    left: number | null,
    rows: number,
  ) {
    const closed = to !== null && to <= cutOff;
    const end = closed ? to : left !== null && left <= cutOff ? left : cutOff;
    this.length(measure, town, slot, end - from, closed ? rows : 0, closed ? 0 : rows);
  }

  /** Adds rows that are open from a day to another, by their age at the end of each month. */
  ages(measure: string, town: unknown, from: number, to: number | null, rows: number): void {
    for (let i = monthEnds.length - 1; i >= 0; i -= 1) {
      const end = monthEnds[i] ?? 0;
      if (end < from) return;
      if (to === null || to > end) this.length(measure, town, i + 1, end - from, 0, rows);
    }
  }

  /** What was added up for the town (undefined: the county) in a month, from 1; 0 is before all. */
  sum(measure: string, town: string | undefined, slot: number): number {
    const sums = this.#sums.get(measure);
    return sums?.[(town === undefined ? this.#elsewhere + 1 : this.#row(town)) * columns + slot] ?? 0;
  }

  lengths(measure: string, town: string | undefined, slot: number): Lengths {
    const row = town === undefined ? this.#elsewhere + 1 : this.#row(town);
    const counted = [...(this.#lengths.get(measure)?.[row * columns + slot] ?? [])].sort(([a], [b]) => a - b);
    return {
      length: counted.map(([length]) => length),
      closed: counted.map(([, [closed]]) => closed),
      open: counted.map(([, [, open]]) => open),
    };
  }
}
