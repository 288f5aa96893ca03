export { isDominated, type Amount, type TrueCell } from './base-cell.ts';
export { durationBins } from './duration-bins.ts';
export { drawsOf, type Draws } from './keyed-offset.ts';
export {
  baseLevel,
  basePeriod,
  refuseBeyondMenu,
  refuseOtherCutOff,
  type ProtectedProfile,
  type Question,
} from './menu.ts';
export { Released, type ReleasedArea, type ReleasedCell, type ReleasedMeasure } from './release.ts';
export { roundHalfUp, roundMean, roundParts } from './rounding.ts';
export { readRules, usualRules, type DisclosureRules } from './rules.ts';
export { exposure, isSafe, primaryCells, type Position } from './suppression.ts';
