import { splitOf, type HashedTree } from './hashed-tree.ts';
import { nodeHash, type TreeHash } from './tree-hash.ts';

/** RFC 6962, 2.1.1: the hashes by which a record leads to the root of the tree's first `size` records. */
export function inclusionProof(tree: HashedTree, index: number, size: number): Buffer[] {
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(tree.subtree(middle, to));
      to = middle;
    } else {
      path.push(tree.subtree(from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/** RFC 9162, 2.1.3.2: the root that a path leads a leaf to; undefined for a path that belongs to no such tree. */
export function rootByInclusion(
  algorithm: TreeHash,
  { leaf, index, size, path }: { leaf: Uint8Array; index: number; size: number; path: readonly Uint8Array[] },
): Buffer | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  let [node, last] = [index, size - 1];
  let root: Buffer = Buffer.from(leaf);
  for (const other of path) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(algorithm, other, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else root = nodeHash(algorithm, root, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? root : undefined;
}

function half(number: number): number {
  return Math.floor(number / 2);
}
