import { emptyRoot, nodeHash, type TreeHash } from './tree-hash.ts';

/**
 * The right edge of a growing tree: roots of its perfect subtrees, the largest first. All that is needed to add a record in
 * O(log n) and to know the root.
 */
export class Frontier {
  readonly algorithm: TreeHash;
  #size: number;
  readonly #nodes: Buffer[];

  constructor(algorithm: TreeHash, size = 0, nodes: readonly Uint8Array[] = []) {
    this.algorithm = algorithm;
    this.#size = size;
    this.#nodes = nodes.map(node => Buffer.from(node));
  }

  get size(): number {
    return this.#size;
  }

  /** As many as the size has bits that are 1. */
  get nodes(): readonly Buffer[] {
    return this.#nodes;
  }

  append(leaf: Buffer): void {
    let node = leaf;
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) {
      const left = this.#nodes.pop();
      if (left) node = nodeHash(this.algorithm, left, node);
    }
    this.#nodes.push(node);
    this.#size += 1;
  }

  /** RFC 6962, 2.1: the Merkle tree hash of all records. */
  root(): Buffer {
    const last = this.#nodes.at(-1);
    if (!last) return emptyRoot(this.algorithm);
    return this.#nodes.slice(0, -1).reduceRight((right, left) => nodeHash(this.algorithm, left, right), last);
  }

  copy(): Frontier {
    return new Frontier(this.algorithm, this.#size, this.#nodes);
  }
}

/** Whether a size can have that many nodes. */
export function fits(size: number, nodes: number): boolean {
  return Number.isSafeInteger(size) && size >= 0 && [...size.toString(2)].filter(bit => bit === '1').length === nodes;
}
