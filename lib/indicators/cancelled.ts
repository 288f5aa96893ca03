import { callerError } from '../kernel/coded-error.ts';

/** What a fault of work is that its caller has ended: CANCELLED, whatever the fault; of other work, the fault itself. */
export function faultOrCancelled(fault: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted !== true) return fault;
  const parts = { expected: 'to finish', got: 'the signal of who asked', todo: 'ask again for what is still wanted' };
  return callerError('CANCELLED', parts, { cause: fault });
}

/** Work whose fault is CANCELLED where its caller has ended it. */
export async function orCancelled<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw faultOrCancelled(fault, signal);
  }
}
