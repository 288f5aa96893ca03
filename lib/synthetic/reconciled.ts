import { monthOf } from './calendar.ts';
import type { Spoil } from './dirt.ts';
import type { Records, RecordType } from './records.ts';

/** What two systems count of one quantity, and what one of them alone has. */
export interface ReconciledTruth {
  /** First and second system: month -> area code -> how many can be counted, dirt taken off. */
  readonly counts: readonly [Counts, Counts];
  /** Countable records of each whose matter the other does not count anywhere, by id: does it have the matter at all? */
  readonly alone: readonly [Alone, Alone];
}

type Counts = Record<string, Record<string, number>>;
type Alone = Record<string, { readonly day: number; readonly there: boolean }>;
type Fields = Readonly<Record<string, unknown>>;

/** How a type's records are counted. */
interface Counted {
  readonly type: RecordType;
  readonly on: string;
  readonly where: Readonly<Record<string, readonly unknown[]>>;
  /** Field that names the matter. */
  readonly key: string;
}

const quantities: Readonly<Record<string, readonly [Counted, Counted]>> = {
  court_referrals: [
    { type: 'PreFilingMediation', on: 'referredOn', where: {}, key: 'dispute' },
    { type: 'Dispute', on: 'acceptedOn', where: { channel: ['COURT'] }, key: 'id' },
  ],
  court_referrals_ended: [
    { type: 'Mediation', on: 'endedOn', where: { channel: ['COURT'] }, key: 'dispute' },
    { type: 'PreFilingMediation', on: 'endedOn', where: { outcome: ['SETTLED', 'FAILED'] }, key: 'dispute' },
  ],
  transfers: [
    { type: 'PoliceCase', on: 'transferredOn', where: { kind: ['CRIMINAL'] }, key: 'id' },
    { type: 'ProsecutionCase', on: 'receivedOn', where: {}, key: 'policeCase' },
  ],
  prosecutions: [
    { type: 'ProsecutionCase', on: 'decidedOn', where: { decision: ['PROSECUTED'] }, key: 'id' },
    { type: 'CourtCase', on: 'filedOn', where: { kind: ['CRIMINAL'] }, key: 'prosecutionCase' },
  ],
};

/** One system of a quantity. */
class Register {
  readonly how: Counted;
  readonly counts: Counts = {};
  /** By id: the matter and the day of what can be counted. */
  readonly counted = new Map<string, { readonly key: string; readonly day: number }>();
  readonly countedKeys = new Set<string>();
  readonly keys = new Set<string>();

  constructor(how: Counted) {
    this.how = how;
  }

  add(record: Fields, county: string, spoil: Spoil | undefined): void {
    const { on, where, key: field } = this.how;
    const key = String(record[field]);
    this.keys.add(key);
    const day = record[on];
    const isRight = Object.entries(where).every(([name, values]) => values.includes(record[name]));
    const isLost = spoil !== undefined && (spoil.field === on || spoil.field in where);
    if (typeof day !== 'number' || !isRight || isLost) return;
    this.counted.set(String(record['id']), { key, day });
    this.countedKeys.add(key);
    const month = (this.counts[monthOf(day)] ??= {});
    const town = spoil?.field === 'place' ? [] : [String(record['place']).slice(0, 9)];
    for (const area of [county, ...town]) month[area] = (month[area] ?? 0) + 1;
  }

  aloneBeside(other: Register): Alone {
    const alone = [...this.counted].filter(([, { key }]) => !other.countedKeys.has(key));
    return Object.fromEntries(alone.map(([id, { key, day }]) => [id, { day, there: other.keys.has(key) }]));
  }
}

/** Keeps what two systems count of the same, while the records are made. */
export class ReconciliationKeeper {
  readonly #county: string;
  readonly #registers = Object.entries(quantities).map(
    ([id, [first, second]]) => [id, [new Register(first), new Register(second)]] as const,
  );

  constructor(county: string) {
    this.#county = county;
  }

  add<T extends RecordType>(type: T, record: Records[T], spoil: Spoil | undefined): void {
    for (const [, registers] of this.#registers)
      for (const register of registers)
        if (register.how.type === type) register.add(record as unknown as Fields, this.#county, spoil);
  }

  truth(): Record<string, ReconciledTruth> {
    return Object.fromEntries(
      this.#registers.map(([id, [first, second]]) => [
        id,
        { counts: [first.counts, second.counts], alone: [first.aloneBeside(second), second.aloneBeside(first)] },
      ]),
    );
  }
}
