import { createHmac } from 'node:crypto';
import { readIdentityNumber } from './identity-number.ts';
import { epochsAt, type PseudonymEpoch, type PseudonymKeys } from './pseudonym-keys.ts';

/**
 * What stands for a person's identity number for one purpose and one epoch. Its text shows neither in logs nor in JSON: only lib/trust
 * reads it.
 */
export class Pseudonym {
  readonly epoch: number;
  readonly #text: string;

  constructor(epoch: number, text: string) {
    this.epoch = epoch;
    this.#text = text;
  }

  static textOf(pseudonym: Pseudonym): string {
    return `${pseudonym.epoch}/${pseudonym.#text}`;
  }

  toJSON(): string {
    return '[pseudonym]';
  }

  toString(): string {
    return '[pseudonym]';
  }
}

/** The hash of an algorithm, by OpenSSL's name. */
export function hashOf({ algorithm }: PseudonymKeys): string {
  return algorithm === 'HMAC-SM3' ? 'sm3' : 'sha256';
}

/** The pseudonym of a number in its one form: HMAC of purpose, epoch and number, so that equal keys would still tell purposes apart. */
function pseudonymOf(keys: PseudonymKeys, { epoch, key }: PseudonymEpoch, number: string): Pseudonym {
  const message = [keys.purpose, String(epoch), number].join('\0');
  const text = createHmac(hashOf(keys), Buffer.from(key, 'base64')).update(message).digest('base64url');
  return new Pseudonym(epoch, text);
}

/** Computes pseudonyms for a purpose. Whoever holds one has the key: it stays in the department. */
export class Pseudonymiser {
  readonly keys: PseudonymKeys;

  constructor(keys: PseudonymKeys) {
    this.keys = keys;
  }

  /** Of the epoch in use; undefined for what is no identity number, or when no epoch is in use. */
  current(written: string, now: Date): Pseudonym | undefined {
    const number = readIdentityNumber(written);
    const [epoch] = epochsAt(this.keys, now);
    return number === undefined || epoch === undefined ? undefined : pseudonymOf(this.keys, epoch, number);
  }

  /** Of every epoch that is known at the moment; none for what is no identity number. */
  all(written: string, now: Date): Pseudonym[] {
    const number = readIdentityNumber(written);
    return number === undefined ? [] : epochsAt(this.keys, now).map(epoch => pseudonymOf(this.keys, epoch, number));
  }

  /** Whether a person's number has this pseudonym. */
  matches(pseudonym: Pseudonym, written: string, now: Date): boolean {
    const text = Pseudonym.textOf(pseudonym);
    return this.all(written, now).some(each => Pseudonym.textOf(each) === text);
  }
}
