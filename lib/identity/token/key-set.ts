import { setTimeout as wait } from 'node:timers/promises';
import { type CryptoKey, type JWTVerifyGetKey, createLocalJWKSet, errors } from 'jose';
import { unavailable } from '../unauthenticated.ts';
import type { KeySource } from './key-source.ts';

export interface KeySetOptions {
  /** After what time keys are asked for again, while the old ones go on, in milliseconds. Default 10 minutes. */
  readonly maxAge?: number;
  /** Between two questions, in milliseconds: tokens with invented keys must not lead to many. Default 5,000. */
  readonly coolDown?: number;
  /** Requests with unknown keys that wait for the next question; more are refused at once. Default 64. */
  readonly mostWaiting?: number;
}

/**
 * An issuer's public keys. A key that is not known yet is asked for once; the request waits, so that an issuer may change its keys
 * without one being refused. While the issuer does not answer the known keys go on.
 */
export class KeySet {
  readonly #issuer: string;
  readonly #source: KeySource;
  readonly #options: Required<KeySetOptions>;
  #keys: ReturnType<typeof createLocalJWKSet> | undefined;
  #askedAt = -Infinity;
  #loading: Promise<void> | undefined;
  #waiting = 0;

  /** `issuer`: its id, for sentences. */
  constructor(issuer: string, source: KeySource, options: KeySetOptions = {}) {
    this.#issuer = issuer;
    this.#source = source;
    this.#options = { maxAge: 600_000, coolDown: 5_000, mostWaiting: 64, ...options };
  }

  /** Asks for the keys. Rejects with IDENTITY_UNAVAILABLE; a later token asks again. */
  open(): Promise<void> {
    return (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));
  }

  /** For jose. Rejects with IDENTITY_UNAVAILABLE where there are no keys, and with jose's faults where none fits. */
  readonly find: JWTVerifyGetKey<CryptoKey> = async (header, token) => {
    const age = performance.now() - this.#askedAt;
    const mayAsk = this.#loading !== undefined || age > this.#options.coolDown;
    if (this.#keys === undefined) {
      if (!mayAsk) throw unavailable(this.#issuer);
      await this.open();
    } else if (age > this.#options.maxAge) {
      this.open().catch(() => undefined);
    }
    for (let asked = false; ;) {
      const known = this.#keys;
      try {
        return await this.#lookUp(header, token);
      } catch (error) {
        const isUnknown = error instanceof errors.JWKSNoMatchingKey;
        if (!isUnknown || asked || this.#waiting >= this.#options.mostWaiting) throw error;
      }
      // What others asked for meanwhile may have been written before the key was: then this request asks itself.
      if (this.#loading) await this.#loading;
      else if (this.#keys === known) {
        asked = true;
        await this.#openAfterCoolDown();
      }
    }
  };

  #lookUp(...of: Parameters<JWTVerifyGetKey>): Promise<CryptoKey> {
    if (this.#keys === undefined) throw unavailable(this.#issuer);
    return this.#keys(...of);
  }

  async #openAfterCoolDown(): Promise<void> {
    this.#waiting += 1;
    const asked = this.#askedAt;
    try {
      const left = asked + this.#options.coolDown - performance.now();
      if (left > 0) await wait(left);
      // Another who waited may have asked meanwhile.
      if (this.#askedAt === asked) await this.open();
      else await this.#loading;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #load(): Promise<void> {
    this.#askedAt = performance.now();
    try {
      const set = await this.#source();
      if (set.keys.length === 0) throw new Error('no keys');
      this.#keys = createLocalJWKSet(set);
    } catch (cause) {
      throw unavailable(this.#issuer, cause);
    }
  }
}
