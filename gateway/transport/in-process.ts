import { Deadline } from './deadline.ts';
import {
  type DepartmentAnswer,
  type DepartmentRequest,
  type RequestContext,
  type Transport,
  TransportError,
  defaultDeadline,
  isTimeout,
} from './transport.ts';

export interface InProcessOptions {
  /** Wait for an answer, in milliseconds. Default 10,000. */
  readonly deadline?: number;
  /** The events of subscriptions. Default: the department has none. */
  readonly subscribe?: Transport['subscribe'];
  /** What it refuses to who asks. Default: the department does not say. */
  readonly rights?: Transport['rights'];
  readonly tellRefused?: Transport['tellRefused'] | undefined;
}

/** A department inside this process: any function that answers as one over HTTP would. */
export function inProcessTransport(
  answer: (request: DepartmentRequest, context: RequestContext) => Promise<DepartmentAnswer>,
  { deadline = defaultDeadline, subscribe, rights, tellRefused }: InProcessOptions = {},
): Transport {
  return {
    ...(subscribe && { subscribe }),
    ...(rights && { rights }),
    ...(tellRefused && { tellRefused }),
    async execute(request, { identity, signal: caller, work }) {
      const end = new Deadline(deadline, caller);
      const { signal } = end;
      try {
        return await Promise.race([answer(request, { identity, signal, work }), aborted(signal)]);
      } catch (cause) {
        if (cause instanceof TransportError) throw cause;
        throw new TransportError(isTimeout(cause) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_ERROR', { cause });
      } finally {
        end.clear();
      }
    },
  };
}

/** Rejects when the signal fires, for a department that does not look at it. */
function aborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (signal.aborted) reject(signal.reason);
  else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return promise;
}
