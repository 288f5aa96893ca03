import { randomBytes } from 'node:crypto';
import { operatorError } from '../../kernel/coded-error.ts';

/** How pseudonyms are computed: HMAC with SHA-256, or with SM3 (GB/T 32905). */
export type PseudonymAlgorithm = 'HMAC-SHA-256' | 'HMAC-SM3';

export const pseudonymAlgorithms: readonly PseudonymAlgorithm[] = ['HMAC-SHA-256', 'HMAC-SM3'];

/** One key and its time. */
export interface PseudonymEpoch {
  /** Its number: 1, 2, … */
  readonly epoch: number;
  /** 32 bytes, base64. */
  readonly key: string;
  /** Moments (ISO, UTC) from which it is used and until which it is known. */
  readonly from: string;
  readonly until: string;
}

/** The key file of one purpose, which the departments that compare persons share, and nobody else has. */
export interface PseudonymKeys {
  readonly purpose: string;
  readonly algorithm: PseudonymAlgorithm;
  readonly epochs: readonly PseudonymEpoch[];
}

const keyBytes = 32;
const day = 86_400_000;

/** Days that a key is used, and days after those for which answers under way may still rest on it. */
export const epochDays = 90;
export const overlapDays = 7;

function isMoment(text: unknown): boolean {
  return typeof text === 'string' && !Number.isNaN(Date.parse(text));
}

function isEpoch(epoch: Partial<PseudonymEpoch> | null): boolean {
  return (
    Number.isInteger(epoch?.epoch) &&
    typeof epoch?.key === 'string' &&
    Buffer.from(epoch.key, 'base64').length === keyBytes &&
    isMoment(epoch.from) &&
    isMoment(epoch.until)
  );
}

function isKeys(read: Partial<PseudonymKeys> | null): read is PseudonymKeys {
  if (!Array.isArray(read?.epochs)) return false;
  const epochs = read.epochs as readonly (Partial<PseudonymEpoch> | null)[];
  return (
    typeof read.purpose === 'string' &&
    read.purpose !== '' &&
    pseudonymAlgorithms.some(algorithm => algorithm === read.algorithm) &&
    epochs.length > 0 &&
    epochs.every(isEpoch) &&
    new Set(epochs.map(epoch => epoch?.epoch)).size === epochs.length
  );
}

function parsed(text: string): Partial<PseudonymKeys> | null {
  try {
    return JSON.parse(text) as Partial<PseudonymKeys> | null;
  } catch {
    return null;
  }
}

/** Reads the text of a key file. Faults: BAD_PSEUDONYM_KEYS, which say nothing of a key. */
export function readPseudonymKeys(text: string, file: string): PseudonymKeys {
  const read = parsed(text);
  if (isKeys(read)) return read;
  throw operatorError('BAD_PSEUDONYM_KEYS', {
    expected: `a key file of pseudonyms in ${file}`,
    got: 'something else',
    todo: 'make one with countygraph keys pseudonym, and give the same to both departments',
  });
}

/** A first key for a purpose. */
export function newPseudonymKeys(purpose: string, algorithm: PseudonymAlgorithm, now: Date): PseudonymKeys {
  return rotatePseudonymKeys({ purpose, algorithm, epochs: [] }, now, now);
}

/**
 * A further key, used from a moment on. The one before it is used until then, and known for `overlapDays` longer; keys whose time
 * is over are dropped. `from` in the future leaves time to bring the file to the other department.
 */
export function rotatePseudonymKeys(keys: PseudonymKeys, from: Date, now: Date): PseudonymKeys {
  const kept = keys.epochs
    .filter(epoch => Date.parse(epoch.until) > now.getTime())
    .map(epoch => {
      const until = Math.min(Date.parse(epoch.until), from.getTime() + overlapDays * day);
      return { ...epoch, until: new Date(until).toISOString() };
    });
  const next: PseudonymEpoch = {
    epoch: Math.max(0, ...keys.epochs.map(({ epoch }) => epoch)) + 1,
    key: randomBytes(keyBytes).toString('base64'),
    from: from.toISOString(),
    until: new Date(from.getTime() + (epochDays + overlapDays) * day).toISOString(),
  };
  return { ...keys, epochs: [...kept, next] };
}

/** The epochs known at a moment, the one in use first. */
export function epochsAt({ epochs }: PseudonymKeys, now: Date): PseudonymEpoch[] {
  const at = now.getTime();
  return epochs
    .filter(({ from, until }) => Date.parse(from) <= at && at < Date.parse(until))
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from) || b.epoch - a.epoch);
}
