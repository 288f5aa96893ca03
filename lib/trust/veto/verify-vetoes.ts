import type { KeyObject } from 'node:crypto';
import { isSignedBy } from '../ledger/signing.ts';
import { publicHex, type VetoRecord, vetoHash, vetoText } from './veto.ts';

/** What is wrong with a record. */
export type VetoFault =
  /** Its number does not follow the one before it: a record is missing or stands twice. */
  | 'NUMBER'
  /** The record before it is not the one that stood there when it was signed. */
  | 'PREVIOUS'
  /** Signed by a key that the county does not know. */
  | 'UNKNOWN_KEY'
  /** Not what was signed: something in it has been changed, or it was signed for another place or county. */
  | 'SIGNATURE'
  /** It withdraws what is no earlier record of the same card, area and period. */
  | 'WITHDRAWS';

/** Faults of the record itself; the others say that something beside it is missing or was changed. */
export const ownFaults: readonly VetoFault[] = ['UNKNOWN_KEY', 'SIGNATURE', 'WITHDRAWS'];

export interface VetoFinding {
  readonly number: number;
  readonly fault: VetoFault;
}

/**
 * Holds a county's records against their signatures and each other, in their order. A record that was changed is named itself; the
 * one after it too, since it was signed after another. What is missing at the end leaves no trace in the rest: keep the number of
 * records and the last hash elsewhere.
 */
export function verifyVetoes(
  county: string,
  records: readonly VetoRecord[],
  signers: readonly { readonly id: string; readonly key: KeyObject }[],
): VetoFinding[] {
  return records.flatMap((record, i) => {
    const faults: VetoFault[] = [];
    const before = records[i - 1];
    if (record.number !== (before?.number ?? 0) + 1) faults.push('NUMBER');
    if (record.previous !== (before === undefined ? '' : vetoHash(county, before))) faults.push('PREVIOUS');
    const signer = signers.find(({ id }) => id === record.key);
    if (signer === undefined) faults.push('UNKNOWN_KEY');
    else {
      const key = { algorithm: 'ed25519', key: publicHex(signer.key) } as const;
      if (!isSignedBy(key, vetoText(county, record), record.signature)) faults.push('SIGNATURE');
    }
    if (record.action === 'withdraw' && !withdrawn(record, records.slice(0, i))) faults.push('WITHDRAWS');
    return faults.map(fault => ({ number: record.number, fault }));
  });
}

function withdrawn(record: VetoRecord, earlier: readonly VetoRecord[]): boolean {
  return earlier.some(
    each =>
      each.number === record.withdraws &&
      each.action === 'record' &&
      (['card', 'area', 'period'] as const).every(name => each[name] === record[name]),
  );
}
