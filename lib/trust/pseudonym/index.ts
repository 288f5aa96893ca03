export { CasePass, obligationThrough, passFor } from './case-pass.ts';
export { readIdentityNumber } from './identity-number.ts';
export { Pseudonym, Pseudonymiser } from './pseudonym.ts';
export { PseudonymIndex } from './pseudonym-index.ts';
export {
  epochsAt,
  newPseudonymKeys,
  pseudonymAlgorithms,
  readPseudonymKeys,
  rotatePseudonymKeys,
  type PseudonymAlgorithm,
  type PseudonymKeys,
} from './pseudonym-keys.ts';
export { openPseudonym, sealPseudonym, type Matter, type NotOpened } from './sealed-pseudonym.ts';
