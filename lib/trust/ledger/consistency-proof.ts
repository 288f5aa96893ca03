import { splitOf, type HashedTree } from './hashed-tree.ts';
import { nodeHash, type TreeHash } from './tree-hash.ts';

/** RFC 6962, 2.1.2: the hashes that show that the tree of `size` records begins with that of `first` records. */
export function consistencyProof(tree: HashedTree, first: number, size: number): Buffer[] {
  const path: Buffer[] = [];
  if (first === 0) return path;
  let [from, to, isWhole] = [0, size, true];
  while (first !== to) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      path.push(tree.subtree(middle, to));
      to = middle;
    } else {
      path.push(tree.subtree(from, middle));
      [from, isWhole] = [middle, false];
    }
  }
  if (!isWhole) path.push(tree.subtree(from, to));
  return path.reverse();
}

interface Roots {
  readonly first: { readonly size: number; readonly root: Uint8Array };
  readonly second: { readonly size: number; readonly root: Uint8Array };
}

/** RFC 9162, 2.1.4.2: whether a proof shows that the second tree begins with the first. */
export function isConsistent(algorithm: TreeHash, { first, second }: Roots, path: readonly Uint8Array[]): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return path.length === 0 && same(first.root, second.root);
  if (first.size === 0) return path.length === 0;
  const isPowerOfTwo = Number.isInteger(Math.log2(first.size));
  const [start, ...rest] = isPowerOfTwo ? [first.root, ...path] : path;
  if (!start) return false;
  let [node, last] = [first.size - 1, second.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [old, whole] = [start, start];
  for (const other of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, whole] = [nodeHash(algorithm, other, old), nodeHash(algorithm, other, whole)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else whole = nodeHash(algorithm, whole, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(old, first.root) && same(whole, second.root);
}

function half(number: number): number {
  return Math.floor(number / 2);
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
