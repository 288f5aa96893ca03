import type { Answered } from './question.ts';

/** The answer to a question that was refused, or whose record is not there for the reader. */
export const noAnswer: Answered = { rows: [], profile: null, roundedTo: null };
