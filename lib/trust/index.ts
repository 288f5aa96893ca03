export { readAccess, type AccessFile, type Grant } from './access.ts';
export { decide } from './decide.ts';
export type { Obligation, StatisticsProfile } from './obligation.ts';
export {
  CasePass,
  epochsAt,
  newPseudonymKeys,
  openPseudonym,
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
