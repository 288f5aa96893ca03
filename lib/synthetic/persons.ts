import { canaryOf, canaryRows, type PersonFacts } from './canaries.ts';
import { isoDay, dayOf } from './calendar.ts';
import { spoilNumber } from './dirt.ts';
import { fictionalNumber } from './identity-number.ts';
import { createRandom, type Random } from './random.ts';
import type { Records, RecordType } from './records.ts';

/** The person of one row, as the clerk wrote him down. */
export interface Person {
  /** Absent: any made-up name. */
  readonly name?: string;
  readonly phone: string;
  /** The identity number as written: in one of its spellings, unreadable, or null. */
  readonly number: string | null;
}

/** What is true of a case of judicial aid 司法救助. */
export interface AidTruth {
  /** Whether the recipient's number can be read. */
  readonly readable: boolean;
  /** The assistance cases whose head is the recipient. */
  readonly assistance: readonly string[];
  /** Those of them whose number can be read, too: what a comparison of numbers can find. */
  readonly comparable: readonly string[];
}

interface Household {
  readonly facts: PersonFacts;
  readonly cases: string[];
  readonly readable: string[];
}

const [firstBirth, lastBirth] = [dayOf('1940-01-01'), dayOf('1999-12-31')];

/**
 * The persons in the tables. Dice of their own, so that nothing else of a county depends on them. Only recipients of judicial aid
 * and heads of assisted households are the same in two departments.
 */
export class Persons {
  readonly #random: Random;
  readonly #rows = new Map<RecordType, number>();
  readonly #taken = new Set<string>();
  readonly #households: Household[] = [];
  readonly #aid: { readonly id: string; readonly readable: boolean; readonly household: Household | undefined }[] = [];

  constructor(seed: string) {
    this.#random = createRandom(`${seed}/persons`);
  }

  /** The person of the next row of a type. */
  next<T extends RecordType>(department: string, type: T, record: Records[T]): Person {
    const row = this.#rows.get(type) ?? 0;
    this.#rows.set(type, row + 1);
    const canary = row % canaryRows === 0 ? canaryOf(department, row / canaryRows) : undefined;
    if (type === 'AssistanceCase') return this.#head((record as Records['AssistanceCase']).id, canary);
    if (type === 'JudicialAid') return this.#recipient((record as Records['JudicialAid']).id, canary);
    return canary ?? this.#stranger();
  }

  /** By number of the aid case. */
  truth(): Record<string, AidTruth> {
    return Object.fromEntries(
      this.#aid.map(({ id, readable, household }) => [
        id,
        { readable, assistance: household?.cases ?? [], comparable: household?.readable ?? [] },
      ]),
    );
  }

  #stranger(): Omit<PersonFacts, 'name'> {
    const { int } = this.#random;
    const birth = isoDay(int(firstBirth, lastBirth)).replaceAll('-', '');
    const number = fictionalNumber(birth, int(1, 899));
    return { number, phone: `000${String(int(0, 99_899_999)).padStart(8, '0')}` };
  }

  /** Somebody whom neither department has met. */
  #newcomer(canary: PersonFacts | undefined): PersonFacts {
    let facts = canary;
    while (!facts || this.#taken.has(facts.number)) facts = { ...this.#stranger(), name: drawName(this.#random) };
    this.#taken.add(facts.number);
    return facts;
  }

  /** Some heads were assisted before: an earlier case of theirs has ended or is about to. */
  #head(id: string, canary: PersonFacts | undefined): Person {
    const { chance, pick } = this.#random;
    const known = !canary && this.#households.length > 0 && chance(0.03);
    const household = known ? pick(this.#households) : { facts: this.#newcomer(canary), cases: [], readable: [] };
    if (!known) this.#households.push(household);
    const { text, readable } = this.#written(household.facts, canary !== undefined);
    household.cases.push(id);
    if (readable) household.readable.push(id);
    return { ...household.facts, number: text };
  }

  /** Of those whom the procuratorate aids, two in five are heads of assisted households already. */
  #recipient(id: string, canary: PersonFacts | undefined): Person {
    const { chance, pick } = this.#random;
    const household = !canary && this.#households.length > 0 && chance(0.4) ? pick(this.#households) : undefined;
    const facts = household?.facts ?? this.#newcomer(canary);
    const { text, readable } = this.#written(facts, canary !== undefined);
    this.#aid.push({ id, readable, household });
    return { ...facts, number: text };
  }

  /** Canaries are written as they are, so that they are known again. */
  #written({ number }: PersonFacts, isCanary: boolean): { text: string | null; readable: boolean } {
    return isCanary ? { text: number, readable: true } : spoilNumber(number, this.#random);
  }
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const givenNames = [...'安平和顺福康宁静明亮清远志新文华'];

/** A made-up name. */
export function drawName({ pick, chance }: Random): string {
  return `${pick(surnames)}${pick(givenNames)}${chance(0.5) ? pick(givenNames) : ''}`;
}
