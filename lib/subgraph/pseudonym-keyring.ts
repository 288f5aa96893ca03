import { existsSync, readFileSync, statSync } from 'node:fs';
import { callerError, CodedError, operatorError } from '../kernel/coded-error.ts';
import { Pseudonymiser, readPseudonymKeys } from '../trust/index.ts';

interface Held {
  readonly file: string;
  readonly changed: number;
  readonly by: Pseudonymiser;
}

function bad(expected: string, got: string, todo: string): Error {
  return operatorError('BAD_PSEUDONYM_KEYS', { expected, got, todo });
}

function read(file: string): Held {
  const shared = existsSync(file) ? statSync(file) : undefined;
  if (!shared) throw bad(`a key file ${file}`, 'none', 'bring it from the department that made it');
  if ((shared.mode & 0o077) !== 0)
    throw bad(`${file} to be its owner's alone`, 'a file that others may read', `chmod 600 ${file}`);
  return {
    file,
    changed: shared.mtimeMs,
    by: new Pseudonymiser(readPseudonymKeys(readFileSync(file, 'utf8'), file)),
  };
}

/** The key files that a department was given, by purpose. A file that is replaced is read anew: rotation needs no restart. */
export class PseudonymKeyring {
  readonly #held = new Map<string, Held>();
  readonly #tell: (sentence: string) => void;

  /** Faults: BAD_PSEUDONYM_KEYS. Later faults of a file are told, and its old keys kept. */
  constructor(files: readonly string[], tell: (sentence: string) => void) {
    this.#tell = tell;
    for (const file of files) {
      const held = read(file);
      this.#held.set(held.by.keys.purpose, held);
    }
  }

  get size(): number {
    return this.#held.size;
  }

  /** Throws PSEUDONYM_KEYS_MISSING. */
  of(purpose: string): Pseudonymiser {
    const held = this.#held.get(purpose);
    if (!held)
      throw callerError('PSEUDONYM_KEYS_MISSING', {
        expected: `this department to have the keys of ${purpose}`,
        got: 'none',
        todo: 'its operator should start it with --pseudonym-keys',
      });
    return this.#fresh(held).by;
  }

  #fresh(held: Held): Held {
    const now = statSync(held.file, { throwIfNoEntry: false });
    if (!now || now.mtimeMs === held.changed) return held;
    const { purpose } = held.by.keys;
    try {
      const next = read(held.file);
      if (next.by.keys.purpose !== purpose) return held;
      this.#held.set(purpose, next);
      return next;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      this.#tell(`${error.code}: ${error.message}`);
      const kept = { ...held, changed: now.mtimeMs };
      this.#held.set(purpose, kept);
      return kept;
    }
  }
}
