import { type Transport, TransportError } from './transport.ts';

export interface BreakerOptions {
  /** Answers missed in a row after which the department is left alone. Default 3. */
  readonly misses?: number;
  /** Between two looks whether it answers again, in milliseconds. Default 1,000. */
  readonly pause?: number;
}

/** How long a look may take, in milliseconds. */
const patience = 2_000;

/**
 * Leaves a department alone that hangs: after some answers missed in a row everybody is told at once that it is unavailable,
 * instead of waiting for the deadline each. A small question of our own finds out when it answers again, so that no reader has to.
 */
export function withCircuitBreaker(
  { execute, close }: Transport,
  { misses: most = 3, pause = 1_000 }: BreakerOptions = {},
): Transport {
  let misses = 0;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    try {
      await execute({ query: '{ __typename }' }, { signal: AbortSignal.timeout(patience) });
      [misses, timer] = [0, undefined];
    } catch {
      timer = setTimeout(() => void look(), pause).unref();
    }
  }

  return {
    async execute(request, context) {
      if (timer) throw new TransportError('SUBGRAPH_UNAVAILABLE');
      try {
        const answer = await execute(request, context);
        misses = 0;
        return answer;
      } catch (error) {
        // A caller who went away says nothing of the department.
        if (!(error instanceof TransportError) || error.code !== 'SUBGRAPH_TIMEOUT' || context.signal?.aborted)
          throw error;
        misses += 1;
        if (misses >= most) timer ??= setTimeout(() => void look(), pause).unref();
        throw error;
      }
    },
    isLeftAlone: () => timer !== undefined,
    async close() {
      clearTimeout(timer);
      await close?.();
    },
  };
}
