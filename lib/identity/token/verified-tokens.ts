import { createHash } from 'node:crypto';
import type { Caller } from '../caller.ts';

/** How long a token is believed without another look, in milliseconds: a key that its issuer took back ends with it. */
const longest = 300_000;

/** Callers by the hash of their token, so that a token which comes again is not verified again. Tokens themselves are not kept. */
export class VerifiedTokens {
  readonly #known = new Map<string, { readonly caller: Caller; readonly until: number }>();
  readonly #most: number;

  constructor(most = 10_000) {
    this.#most = most;
  }

  find(token: string): Caller | undefined {
    const key = hashOf(token);
    const known = this.#known.get(key);
    if (known === undefined || known.until > Date.now()) return known?.caller;
    this.#known.delete(key);
    return undefined;
  }

  /** `end`: when the token ends, in milliseconds since 1970. */
  keep(token: string, caller: Caller, end: number): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= this.#most && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(hashOf(token), { caller, until: Math.min(end, Date.now() + longest) });
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
