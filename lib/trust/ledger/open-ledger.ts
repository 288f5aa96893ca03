import { existsSync, statSync, truncateSync } from 'node:fs';
import { CodedError, operatorError } from '../../kernel/coded-error.ts';
import { ledgerFiles, makeLedger, readHead, readKeys, type LedgerCrypto } from './ledger-folder.ts';
import { Ledger, type LedgerOptions } from './ledger.ts';
import { lockLedger } from './ledger-lock.ts';
import { cutTornLine } from './lines.ts';
import { afterPruned, atCheckpoint, recentCheckpoints, readOn, type Tail, type Torn } from './tail.ts';

export interface OpenLedgerOptions extends LedgerOptions {
  readonly department: string;
  /** For a new ledger; an old one keeps what it was begun with. Default SHA-256 and Ed25519. */
  readonly crypto?: LedgerCrypto | undefined;
}

function broken(folder: string, got: string): Error {
  return operatorError('LEDGER_BROKEN', {
    expected: `a ledger in ${folder} that goes on from its last checkpoint`,
    got,
    todo: 'run `countygraph ledger verify` to see what is wrong, and keep the folder as it is',
  });
}

/** The end of the log: from the last checkpoint on, which is what makes a start fast. */
function endOf(folder: string, algorithm: 'sha256' | 'sm3'): { tail: Tail; torn: Torn | undefined } {
  const last = recentCheckpoints(folder).at(-1);
  const start = last ? atCheckpoint(last, algorithm) : afterPruned(folder, algorithm);
  if (!start) throw broken(folder, 'a last checkpoint whose right edge is not that of its root');
  const file = ledgerFiles(folder).segment(start.month);
  if (start.offset > 0 && (!existsSync(file) || statSync(file).size < start.offset))
    throw broken(folder, 'a file that ends before its last checkpoint');
  const { tail, torn } = readOn(folder, start);
  return { tail, torn };
}

function refuseOther(folder: string, { department, crypto }: OpenLedgerOptions): void {
  const head = readHead(folder);
  const isOther = crypto && (crypto.hash !== head.hash || crypto.signature !== head.key.algorithm);
  if (head.department === department && !isOther) return;
  throw operatorError('LEDGER_OF_ANOTHER', {
    expected: `a ledger of ${department}${crypto ? ` with ${crypto.hash} and ${crypto.signature}` : ''} in ${folder}`,
    got: `one of ${head.department} with ${head.hash} and ${head.key.algorithm}`,
    todo: 'name another folder, or leave the ledger as it was begun',
  });
}

/**
 * Opens a department's ledger, or begins it. Faults: LEDGER_IN_USE, LEDGER_BROKEN, LEDGER_OF_ANOTHER, LEDGER_UNWRITABLE.
 *
 * A last line without its end was never answered for: an answer leaves only after the write of its whole line, with the end of
 * line as its last byte, has returned. So it is cut, and a record says so.
 */
export async function openLedger(folder: string, options: OpenLedgerOptions): Promise<Ledger> {
  const files = ledgerFiles(folder);
  try {
    const isNew = !existsSync(files.head);
    if (isNew) makeLedger(folder, options.department, options.crypto ?? { hash: 'sha256', signature: 'ed25519' });
    refuseOther(folder, options);
    const unlock = lockLedger(files.lock);
    try {
      return await begin(folder, options, unlock, isNew);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'a fault';
    throw operatorError(
      'LEDGER_UNWRITABLE',
      {
        expected: `a ledger in ${folder} that can be written`,
        got: code,
        todo: 'check the folder, its rights and the disk',
      },
      { cause: error },
    );
  }
}

async function begin(folder: string, options: OpenLedgerOptions, unlock: () => void, isNew: boolean): Promise<Ledger> {
  const files = ledgerFiles(folder);
  const head = readHead(folder);
  for (const file of [files.checkpoints, files.pruned]) cutTornLine(file);
  const { tail, torn } = endOf(folder, head.hash);
  if (torn) truncateSync(files.segment(torn.month), torn.offset);
  // A file whose only line was torn is empty now, and the next record may be of its month.
  const ledger = new Ledger({ folder, head, keys: readKeys(folder), tail, unlock }, options);
  try {
    if (isNew) await ledger.append({ kind: 'begun', department: options.department });
    if (torn) await ledger.append({ kind: 'cut', bytes: torn.bytes, month: torn.month });
    await ledger.checkpoint();
  } catch (error) {
    ledger.abandon();
    throw error;
  }
  return ledger;
}
