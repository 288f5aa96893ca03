import { CodedError } from '../kernel/coded-error.ts';
import { driverWords } from './bind/driver-words.ts';
import type { ReadMapping } from './mapping/read-mapping.ts';

/** Passes an answer on; of a refusal that its mapping may be the cause of, the operator is told. */
export type Watched = <T>(type: string, answer: Promise<T>) => Promise<T>;

const refusals: ReadonlySet<string> = new Set(['QUERY_FAILED', 'DATABASE_FORBIDDEN']);

/**
 * Tells the operator, in one sentence with file and line of the mapping, that the database refuses questions about a type: the caller
 * is told neither names nor lines. Once for each type and reason, until the type answers again.
 */
export function operatorNotice(read: ReadMapping, tell: (sentence: string) => void): Watched {
  const told = new Map<string, string>();
  return async (type, answer) => {
    try {
      const result = await answer;
      told.delete(type);
      return result;
    } catch (error) {
      if (error instanceof CodedError && refusals.has(error.code)) {
        const sentence = `${error.code}: Expected the database to answer for ${type}, got its refusal: ${driverWords(error)}; hold ${read.where('types', type, 'from')} against the tables and rights as they are now.`;
        if (told.get(type) !== sentence) tell(sentence);
        told.set(type, sentence);
      }
      throw error;
    }
  };
}
