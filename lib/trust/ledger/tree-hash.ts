import { hash } from 'node:crypto';

/** The hash of a ledger's tree: SHA-256, or SM3 (GB/T 32905-2016). Both give 32 bytes. */
export type TreeHash = 'sha256' | 'sm3';

export const hashLength = 32;

const [leafMark, nodeMark] = [0x00, 0x01];

/** RFC 6962, 2.1: hash of a leaf, H(0x00 || record). The mark keeps a node from passing for a record. */
export function leafHash(algorithm: TreeHash, record: Uint8Array): Buffer {
  const marked = Buffer.allocUnsafe(record.length + 1);
  marked[0] = leafMark;
  marked.set(record, 1);
  return hash(algorithm, marked, 'buffer');
}

// Used up by each call before the next one fills it.
const pair = Buffer.alloc(1 + 2 * hashLength, nodeMark);

/** RFC 6962, 2.1: hash of a node, H(0x01 || left || right). */
export function nodeHash(algorithm: TreeHash, left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + hashLength);
  return hash(algorithm, pair, 'buffer');
}

/** The root of a tree without records: H(). */
export function emptyRoot(algorithm: TreeHash): Buffer {
  return hash(algorithm, Buffer.alloc(0), 'buffer');
}
