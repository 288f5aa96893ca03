import type { Exchange } from './exchange.ts';

/** All of a read that may change its answer. */
export interface ReadKey {
  readonly query: string;
  /** Who asks and with what right: all that goes with the request, as text. */
  readonly identity: string;
  /** The request itself, with its query. */
  readonly body: string;
}

interface SharedRead extends ReadKey {
  readonly exchange: Exchange;
}

/** Different reads of one query that are compared with a new one; more of them are not shared. */
const mostCompared = 32;

/**
 * Reads under way to one department. Who asks the same word for word, with the same identity and rights, while the answer is on
 * its way waits for that answer. They are found by their query, whose hash is known, because to hash every body would cost more
 * than most bodies save.
 */
export class SharedReads {
  readonly #underWay = new Map<string, SharedRead[]>();

  /** The text of the answer. Each who shares it parses it, because data is handed over and written into. */
  ask(key: ReadKey, signal: AbortSignal | undefined, begin: (over: () => void) => Exchange): Promise<string> {
    const { query, identity, body } = key;
    const all = this.#underWay.get(query) ?? [];
    const known = all.find(one => one.body === body && one.identity === identity);
    if (known !== undefined) return known.exchange.text(signal);
    const exchange = begin(() => this.#remove(query, exchange));
    if (all.length === 0) this.#underWay.set(query, all);
    if (all.length < mostCompared) all.push({ query, identity, body, exchange });
    return exchange.text(signal);
  }

  #remove(query: string, exchange: Exchange): void {
    const all = this.#underWay.get(query);
    const index = all?.findIndex(one => one.exchange === exchange) ?? -1;
    if (index < 0) return;
    all?.splice(index, 1);
    if (all?.length === 0) this.#underWay.delete(query);
  }

  /** Something is being changed: a read that began before may not be what is asked for now. */
  forget(): void {
    this.#underWay.clear();
  }
}
