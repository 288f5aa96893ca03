import type { Response } from './execute/response.ts';
import {
  type Gateway,
  type GatewayContext,
  type GatewayOptions,
  type GatewayRequest,
  type ResponseStream,
  createGateway,
} from './gateway.ts';
import type { RegisteredDocument } from './registered/registered-document.ts';

/** A gateway whose supergraph can be replaced while it answers. */
export interface ReloadingGateway extends Gateway {
  /**
   * Takes another supergraph, and other registered operations if any are given: requests under way finish on the old one, new ones
   * run on the new one, and subscriptions end with SUBSCRIPTION_ENDED. Throws as `createGateway` where it cannot be used or a registered operation would break; then the old one
   * goes on.
   */
  reload(supergraphSdl: string, operations?: readonly RegisteredDocument[]): void;
}

/** One supergraph's gateway, with the requests that it has still to answer. */
class Generation {
  readonly gateway: Gateway;
  #underWay = 0;
  readonly #retired = new AbortController();
  readonly #closed = Promise.withResolvers<void>();

  constructor(options: GatewayOptions) {
    this.gateway = createGateway(options);
  }

  async run<T>(work: (gateway: Gateway) => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work(this.gateway);
    } finally {
      this.#leave();
    }
  }

  /** A stream is under way until its last answer. */
  async stream(request: GatewayRequest, context: GatewayContext = {}): Promise<Response | ResponseStream> {
    const draining = [this.#retired.signal, ...(context.draining ?? [])];
    this.#underWay += 1;
    const result = await this.gateway.stream(request, { ...context, draining });
    if ('answers' in result) return { ...result, answers: this.#untilLast(result.answers) };
    this.#leave();
    return result;
  }

  async *#untilLast(answers: ResponseStream['answers']): ResponseStream['answers'] {
    try {
      yield* answers;
    } finally {
      this.#leave();
    }
  }

  /** Takes no more requests, ends subscriptions, and closes its connections after the last answer. */
  retire(): Promise<void> {
    this.#retired.abort();
    this.#closeWhenDone();
    return this.#closed.promise;
  }

  #leave(): void {
    this.#underWay -= 1;
    this.#closeWhenDone();
  }

  #closeWhenDone(): void {
    if (this.#retired.signal.aborted && this.#underWay === 0)
      this.gateway.close().then(this.#closed.resolve, this.#closed.reject);
  }
}

/** Opens a gateway that can be reloaded. Throws as `createGateway`. */
export function createReloadingGateway(options: GatewayOptions): ReloadingGateway {
  let current = new Generation(options);
  let { operations: documents = [] } = options;
  const leaving = new Set<Promise<void>>();

  function retire(generation: Generation): void {
    const left = generation.retire().finally(() => leaving.delete(left));
    leaving.add(left);
  }

  return {
    get schema() {
      return current.gateway.schema;
    },
    get limits() {
      return current.gateway.limits;
    },
    get departments() {
      return current.gateway.departments;
    },
    stream: (request, context) => current.stream(request, context),
    execute: (request, context) => current.run(gateway => gateway.execute(request, context)),
    state: () => current.gateway.state(),
    health: () => current.run(gateway => gateway.health()),
    reload(supergraphSdl, operations = documents) {
      const next = new Generation({ ...options, supergraphSdl, operations });
      documents = operations;
      retire(current);
      current = next;
    },
    async close() {
      retire(current);
      await Promise.all(leaving);
    },
  };
}
