export { type Comparison, type Verdict, verdicts } from './compare.ts';
export { type Listing, type SideListing, type Unlinked, type UnlinkedReason, unlinkedReasons } from './link-rows.ts';
export type { Pair, RowsOf, Side } from './pair.ts';
export { type ListedType, readPairs } from './read-pairs.ts';
export { reconcile, type ReconciledPair, type ReconcileRequest, type SideState } from './reconcile.ts';
