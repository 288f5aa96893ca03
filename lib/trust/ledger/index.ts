export type { LedgerCrypto } from './ledger-folder.ts';
export type { FieldUses, LedgerRecord, ReadEntry, RecordedRead } from './ledger-record.ts';
export type { Ledger, LedgerOptions } from './ledger.ts';
export { openLedger, type OpenLedgerOptions } from './open-ledger.ts';
export type { LedgerSync } from './record-file.ts';
export { acceptCosignature, lastSeen, offer, witness, type Offer, type Seen } from './witness.ts';
