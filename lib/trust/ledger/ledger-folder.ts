import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from '../../kernel/coded-error.ts';
import { readJson, replaceJson } from './lines.ts';
import type { KeyPair, PublicKey, SignatureAlgorithm } from './signing.ts';
import { makeKeyPair } from './signing.ts';
import type { TreeHash } from './tree-hash.ts';

/** What a ledger is made with; chosen once, at its beginning. */
export interface LedgerCrypto {
  readonly hash: TreeHash;
  readonly signature: SignatureAlgorithm;
}

/** ledger.json */
export interface LedgerHead {
  readonly version: 1;
  readonly department: string;
  readonly hash: TreeHash;
  readonly key: PublicKey;
}

/** Files of a ledger. */
export function ledgerFiles(folder: string) {
  return {
    head: join(folder, 'ledger.json'),
    key: join(folder, 'key.json'),
    lock: join(folder, 'lock'),
    records: join(folder, 'records'),
    segment: (month: string) => join(folder, 'records', `${month}.jsonl`),
    checkpoints: join(folder, 'checkpoints.jsonl'),
    pruned: join(folder, 'pruned.jsonl'),
    /** The last that each other department said of this ledger. */
    witnesses: join(folder, 'witnesses.json'),
    /** The last that this department saw of another's ledger. */
    seen: (department: string) => join(folder, 'seen', `${department}.json`),
  };
}

function broken(folder: string, got: string): Error {
  return operatorError('LEDGER_BROKEN', {
    expected: `a ledger in ${folder}`,
    got,
    todo: 'run `countygraph ledger verify` to see what is wrong, and keep the folder as it is',
  });
}

export function readHead(folder: string): LedgerHead {
  const { head } = ledgerFiles(folder);
  if (!existsSync(head)) {
    throw operatorError('LEDGER_NOT_FOUND', {
      expected: `a ledger in ${folder}`,
      got: 'none',
      todo: "name the ledgers' folder with --ledger, or start the department first",
    });
  }
  const read = readJson(head) as Partial<LedgerHead> | undefined;
  if (read?.version === 1 && ['sha256', 'sm3'].includes(read.hash ?? '') && typeof read.key?.key === 'string')
    return read as LedgerHead;
  throw broken(folder, 'a ledger.json that cannot be read');
}

export function readKeys(folder: string): KeyPair {
  const keys = readJson(ledgerFiles(folder).key) as KeyPair | undefined;
  if (keys === undefined) throw broken(folder, 'no private key in key.json that can be read');
  return keys;
}

/** Makes the files of a new ledger. Its private key is for its owner's account alone. */
export function makeLedger(folder: string, department: string, { hash, signature }: LedgerCrypto): void {
  const files = ledgerFiles(folder);
  mkdirSync(files.records, { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'seen'), { recursive: true, mode: 0o700 });
  // A key without a head is from a beginning that was cut short.
  const keys = existsSync(files.key) ? readKeys(folder) : makeKeyPair(signature);
  replaceJson(files.key, keys);
  const head: LedgerHead = { version: 1, department, hash, key: { algorithm: keys.algorithm, key: keys.key } };
  replaceJson(files.head, head);
}

/** Months that have a file, in their order. */
export function monthsOf(folder: string): string[] {
  const { records } = ledgerFiles(folder);
  if (!existsSync(records)) return [];
  return readdirSync(records)
    .flatMap(name => /^(\d{4}-\d\d)\.jsonl$/.exec(name)?.[1] ?? [])
    .toSorted();
}
