import { callerError } from '../lib/kernel/coded-error.ts';
import type { Subscribe } from './execute/execution.ts';
import { type Failure, failureOf } from './execute/failure.ts';
import type { Response } from './execute/response.ts';
import { LimitExceeded } from './limit/limit-exceeded.ts';
import type { DepartmentAnswer, DepartmentRequest, RequestContext } from './transport/transport.ts';

/** A client's subscription, ready to be opened. */
export interface OpenSubscription {
  readonly service: string;
  readonly request: DepartmentRequest;
  readonly context: RequestContext;
  /** Any of them ends it with SUBSCRIPTION_ENDED, so that the client comes back. */
  readonly draining: readonly AbortSignal[];
  /** The client's answer to an event. */
  answer(event: DepartmentAnswer): Promise<Response>;
}

/** The subscriptions of a gateway. */
export class Subscriptions {
  #open = 0;
  readonly #most: number;
  readonly #subscribe: Subscribe;

  constructor(most: number, subscribe: Subscribe) {
    this.#most = most;
    this.#subscribe = subscribe;
  }

  /**
   * The answers to the events, one after the other: the next event is taken when its answer is asked for. Opens the department's
   * stream at the first, and closes it when the client goes away or ends. A department that fails is told by the last answer.
   * Throws LimitExceeded and SUBSCRIPTION_ENDED.
   */
  async *run({ service, request, context, draining, answer }: OpenSubscription): AsyncGenerator<Response> {
    if (this.#open >= this.#most) throw tooMany(this.#most);
    this.#open += 1;
    const end = new AbortController();
    const signal = AbortSignal.any([end.signal, ...draining, ...(context.signal ? [context.signal] : [])]);
    const events = this.#subscribe(service, request, { ...context, signal })[Symbol.asyncIterator]();
    try {
      for (;;) {
        const event = await nextUntil(events, signal).catch(cause => failureOf(service, cause));
        if (event === undefined) break;
        if ('code' in event) return yield failed(event);
        yield await answer(event.value);
      }
    } finally {
      end.abort();
      // Not waited for: the department may never come to it.
      events.return?.().catch(() => undefined);
      this.#open -= 1;
    }
    if (draining.some(one => one.aborted) && !context.signal?.aborted) throw ended();
  }
}

/** The next event; undefined after the last, and once the signal fires, whatever the department does then. */
async function nextUntil<T>(events: AsyncIterator<T>, signal: AbortSignal): Promise<{ readonly value: T } | undefined> {
  if (signal.aborted) return undefined;
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly value: T } | undefined>();
  const end = (): void => resolve(undefined);
  signal.addEventListener('abort', end, { once: true });
  events.next().then(next => resolve(next.done ? undefined : next), reject);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function failed({ message, code, service }: Failure): Response {
  return { errors: [{ message, extensions: { code, service } }] };
}

function tooMany(limit: number): LimitExceeded {
  const todo = 'close another or try again later';
  return new LimitExceeded('TOO_MANY_SUBSCRIPTIONS', 'open subscriptions', 'one more', todo, { limit });
}

function ended(): Error {
  const parts = { expected: 'to go on', got: 'a gateway that stops or has another graph now', todo: 'subscribe again' };
  return callerError('SUBSCRIPTION_ENDED', parts);
}
