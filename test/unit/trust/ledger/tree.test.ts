import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { consistencyProof, isConsistent } from '../../../../lib/trust/ledger/consistency-proof.ts';
import { Frontier } from '../../../../lib/trust/ledger/frontier.ts';
import { HashedTree, splitOf } from '../../../../lib/trust/ledger/hashed-tree.ts';
import { inclusionProof, rootByInclusion } from '../../../../lib/trust/ledger/inclusion-proof.ts';
import { emptyRoot, leafHash, type TreeHash } from '../../../../lib/trust/ledger/tree-hash.ts';

/** The definition of RFC 6962, 2.1, word for word. */
function merkleTreeHash(algorithm: TreeHash, records: readonly Buffer[]): Buffer {
  const [first] = records;
  if (!first) return hash(algorithm, '', 'buffer');
  if (records.length === 1) return hash(algorithm, Buffer.concat([Buffer.of(0), first]), 'buffer');
  const k = splitOf(records.length);
  const halves = [records.slice(0, k), records.slice(k)].map(each => merkleTreeHash(algorithm, each));
  return hash(algorithm, Buffer.concat([Buffer.of(1), ...halves]), 'buffer');
}

/** Inputs and roots of the Certificate Transparency project's own tests. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const most = 40;
const records = Array.from({ length: most }, (_, i) => Buffer.from(`record ${i}`));

describe.each(['sha256', 'sm3'] as const)('a tree with %s', algorithm => {
  const leaves = records.map(record => leafHash(algorithm, record));
  const rootOf = (size: number): Buffer => merkleTreeHash(algorithm, records.slice(0, size));

  /** A tree that knows its first `start` records by their frontier alone. */
  function treeOf(size: number, start = 0): HashedTree {
    const frontier = new Frontier(algorithm);
    for (const leaf of leaves.slice(0, start)) frontier.append(leaf);
    const tree = new HashedTree(frontier);
    for (const leaf of leaves.slice(start, size)) tree.add(leaf);
    return tree;
  }

  test('its right edge folds to the root of RFC 6962 at every size', () => {
    const frontier = new Frontier(algorithm);
    expect(frontier.root()).toEqual(emptyRoot(algorithm));
    for (const [i, leaf] of leaves.entries()) {
      frontier.append(leaf);
      expect(frontier.root()).toEqual(rootOf(i + 1));
    }
  });

  test('every record of every size is proven, from every place that the tree may be known from, and no other is', () => {
    let proven = 0;
    for (let size = 1; size <= most; size += 1) {
      for (let index = 0; index < size; index += 1) {
        for (const start of new Set([0, index >> 1, index])) {
          const path = inclusionProof(treeOf(size, start), index, size);
          const leaf = leaves[index]!;
          expect(rootByInclusion(algorithm, { leaf, index, size, path })).toEqual(rootOf(size));
          proven += 1;
        }
        const path = inclusionProof(treeOf(size), index, size);
        const [leaf, other] = [leaves[index]!, leafHash(algorithm, Buffer.from('another'))];
        const forged = [
          { leaf: other, index, size, path },
          { leaf, index: index + 1, size, path },
          { leaf, index: (index + 1) % size, size: size + 1, path },
          { leaf, index, size, path: [...path, other] },
          ...path.map((_, i) => ({ leaf, index, size, path: path.with(i, other) })),
          ...(path.length > 0 ? [{ leaf, index, size, path: path.slice(1) }] : []),
        ];
        for (const one of forged) expect(rootByInclusion(algorithm, one)).not.toEqual(rootOf(size));
      }
    }
    expect(proven).toBeGreaterThan(2000);
  });

  test('every size is proven to go on from every smaller one, and from no other history', () => {
    for (let size = 1; size <= most; size += 1) {
      for (let first = 0; first <= size; first += 1) {
        const roots = {
          first: { size: first, root: rootOf(first) },
          second: { size, root: rootOf(size) },
        };
        for (const start of new Set([0, first >> 1, first]))
          expect(isConsistent(algorithm, roots, consistencyProof(treeOf(size, start), first, size))).toBe(true);
        if (first === 0) continue;
        const path = consistencyProof(treeOf(size), first, size);
        const other = leafHash(algorithm, Buffer.from('another'));
        const isTaken = (given: typeof roots, by: readonly Buffer[]): boolean => isConsistent(algorithm, given, by);
        expect(isTaken({ ...roots, first: { size: first, root: other } }, path)).toBe(false);
        expect(isTaken({ ...roots, second: { size, root: other } }, path)).toBe(false);
        expect(isTaken(roots, [...path, other])).toBe(false);
        for (const i of path.keys()) expect(isTaken(roots, path.with(i, other))).toBe(false);
      }
    }
  });
});

test('the roots are those of Certificate Transparency', () => {
  const frontier = new Frontier('sha256');
  const got = inputs.map(input => {
    frontier.append(leafHash('sha256', Buffer.from(input, 'hex')));
    return frontier.root().toString('hex');
  });
  expect(got).toEqual(roots);
});

test('SM3 is that of GB/T 32905-2016, A.1', () => {
  expect(hash('sm3', 'abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});
