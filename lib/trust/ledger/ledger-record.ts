import type { Json } from './canonical-json.ts';

/** What was done with fields: their names by the way they were used. `person`: entries under `personal` by which somebody was met. */
export type FieldUses = {
  readonly [
    use in 'read' | 'filter' | 'order' | 'group' | 'measure' | 'count' | 'page' | 'quality' | 'person'
  ]?: readonly string[];
};

/** What a request did with one type of a department's records. Names and numbers, never a value. */
export type RecordedRead = {
  readonly type: string;
  readonly uses: FieldUses;
  /** Places whose rows the reader was bound to. */
  readonly areas?: 'all' | readonly string[];
  /** Rows of the answer (of a statistic: its groups). */
  readonly rows: number;
  /** `failed`: it was granted, but the database gave nothing. */
  readonly decision: 'granted' | 'refused' | 'failed';
  /** Code of the error, where it was not granted or failed. */
  readonly code?: string | undefined;
  /** The field that was refused, where it was one. */
  readonly field?: string | undefined;
  /** Profile of disclosure, for a statistic. */
  readonly statistics?: string | undefined;
  /** SHA-256 of the access file and the purposes that decided. */
  readonly policy?: string | undefined;
  /** The grant of the access file that it rests on, from 0. */
  readonly grant?: number | undefined;
};

/** A request's reads of graded data. */
export type ReadEntry = {
  readonly kind: 'read';
  readonly request: string;
  readonly subject: string;
  readonly roles: readonly string[];
  /** Of the one who asks. */
  readonly department?: string | undefined;
  readonly system?: string | undefined;
  /** For whom: the gateway (or command) that asked in the subject's name. */
  readonly via: string;
  readonly purpose?: string | undefined;
  readonly permit?: string | undefined;
  /** `hash`: SHA-256 of the operation's text, as this department got it; absent where the gateway refused in its stead. */
  readonly operation: { readonly name?: string | undefined; readonly hash?: string };
  readonly reads: readonly RecordedRead[];
};

/** What happened to the ledger itself. */
export type OwnEntry =
  | { readonly kind: 'begun'; readonly department: string }
  /** The end of a file that was never answered for, and was cut at a start. */
  | { readonly kind: 'cut'; readonly bytes: number; readonly month: string }
  /** Months whose records were deleted after their time. */
  | { readonly kind: 'pruned'; readonly months: readonly string[]; readonly records: number };

export type LedgerEntry = ReadEntry | OwnEntry;

/** What the ledger adds to an entry. */
export type Envelope = {
  /** Its place in the log, from 0. */
  readonly seq: number;
  /** Beijing time; never before that of the record before. */
  readonly time: string;
  /** What the clock said, where that was before the record before. */
  readonly clock?: string;
  /** Leaf hash of the record before, in hex, so that a change is found at its place; empty for the first. */
  readonly prev: string;
};

export type LedgerRecord = LedgerEntry & Envelope;

/** The entry is made of texts, numbers and lists alone. */
export function asJson(record: LedgerRecord): Json {
  return record;
}

/** A moment in Beijing time, in which a month ends for the county. Such texts sort as their moments do. */
export function beijingTime(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

export function monthOf(time: string): string {
  return time.slice(0, 7);
}
