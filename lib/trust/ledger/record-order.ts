import { canonicalJson, type Json } from './canonical-json.ts';
import type { Findings } from './findings.ts';
import { monthOf, type LedgerRecord } from './ledger-record.ts';
import { parsed } from './lines.ts';
import type { Tail, TailLine } from './tail.ts';

/** A record where it stands. */
export interface PlacedRecord {
  readonly record: LedgerRecord;
  readonly place: string;
  readonly leaf: string;
}

function isRecord(read: unknown): read is LedgerRecord {
  const { seq, time, prev } = (read ?? {}) as Partial<LedgerRecord>;
  return typeof seq === 'number' && typeof time === 'string' && typeof prev === 'string';
}

/** The record of a line; undefined, and a finding, where it is none or not in the one form that records have. */
export function recordOf(line: TailLine, place: string, findings: Findings): LedgerRecord | undefined {
  const read = parsed(line.bytes);
  const isCanonical = isRecord(read) && line.bytes.equals(Buffer.from(canonicalJson(read as unknown as Json)));
  if (isCanonical) return read;
  findings.add('RECORD_UNREADABLE', place, 'no record in canonical JSON');
  return undefined;
}

/**
 * Follows records by their numbers, times and the hash that each has of the one before. Looks one record ahead, so that one that is
 * missing, more, or elsewhere is told apart.
 */
export class RecordOrder {
  readonly #findings: Findings;
  #expected: number;
  #last: string;
  #lastTime: string;
  #held: PlacedRecord | undefined;
  /** Whether the hash of the record before means anything for the next one. */
  #wasInPlace = true;
  /** Numbers in whose place another record stood. */
  readonly #owed = new Set<number>();
  /** Numbers that stood before their place. */
  readonly #early = new Set<number>();

  constructor(start: Tail, findings: Findings) {
    this.#findings = findings;
    this.#expected = start.frontier.size;
    this.#last = start.last;
    this.#lastTime = start.lastTime;
  }

  see(placed: PlacedRecord, month: string): void {
    const { record, place } = placed;
    if (monthOf(record.time) !== month)
      this.#findings.add('RECORD_MOVED', place, `record ${record.seq} of ${record.time} is in the file of ${month}`);
    this.#judge(placed.record.seq);
    this.#held = placed;
  }

  end(place: string): void {
    this.#judge(undefined);
    for (const seq of this.#owed) this.#missing(seq, seq + 1, place);
  }

  /** The record held, now that the number of the next one is known. */
  #judge(next: number | undefined): void {
    const held = this.#held;
    if (!held) return;
    this.#held = undefined;
    const { record, place, leaf } = held;
    const isInPlace = this.#number(record.seq, next, place);
    if (isInPlace && this.#wasInPlace && record.prev !== this.#last) {
      const before = record.seq - 1;
      const what = `record ${before} is not the one that record ${record.seq} was written after`;
      this.#findings.add('RECORD_CHANGED', place, what);
    }
    this.#clock(record, place);
    this.#last = leaf;
    this.#wasInPlace = isInPlace;
  }

  /** Whether a record stands where its number says, and follows the one before. */
  #number(seq: number, next: number | undefined, place: string): boolean {
    const expected = this.#expected;
    if (seq === expected) {
      this.#advance();
      return true;
    }
    if (this.#owed.delete(seq)) {
      this.#findings.add('RECORD_MOVED', place, `record ${seq} where ${expected} belongs`);
      if (next !== expected) this.#advance();
    } else if (seq < expected || (next === expected && seq !== expected + 1)) {
      this.#findings.add('RECORD_INSERTED', place, `a line that calls itself record ${seq} where ${expected} belongs`);
    } else if (next === expected || next === expected + 1) {
      this.#findings.add('RECORD_MOVED', place, `record ${seq} where ${expected} belongs`);
      this.#owed.add(expected);
      this.#early.add(seq);
      this.#advance();
    } else {
      this.#missing(expected, seq, place);
      this.#expected = seq;
      this.#advance();
    }
    return false;
  }

  #missing(from: number, to: number, place: string): void {
    const which = to - from === 1 ? `record ${from} is` : `records ${from} to ${to - 1} are`;
    this.#findings.add('RECORD_MISSING', place, `${which} not there`);
  }

  /** To the next number that has not been met before its place. */
  #advance(): void {
    this.#expected += 1;
    while (this.#early.delete(this.#expected)) this.#expected += 1;
  }

  #clock({ seq, time, clock }: LedgerRecord, place: string): void {
    if (clock !== undefined)
      this.#findings.add('CLOCK_WENT_BACK', place, `at record ${seq} the clock said ${clock}, after ${this.#lastTime}`);
    else if (time < this.#lastTime)
      this.#findings.add('CLOCK_WENT_BACK', place, `record ${seq} is of ${time}, after one of ${this.#lastTime}`);
    if (time > this.#lastTime) this.#lastTime = time;
  }
}
