import { basename, join, resolve } from 'node:path';
import type { County } from '../kernel/county.ts';
import { operatorError } from '../kernel/coded-error.ts';
import { openDepartment, type Department, type DepartmentOptions } from '../subgraph/index.ts';
import { openLedger, type LedgerCrypto, type LedgerSync } from '../trust/ledger/index.ts';

/** How a command is told where ledgers are and how they are kept. */
export interface LedgerOptions {
  /** Folder of the ledgers, one folder a department. */
  readonly ledger?: string;
  /** Default `disk`. */
  readonly ledgerSync?: LedgerSync;
  /** For new ledgers; default `sha256-ed25519`. */
  readonly ledgerCrypto?: keyof typeof cryptos;
}

export const cryptos = {
  'sha256-ed25519': { hash: 'sha256', signature: 'ed25519' },
  'sm3-sm2': { hash: 'sm3', signature: 'sm2' },
} as const satisfies Record<string, LedgerCrypto>;

/** Where a county's ledgers are. A made-up county has them beside its data; another one must say. Refusal: LEDGER_MISSING. */
export function ledgersFolder(
  county: Pick<County, 'folder' | 'seed'>,
  { ledger, data }: Pick<LedgerOptions, 'ledger'> & { readonly data?: string },
): string {
  if (ledger !== undefined) return resolve(ledger);
  if (county.seed === undefined) {
    throw operatorError('LEDGER_MISSING', {
      expected: 'a folder for the ledgers, in which every read is recorded',
      got: 'none',
      todo: 'name one with --ledger FOLDER; nothing of an existing database is given out without it',
    });
  }
  return data === undefined
    ? resolve('.countygraph', basename(resolve(county.folder)), 'ledger')
    : join(resolve(data), 'ledger');
}

/** Opens a department with its ledger in `folder`, or neither. */
export async function openRecorded(
  department: Omit<DepartmentOptions, 'ledger'>,
  folder: string,
  { ledgerSync, ledgerCrypto }: LedgerOptions = {},
): Promise<Department> {
  const ledger = await openLedger(join(folder, department.id), {
    department: department.id,
    sync: ledgerSync,
    crypto: ledgerCrypto && cryptos[ledgerCrypto],
    tell: department.tell,
  });
  try {
    return await openDepartment({ ...department, ledger });
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
