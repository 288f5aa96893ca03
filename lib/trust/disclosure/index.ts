export { exposure, isSafe, primaryCells, type Position } from './suppression.ts';
export { roundHalfUp } from './rounding.ts';
