import { setTimeout as wait } from 'node:timers/promises';
import { isRead } from './is-read.ts';
import { type RequestContext, type Transport, TransportError } from './transport.ts';

/** Waits before the first and the second repetition, in milliseconds: between half of it and one and a half. */
const pauses = [50, 150];

async function pause(milliseconds: number, { signal }: RequestContext): Promise<void> {
  await wait(milliseconds * (0.5 + Math.random()), undefined, signal ? { signal } : {});
}

/**
 * Asks again, at most `retries` times (0 to 2), where a connection could not be made or broke: the department may have just been
 * restarted. A department that did not answer in time is not asked again: it has enough to do.
 */
export function withRetry({ execute, ...rest }: Transport, retries: number): Transport {
  return {
    ...rest,
    async execute(request, context) {
      const again = isRead(request) ? pauses.slice(0, retries) : [];
      for (const milliseconds of again) {
        try {
          return await execute(request, context);
        } catch (error) {
          const broken = error instanceof TransportError && error.code === 'SUBGRAPH_UNAVAILABLE';
          if (!broken || context.signal?.aborted) throw error;
          await pause(milliseconds, context).catch(() => {
            throw error;
          });
        }
      }
      return execute(request, context);
    },
  };
}
