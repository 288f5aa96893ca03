export type {
  Access,
  AccessFile,
  AccessModel,
  FieldLists,
  Grant,
  Recipient,
  TypeRight,
  WrittenGrant,
} from './access/access.ts';
export { decide, Refusal } from './access/decide.ts';
export { explain, type Considered, type Explanation, type Fate } from './access/explain.ts';
export { holdAccess } from './access/hold-access.ts';
export { masksOf, type Mask } from './access/mask.ts';
export { operatorRight } from './access/operator-right.ts';
export { readPurposes, type Permit, type Purpose, type Purposes } from './access/purpose.ts';
export { readAccess, readAccessFile } from './access/read-access.ts';
export { reviewAccess, type Remark, type RemarkCode, type Reviewed } from './access/review.ts';
export type { FieldUse, Obligation, StatisticsProfile } from './obligation.ts';
export {
  CasePass,
  epochsAt,
  newPseudonymKeys,
  obligationThrough,
  openPseudonym,
  passFor,
  Pseudonym,
  pseudonymAlgorithms,
  type PseudonymAlgorithm,
  Pseudonymiser,
  PseudonymIndex,
  type PseudonymKeys,
  readPseudonymKeys,
  rotatePseudonymKeys,
  sealPseudonym,
} from './pseudonym/index.ts';
