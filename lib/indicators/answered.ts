import type { Client, QueryOptions } from '../sdk/index.ts';
import type { StatisticsQuery } from './plan.ts';
import { ask, type Question, questionsOf, type Source } from './source.ts';

/** Questions that are with the departments at once: what holds more of them up is the departments, and answers take memory. */
const mostAtOnce = 6;

/**
 * Asks in the order of the queries, a few at a time, and gives each answer when it is there. No further question is asked while
 * the reader does not come for the next answer, so that a slow reader does not fill the memory; leaving the loop ends what is
 * still being asked.
 * @throws ClientError when there is no gateway
 */
export async function* answered(
  client: Client,
  queries: readonly StatisticsQuery[],
  { signal }: QueryOptions,
): AsyncGenerator<Source> {
  const left = new AbortController();
  const until = signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]);
  const asked = new Map<Question, Promise<readonly [Question, Source[]]>>();
  const waiting = questionsOf(queries);
  try {
    for (;;) {
      for (const question of waiting.splice(0, mostAtOnce - asked.size)) {
        const answer = ask(client, question, { signal: until }).then(sources => [question, sources] as const);
        // Read below, or nobody waits for it any more.
        answer.catch(() => undefined);
        asked.set(question, answer);
      }
      if (asked.size === 0) return;
      const [question, sources] = await Promise.race(asked.values());
      asked.delete(question);
      yield* sources;
    }
  } finally {
    left.abort();
  }
}
