export {
  type Aggregation,
  type Card,
  type Group,
  type Item,
  type MarkRule,
  type MissingChoice,
  type Normalisation,
  type ScoredLevel,
  scoredLevels,
  type Sensitivity,
  type VetoGround,
} from './card.ts';
export { marksText, plain } from './marks-text.ts';
export { readScorecards } from './read-scorecards.ts';
export {
  type AreaScore,
  type CardRequest,
  type CardResult,
  runCard,
  scoreFigures,
  type Uncertainty,
} from './run-card.ts';
export { aggregate, type GroupPoints, type Scored, scoreOf } from './score.ts';
export { isKnown, type LineReason, type MadeBy, type ScoreLine } from './score-line.ts';
export type { RankSpan } from './sensitivity.ts';
export type { Standing } from './standing.ts';
export { namesPetitionVolume } from './veto-words.ts';
