import { estimateDifference, wilson } from '../../stats/index.ts';
import type { Known } from '../figure.ts';
import type { FigureNote } from './figure-notes.ts';

/** A share that much above that of the others is worth a word. */
const leastTimes = 1.5;

/** Of fewer nothing is to be told. */
const fewestClosings = 10;

/** So rare by chance that a year of monthly figures of twelve places has one at most. */
const confidence = 0.998;

/** A share of closings, as counts and with its own 95 % interval in per cent, which holds the rounding. */
export type EditedShare = Pick<Known, 'numerator' | 'denominator' | 'roundedTo' | 'interval'>;

/**
 * Whether more of what was closed was changed on a later day than of what the others closed, it is half as much again, and ten were
 * closed at least. Of exact counts the lower 99.8 % limit of the share lies above the upper 95 % limit of theirs; of rounded ones the
 * 95 % interval of the difference of both lies above 0. What was closed long ago had more time to be changed.
 */
export function editedAfterClosing(own: EditedShare, others: EditedShare): FigureNote | undefined {
  const { numerator: edited, denominator: closed } = own;
  if (closed < fewestClosings || others.denominator <= 0) return undefined;
  const [share, theirs] = [edited / closed, others.numerator / others.denominator];
  const isMore = own.roundedTo === null ? exceeds(own, others) : exceedsRounded(own, others);
  if (!isMore || share < leastTimes * theirs) return undefined;
  return { code: 'EDITED_AFTER_CLOSING', evidence: { closed, edited, share, others: theirs } };
}

function exceeds(own: EditedShare, others: EditedShare): boolean {
  const lower = wilson(own.numerator, own.denominator, confidence)?.lower ?? 0;
  return lower > (wilson(others.numerator, others.denominator)?.upper ?? 1);
}

/** With the figures' own intervals, which hold what rounding can do. Without a limit nothing is said. */
function exceedsRounded(own: EditedShare, others: EditedShare): boolean {
  const { lower } = estimateDifference(estimateOf(own), estimateOf(others));
  return lower !== null && lower > 0;
}

function estimateOf({ numerator, denominator, interval }: EditedShare) {
  return { value: (100 * numerator) / denominator, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
}
