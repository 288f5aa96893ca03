import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { signText } from '../ledger/signing.ts';

/** What somebody says about the score of an area: a veto 一票否决, or that an earlier one no longer stands. */
export interface VetoStatement {
  readonly action: 'record' | 'withdraw';
  /** The card, the code of the area and the period that it is about. */
  readonly card: string;
  readonly area: string;
  readonly period: string;
  /** A ground that the card names. */
  readonly ground: string;
  /** Who has decided, why, and the rule or decision that it rests on. */
  readonly by: string;
  readonly reason: string;
  readonly basis: string;
  /** Moment of UTC. */
  readonly at: string;
  /** Number of the record that a withdrawal is of. */
  readonly withdraws: number | null;
}

/** A statement with its place among all of a county, signed. */
export interface VetoRecord extends VetoStatement {
  /** From 1 on, without gaps. */
  readonly number: number;
  /** SHA-256 of the record before it, signature and all; empty for the first. */
  readonly previous: string;
  /** Id of the key: 22 signs of the SHA-256 of the public one. */
  readonly key: string;
  /** Ed25519 (RFC 8032) over `vetoText`, in hexadecimal. */
  readonly signature: string;
}

/** A key with its id, as lib/identity reads it. */
interface Key {
  readonly id: string;
  readonly key: KeyObject;
}

/** What is signed: RFC 8785 JSON of everything that the record says, of the county, and of its place among the records. */
export function vetoText(county: string, record: Omit<VetoRecord, 'signature'>): string {
  const { action, card, area, period, ground, by, reason, basis, at, withdraws, number, previous, key } = record;
  const said = { action, card, area, period, ground, by, reason, basis, at, withdraws };
  return canonicalJson({ of: 'countygraph veto 1', county, ...said, number, previous, key });
}

/** The hash by which the next record names this one. */
export function vetoHash(county: string, record: VetoRecord): string {
  return hash('sha256', `${vetoText(county, record)}\n${record.signature}`);
}

/** Signs a statement as the record that follows `last`. */
export function signVeto(
  county: string,
  statement: VetoStatement,
  last: VetoRecord | undefined,
  { id, key }: Key,
): VetoRecord {
  const place = {
    number: (last?.number ?? 0) + 1,
    previous: last === undefined ? '' : vetoHash(county, last),
    key: id,
  };
  const record = { ...statement, ...place };
  const pair = { algorithm: 'ed25519', key: publicHex(createPublicKey(key)), secret: secretHex(key) } as const;
  return { ...record, signature: signText(pair, vetoText(county, record)) };
}

function secretHex(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'der' }).toString('hex');
}

export function publicHex(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('hex');
}
