import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher, Pool } from 'undici';
import { decompress, isReadable } from './decompress.ts';
import { TransportError, endOfWaiting, isTimeout } from './transport.ts';

export interface ExchangeOptions {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Wait for the whole answer, in milliseconds. */
  readonly deadline: number;
  /** Bytes of an answer; a longer one is given up. */
  readonly longest: number;
  /** Called when nobody can begin to wait for it any more. */
  readonly over?: () => void;
}

/**
 * Posts a body and gives the text of what comes back, whatever its status, to all who wait for it. It listens to the connection's
 * own events: a stream and an AbortSignal for each answer cost more than most answers.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #pool: Pool;
  readonly #options: ExchangeOptions;
  readonly #waiters = new Set<Waiter>();
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #isCompressed = false;
  #timer: NodeJS.Timeout | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #isOver = false;

  constructor(pool: Pool, options: ExchangeOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /**
   * Waits for the text; the first to wait sends the request, and when the last who waits goes away it is ended. Rejects with
   * TransportError.
   */
  text(signal: AbortSignal | undefined): Promise<string> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        if (this.#waiters.size === 0) this.#end();
        return reject(endOfWaiting(signal));
      }
      this.#waiters.add(new Waiter(signal, resolve, reject, waiter => this.#leave(waiter)));
      if (this.#timer === undefined) this.#send();
    });
  }

  #send(): void {
    const { path, headers, body, deadline } = this.#options;
    this.#timer = setTimeout(() => this.#fail(new TransportError('SUBGRAPH_TIMEOUT')), deadline).unref();
    this.#pool.dispatch({ path, method: 'POST', headers, body }, this);
  }

  #leave(waiter: Waiter): void {
    this.#waiters.delete(waiter);
    if (this.#waiters.size === 0) this.#fail(new TransportError('SUBGRAPH_UNAVAILABLE'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(new Error('Nobody waits for this answer any more.'));
  }

  /** An answer that says that it is too long, or in a coding that we do not know, is not read at all. */
  onResponseStart(_: Dispatcher.DispatchController, __: number, headers: IncomingHttpHeaders): void {
    const isTooLong = Number(headers['content-length']) > this.#options.longest;
    const coding = headers['content-encoding'];
    if (isTooLong || !isReadable(coding)) this.#fail(new TransportError('SUBGRAPH_ERROR'));
    this.#isCompressed = coding !== undefined && coding !== 'identity';
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#options.longest) this.#fail(new TransportError('SUBGRAPH_ERROR'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isOver) return;
    const [first] = this.#chunks;
    const whole = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks, this.#size);
    if (!this.#isCompressed) return this.#answer(whole);
    decompress(whole, this.#options.longest).then(
      body => this.#answer(body),
      (error: TransportError) => this.#fail(error),
    );
  }

  #answer(body: Buffer): void {
    if (this.#isOver) return;
    this.#end();
    const text = body.toString('utf8');
    for (const waiter of this.#waiters) waiter.resolve(text);
  }

  onResponseError(_: Dispatcher.DispatchController, cause: Error): void {
    this.#fail(new TransportError(isTimeout(cause) ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', { cause }));
  }

  #fail(error: TransportError): void {
    if (this.#isOver) return;
    this.#end();
    this.#controller?.abort(error);
    for (const waiter of this.#waiters) waiter.reject(error);
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#options.over?.();
  }
}

/** One who waits for a text, and may go away before. */
class Waiter {
  readonly #signal: AbortSignal | undefined;
  readonly #resolve: (text: string) => void;
  readonly #reject: (error: TransportError) => void;
  readonly #leave: (waiter: Waiter) => void;

  constructor(
    signal: AbortSignal | undefined,
    resolve: (text: string) => void,
    reject: (error: TransportError) => void,
    leave: (waiter: Waiter) => void,
  ) {
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#leave = leave;
    signal?.addEventListener('abort', this);
  }

  handleEvent(): void {
    if (this.#signal) this.reject(endOfWaiting(this.#signal));
    this.#leave(this);
  }

  resolve(text: string): void {
    this.#signal?.removeEventListener('abort', this);
    this.#resolve(text);
  }

  reject(error: TransportError): void {
    this.#signal?.removeEventListener('abort', this);
    this.#reject(error);
  }
}
