import { callerError } from '../../kernel/coded-error.ts';
import { bare, isGenuine, type Checkpoint } from './checkpoint.ts';
import { isConsistent } from './consistency-proof.ts';
import { inclusionProof, rootByInclusion } from './inclusion-proof.ts';
import { readHead } from './ledger-folder.ts';
import type { Finding } from './findings.ts';
import { readLines } from './lines.ts';
import { logId, type PublicKey } from './signing.ts';
import { linesAfter, recentCheckpoints } from './tail.ts';
import { leafHash, type TreeHash } from './tree-hash.ts';
import { placeBefore, treeFrom, type Offer, type Seen } from './witness.ts';

/** That a record is in a ledger, for somebody who has neither the ledger nor other records. */
export interface RecordProof {
  /** The record, as it is written. */
  readonly record: string;
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly hash: TreeHash;
  readonly key: PublicKey;
  /** RFC 6962 audit path, hex. */
  readonly path: readonly string[];
}

/** Proves a record by the last checkpoint. Refusals: LEDGER_EMPTY, LEDGER_PRUNED, BAD_RECORD_NUMBER. */
export function proveRecord(folder: string, index: number): RecordProof {
  const { hash, key } = readHead(folder);
  const checkpoint = recentCheckpoints(folder).at(-1);
  const size = checkpoint?.size ?? 0;
  if (!checkpoint || !(Number.isInteger(index) && index >= 0 && index < size)) {
    throw callerError('BAD_RECORD_NUMBER', {
      expected: `a record below ${size}, the number of records that the last checkpoint vouches for`,
      got: String(index),
      todo: 'correct it, or wait for the next checkpoint',
    });
  }
  const place = placeBefore(folder, readHead(folder), index);
  let [seq, record] = [place.frontier.size, ''];
  for (const line of linesAfter(folder, place)) {
    if (seq === index) {
      record = line.bytes.toString('utf8');
      break;
    }
    seq += 1;
  }
  const path = inclusionProof(treeFrom(folder, index), index, size).map(node => node.toString('hex'));
  return { record, index, checkpoint: bare(checkpoint), hash, key, path };
}

function isRecordProof(proof: Partial<RecordProof & Offer>): proof is RecordProof {
  return typeof proof.record === 'string' && Array.isArray(proof.path) && isSigned(proof);
}

function isOffer(proof: Partial<RecordProof & Offer>): proof is Offer {
  return typeof proof.since === 'number' && Array.isArray(proof.proof) && isSigned(proof);
}

function isSigned({ checkpoint, key, hash }: Partial<Pick<Offer, 'checkpoint' | 'key' | 'hash'>>): boolean {
  return typeof checkpoint?.root === 'string' && typeof key?.key === 'string' && (hash === 'sha256' || hash === 'sm3');
}

function forged(what: string): { finding: Finding } {
  return { finding: { code: 'PROOF_FORGED', place: 'the proof', what } };
}

/** What a file of `prove` or `consistency` shows, or what is wrong with it. `trusted`: a checkpoint known from elsewhere. */
export function checkProof(text: string, trusted?: Pick<Seen, 'checkpoint'>): { shows: string } | { finding: Finding } {
  let proof: Partial<RecordProof & Offer>;
  try {
    proof = (JSON.parse(text) ?? {}) as typeof proof;
  } catch {
    return forged('no JSON');
  }
  if (!isRecordProof(proof) && !isOffer(proof)) return forged('neither a proof of a record nor of consistency');
  const { checkpoint, key, hash } = proof;
  if (logId(key) !== checkpoint.log || !isGenuine(checkpoint, key))
    return forged('its checkpoint is not signed by its key');
  if (trusted && trusted.checkpoint.log !== checkpoint.log)
    return forged('its key is not that of the checkpoint that is trusted');
  const told = `${checkpoint.department}, ${checkpoint.size} records, signed ${checkpoint.time}`;
  if (isRecordProof(proof)) {
    const path = proof.path.map(node => Buffer.from(node, 'hex'));
    const leaf = leafHash(hash, Buffer.from(proof.record));
    const root = rootByInclusion(hash, { leaf, index: proof.index, size: checkpoint.size, path });
    if (root?.toString('hex') !== checkpoint.root)
      return forged(`record ${proof.index} does not lead to the root of the checkpoint of ${checkpoint.size} records`);
    return { shows: `record ${proof.index} is in the ledger of ${told}` };
  }
  return checkConsistency(proof, trusted, told);
}

function checkConsistency(
  proof: Offer,
  trusted: Pick<Seen, 'checkpoint'> | undefined,
  told: string,
): { shows: string } | { finding: Finding } {
  const { checkpoint, hash, since } = proof;
  if (!trusted)
    return {
      shows: `a checkpoint of ${told}; name the one that you trust with --from to see that it goes on from that`,
    };
  const [first, second] = [trusted.checkpoint, checkpoint].map(({ size, root }) => ({
    size,
    root: Buffer.from(root, 'hex'),
  }));
  const path = proof.proof.map(node => Buffer.from(node, 'hex'));
  if (!first || !second || since !== first.size || !isConsistent(hash, { first, second }, path))
    return forged(`the first ${trusted.checkpoint.size} records are not those of the checkpoint that is trusted`);
  return { shows: `the ledger of ${told} goes on from the checkpoint of ${since} records` };
}

/** Lines of a file of checkpoints, proofs or what a witness saw: the checkpoints in it. */
export function checkpointsIn(file: string): Checkpoint[] {
  return [...readLines(file)].flatMap(({ bytes }) => {
    try {
      const read = JSON.parse(bytes.toString('utf8')) as Partial<Checkpoint> & { checkpoint?: Checkpoint };
      const found = read.checkpoint ?? (read as Checkpoint);
      return typeof found.root === 'string' && typeof found.size === 'number' ? [found] : [];
    } catch {
      return [];
    }
  });
}
