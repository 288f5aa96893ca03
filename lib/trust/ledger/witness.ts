import { callerError } from '../../kernel/coded-error.ts';
import {
  bare,
  checkpointHash,
  cosign,
  isGenuine,
  isGenuineCosignature,
  type Checkpoint,
  type Cosignature,
} from './checkpoint.ts';
import { consistencyProof, isConsistent } from './consistency-proof.ts';
import { HashedTree } from './hashed-tree.ts';
import { ledgerFiles, type LedgerHead, readHead, readKeys } from './ledger-folder.ts';
import { readJson, replaceJson } from './lines.ts';
import { logId, type PublicKey } from './signing.ts';
import { afterPruned, atCheckpoint, readCheckpoints, readOn, recentCheckpoints, type Tail } from './tail.ts';
import type { TreeHash } from './tree-hash.ts';

/** What a department shows to a witness: its last checkpoint, and that this goes on from the one the witness saw before. */
export interface Offer {
  readonly checkpoint: Checkpoint;
  readonly hash: TreeHash;
  readonly key: PublicKey;
  /** Records of the checkpoint that the witness saw before; 0 for none. */
  readonly since: number;
  /** RFC 6962 consistency proof, hex. */
  readonly proof: readonly string[];
}

/** What a department saw of another's ledger, seen/<department>.json. */
export interface Seen {
  readonly checkpoint: Checkpoint;
  readonly hash: TreeHash;
  readonly key: PublicKey;
  readonly time: string;
}

/** The nearest place at or before a size from which the tree can be read. */
export function placeBefore(folder: string, { hash }: LedgerHead, size: number): Tail {
  const start = afterPruned(folder, hash);
  if (size < start.frontier.size && size > 0) {
    throw callerError('LEDGER_PRUNED', {
      expected: `a proof from one of the records that are still there, from ${start.frontier.size} on`,
      got: String(size),
      todo: 'ask from a later checkpoint; what was pruned can no longer be proven',
    });
  }
  const isNear = (c: Checkpoint): boolean => c.size <= size && c.size >= start.frontier.size;
  const checkpoint = recentCheckpoints(folder).findLast(isNear) ?? readCheckpoints(folder).findLast(isNear);
  return (checkpoint && atCheckpoint(checkpoint, hash)) ?? start;
}

/** The tree of a ledger from a place at or before `size` on. */
export function treeFrom(folder: string, size: number): HashedTree {
  const place = placeBefore(folder, readHead(folder), size);
  const tree = new HashedTree(place.frontier);
  readOn(folder, place, leaf => tree.add(leaf));
  return tree;
}

/** Refusals: LEDGER_EMPTY, LEDGER_PRUNED, BAD_RECORD_NUMBER. */
export function offer(folder: string, since: number): Offer {
  const head = readHead(folder);
  const checkpoint = recentCheckpoints(folder).at(-1);
  if (!checkpoint) {
    throw callerError('LEDGER_EMPTY', {
      expected: `a checkpoint in ${folder}`,
      got: 'none',
      todo: 'let the department run and stop once, which signs one',
    });
  }
  if (!(since >= 0 && since <= checkpoint.size)) {
    throw callerError('BAD_RECORD_NUMBER', {
      expected: `a number of records from 0 to ${checkpoint.size}, those of the last checkpoint`,
      got: String(since),
      todo: 'correct it',
    });
  }
  const tree = treeFrom(folder, since);
  const proof = since === 0 ? [] : consistencyProof(tree, since, checkpoint.size);
  const { hash, key } = head;
  return { checkpoint: bare(checkpoint), hash, key, since, proof: proof.map(node => node.toString('hex')) };
}

/** The last of another's checkpoints that a department saw. */
export function lastSeen(folder: string, department: string): Seen | undefined {
  return readJson(ledgerFiles(folder).seen(department)) as Seen | undefined;
}

function refuse(department: string, got: string): never {
  throw callerError('WITNESS_REFUSES', {
    expected: `a checkpoint of ${department} that goes on from the one seen before`,
    got,
    todo: `keep both checkpoints and look into the ledger of ${department}`,
  });
}

/** Whether an offer shows that it goes on from what was seen. Refusal: WITNESS_REFUSES. */
export function holdAgainst({ checkpoint, hash, key, since, proof }: Offer, seen: Seen | undefined): void {
  const { department } = checkpoint;
  if (logId(key) !== checkpoint.log || !isGenuine(checkpoint, key)) refuse(department, 'one that its key did not sign');
  if (!seen) return;
  if (seen.checkpoint.log !== checkpoint.log) refuse(department, 'one of another ledger');
  if (seen.checkpoint.size > checkpoint.size)
    refuse(department, `one of ${checkpoint.size} records where ${seen.checkpoint.size} were seen`);
  const [first, second] = [seen.checkpoint, checkpoint].map(({ size, root }) => ({
    size,
    root: Buffer.from(root, 'hex'),
  }));
  const path = proof.map(node => Buffer.from(node, 'hex'));
  if (!first || !second || since !== first.size || !isConsistent(hash, { first, second }, path))
    refuse(department, `another history of the first ${seen.checkpoint.size} records`);
}

/** A department (the owner of `folder`) looks at another's checkpoint, keeps it and signs. Refusal: WITNESS_REFUSES. */
export function witness(folder: string, shown: Offer, time: string): Cosignature {
  const { checkpoint, hash, key } = shown;
  const seen = lastSeen(folder, checkpoint.department);
  holdAgainst(shown, seen);
  if (seen === undefined || checkpointHash(seen.checkpoint) !== checkpointHash(checkpoint)) {
    const now: Seen = { checkpoint, hash, key, time };
    replaceJson(ledgerFiles(folder).seen(checkpoint.department), now);
  }
  return cosign(checkpoint, readHead(folder).department, time, readKeys(folder));
}

/** The last that each witness said of a ledger. */
export function readCosignatures(folder: string): Cosignature[] {
  return Object.values((readJson(ledgerFiles(folder).witnesses) ?? {}) as Record<string, Cosignature>);
}

/** A department keeps what a witness said of its checkpoint. Refusal: BAD_COSIGNATURE. */
export function acceptCosignature(folder: string, cosignature: Cosignature): void {
  const { witness: name, log, size, root, key } = cosignature;
  const known = readCosignatures(folder);
  const before = known.find(c => c.witness === name);
  const isOwn = recentCheckpoints(folder).some(c => c.log === log && c.size === size && c.root === root);
  const got = !isGenuineCosignature(cosignature)
    ? 'one that its key did not sign'
    : !isOwn
      ? 'one of another checkpoint'
      : before && before.key.key !== key.key
        ? 'one by another key than before'
        : undefined;
  if (got !== undefined) {
    throw callerError('BAD_COSIGNATURE', {
      expected: `a cosignature of ${name} on a checkpoint of this ledger`,
      got,
      todo: 'ask the witness for it again',
    });
  }
  if ((before?.size ?? 0) >= size) return;
  const all = [...known.filter(c => c !== before), cosignature];
  replaceJson(ledgerFiles(folder).witnesses, Object.fromEntries(all.map(c => [c.witness, c])));
}
