import { rateRatio } from '../../stats/index.ts';
import type { FigureNote } from './figure-notes.ts';

/** Denominators of this year's period and of last year's. */
export interface Denominators {
  readonly now: number;
  readonly before: number;
}

const confidence = 0.998;

/**
 * Whether what a rate is taken of has become less, by more than chance (99.8 %), and by more than in the rest of the county where
 * that is known. Asked of a rate that has become better for certain.
 */
export function shrinkingDenominator(own: Denominators, rest: Denominators | undefined): FigureNote | undefined {
  const overTime = rateRatio(own.now, 1, own.before, 1, confidence);
  if (overTime === null || overTime.upper === null || overTime.upper >= 1) return undefined;
  if (rest !== undefined) {
    const besideRest = rateRatio(own.now, rest.now, own.before, rest.before, confidence);
    if (besideRest === null || besideRest.upper === null || besideRest.upper >= 1) return undefined;
  }
  const others = rest === undefined || rest.before === 0 ? {} : { restChange: rest.now / rest.before - 1 };
  return {
    code: 'SHRINKING_DENOMINATOR',
    evidence: { now: own.now, before: own.before, change: own.now / own.before - 1, ...others },
  };
}
