/**
 * The end of waiting: the caller's, or when time is up. One timer and one listener, given back by `clear`; AbortSignal.any and
 * AbortSignal.timeout cost many times as much, and what they hold is given back by the garbage collector only.
 */
export class Deadline {
  readonly #end = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(milliseconds: number, caller: AbortSignal | undefined) {
    this.#caller = caller;
    this.#timer = setTimeout(() => this.#end.abort(new DOMException('Time is up.', 'TimeoutError')), milliseconds);
    if (caller?.aborted) this.handleEvent();
    else caller?.addEventListener('abort', this);
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** The caller has gone away. */
  handleEvent(): void {
    this.abort(this.#caller?.reason);
  }

  abort(reason?: unknown): void {
    this.clear();
    this.#end.abort(reason);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this);
  }
}
