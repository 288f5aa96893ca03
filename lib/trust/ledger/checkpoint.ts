import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { isSignedBy, signText, type KeyPair, type PublicKey } from './signing.ts';

/** What a department signs: so many records, with this root, at this time. */
export interface CheckpointBody {
  /** Id of the log: SHA-256 of its public key, in hex. */
  readonly log: string;
  readonly department: string;
  /** Records in it. */
  readonly size: number;
  /** Hex. */
  readonly root: string;
  /** Beijing time. */
  readonly time: string;
  /** SHA-256 of the checkpoint before, in hex; empty for the first. */
  readonly previous: string;
}

export interface Checkpoint extends CheckpointBody {
  /** Hex. */
  readonly signature: string;
}

/** A checkpoint as the department keeps it: with where its file stood and the tree's right edge, so that a start need not read all. */
export interface KeptCheckpoint extends Checkpoint {
  /** Month of the file that the last of its records is in; empty for none. */
  readonly month: string;
  /** Length of that file in bytes. */
  readonly offset: number;
  /** Hex; they fold to the root, so nothing else need vouch for them. */
  readonly frontier: readonly string[];
  /** Hash of the last record, and its time. */
  readonly last: string;
  readonly lastTime: string;
}

/** A department's word that it saw another's checkpoint, and that it goes on from the one that it saw before. */
export interface Cosignature {
  /** The department that says it. */
  readonly witness: string;
  readonly log: string;
  readonly size: number;
  readonly root: string;
  readonly time: string;
  /** By which key; a verifier holds it against the witness's own ledger. */
  readonly key: PublicKey;
  readonly signature: string;
}

// The first word keeps a signature of one kind from passing for another.
function checkpointText({ log, department, size, root, time, previous }: CheckpointBody): string {
  return `countygraph checkpoint 1\n${canonicalJson({ log, department, size, root, time, previous })}`;
}

function cosignatureText({ witness, log, size, root, time }: Omit<Cosignature, 'signature' | 'key'>): string {
  return `countygraph witness 1\n${canonicalJson({ witness, log, size, root, time })}`;
}

export function signCheckpoint(body: CheckpointBody, keys: KeyPair): Checkpoint {
  return { ...body, signature: signText(keys, checkpointText(body)) };
}

export function isGenuine(checkpoint: Checkpoint, key: PublicKey): boolean {
  return isSignedBy(key, checkpointText(checkpoint), checkpoint.signature);
}

/** What the next checkpoint names as the one before. */
export function checkpointHash(checkpoint: Checkpoint): string {
  return hash('sha256', `${checkpointText(checkpoint)}\n${checkpoint.signature}`, 'hex');
}

export function cosign(
  { log, size, root }: Pick<CheckpointBody, 'log' | 'size' | 'root'>,
  witness: string,
  time: string,
  keys: KeyPair,
): Cosignature {
  const body = { witness, log, size, root, time };
  const key = { algorithm: keys.algorithm, key: keys.key };
  return { ...body, key, signature: signText(keys, cosignatureText(body)) };
}

export function isGenuineCosignature(cosignature: Cosignature): boolean {
  return isSignedBy(cosignature.key, cosignatureText(cosignature), cosignature.signature);
}

/** The parts that are signed, without those that are for the department alone. */
export function bare({ log, department, size, root, time, previous, signature }: Checkpoint): Checkpoint {
  return { log, department, size, root, time, previous, signature };
}
