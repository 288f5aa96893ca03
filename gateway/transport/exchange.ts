import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher, Pool } from 'undici';
import { TransportError, endOfWaiting, isTimeout } from './transport.ts';

export interface ExchangeOptions {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal | undefined;
  /** Wait for the whole answer, in milliseconds. */
  readonly deadline: number;
  /** Bytes of an answer; a longer one is given up. */
  readonly longest: number;
}

/**
 * Posts a body and gives the text of what comes back, whatever its status. It listens to the connection's own events: a stream
 * and an AbortSignal for each answer cost more than most answers. Rejects with TransportError.
 */
export function exchange(pool: Pool, options: ExchangeOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const { path, headers, body } = options;
    pool.dispatch({ path, method: 'POST', headers, body }, new Exchange(options, resolve, reject));
  });
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #longest: number;
  readonly #signal: AbortSignal | undefined;
  readonly #resolve: (text: string) => void;
  readonly #reject: (error: TransportError) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #isOver = false;

  constructor(
    { signal, deadline, longest }: ExchangeOptions,
    resolve: (text: string) => void,
    reject: (error: TransportError) => void,
  ) {
    this.#longest = longest;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#fail(new TransportError('SUBGRAPH_TIMEOUT')), deadline).unref();
    if (signal?.aborted) this.handleEvent();
    else signal?.addEventListener('abort', this);
  }

  /** The caller has gone away. */
  handleEvent(): void {
    if (this.#signal) this.#fail(endOfWaiting(this.#signal));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(new Error('Nobody waits for this answer any more.'));
  }

  /** An answer that says that it is too long is not read at all. */
  onResponseStart(_: Dispatcher.DispatchController, __: number, headers: IncomingHttpHeaders): void {
    if (Number(headers['content-length']) > this.#longest) this.#fail(new TransportError('SUBGRAPH_ERROR'));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#longest) this.#fail(new TransportError('SUBGRAPH_ERROR'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isOver) return;
    this.#end();
    const [first] = this.#chunks;
    const whole = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks, this.#size);
    this.#resolve(whole.toString('utf8'));
  }

  onResponseError(_: Dispatcher.DispatchController, cause: Error): void {
    this.#fail(new TransportError(isTimeout(cause) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', { cause }));
  }

  #fail(error: TransportError): void {
    if (this.#isOver) return;
    this.#end();
    this.#controller?.abort(error);
    this.#reject(error);
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this);
  }
}
