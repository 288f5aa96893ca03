/** What is wrong with a ledger. Stable, in docs/errors.md. */
export type FindingCode =
  | 'RECORD_UNREADABLE'
  | 'RECORD_CHANGED'
  | 'RECORD_MISSING'
  | 'RECORD_INSERTED'
  | 'RECORD_MOVED'
  | 'RECORDS_TRUNCATED'
  | 'CLOCK_WENT_BACK'
  | 'CHECKPOINT_FORGED'
  | 'CHECKPOINT_MISSING'
  | 'ROOT_DIFFERS'
  | 'WITNESS_FORGED'
  | 'WITNESS_DIFFERS'
  | 'PROOF_FORGED';

export interface Finding {
  readonly code: FindingCode;
  /** File and line, or the checkpoint or witness that says otherwise. */
  readonly place: string;
  readonly what: string;
}

/** Keeps the first of each kind, and counts the rest: an inserted line can make a million others look wrong. */
export class Findings {
  readonly #most: number;
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<FindingCode, number>();

  constructor(most = 20) {
    this.#most = most;
  }

  add(code: FindingCode, place: string, what: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= this.#most) this.#kept.push({ code, place, what });
  }

  get kept(): readonly Finding[] {
    return this.#kept;
  }

  /** How many there were of each kind. */
  get counts(): ReadonlyMap<FindingCode, number> {
    return this.#counts;
  }
}
