import { invariant } from '../../kernel/coded-error.ts';
import type { Frontier } from './frontier.ts';
import { hashLength, nodeHash } from './tree-hash.ts';

/** A power of two below `size`, the largest: where RFC 6962 splits a tree. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/**
 * Hashes of a tree's records from one place on, for proofs. What stands before that place is known by its frontier alone, which is
 * enough for proofs about what comes after: the records themselves may have been pruned.
 */
export class HashedTree {
  readonly start: Frontier;
  #leaves: Buffer;
  #count = 0;

  constructor(start: Frontier) {
    this.start = start.copy();
    this.#leaves = Buffer.allocUnsafe(hashLength * 1024);
  }

  get size(): number {
    return this.start.size + this.#count;
  }

  add(leaf: Buffer): void {
    const end = this.#count * hashLength;
    if (end === this.#leaves.length) {
      const wider = Buffer.allocUnsafe(this.#leaves.length * 2);
      this.#leaves.copy(wider);
      this.#leaves = wider;
    }
    leaf.copy(this.#leaves, end);
    this.#count += 1;
  }

  leaf(index: number): Buffer {
    const at = (index - this.start.size) * hashLength;
    return this.#leaves.subarray(at, at + hashLength);
  }

  /** The hash of the records from `from` up to, and without, `to`. */
  subtree(from: number, to: number): Buffer {
    if (to <= this.start.size) return this.#before(from, to);
    if (to - from === 1) return this.leaf(from);
    const split = splitOf(to - from);
    return nodeHash(this.start.algorithm, this.subtree(from, from + split), this.subtree(from + split, to));
  }

  /** A perfect subtree of what stands before; proofs about what comes after ask for no other. */
  #before(from: number, to: number): Buffer {
    let at = 0;
    for (const node of this.start.nodes) {
      const width = perfect(this.start.size - at);
      if (at === from && at + width === to) return node;
      at += width;
    }
    invariant(false, 'a proof about records that are there');
  }
}

/** The largest power of two that is not above `size`. */
function perfect(size: number): number {
  const split = splitOf(size);
  return split * 2 === size ? size : split;
}
