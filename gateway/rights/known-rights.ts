import type { Identity } from '../../lib/kernel/identity.ts';
import { Lru } from '../lru.ts';
import type { RefusedEarly, RequestContext } from '../transport/transport.ts';
import { type DepartmentRights, readRights } from './department-rights.ts';

/** Asks a department by its name what it refuses to an identity. Rejects where it does not say. */
export type AskRights = (service: string, context: RequestContext) => Promise<unknown>;
/** Has a department write down what was refused in its stead. Rejects where it may not have. */
export type TellRefused = (service: string, refused: readonly RefusedEarly[], context: RequestContext) => Promise<void>;

/** What is known of one department and identity; without rights for as long as it is not asked again. */
interface Entry {
  readonly rights?: DepartmentRights;
  readonly until: number;
}

/** Departments times identities that are remembered. */
const mostKept = 4_000;
/** Different answers of departments that identities share; most people of one role are told the same. */
const mostShared = 200;
/** How long a request waits for what is only early, in milliseconds: the department itself decides in any case. */
const patience = 1_000;
/** A department that has not said it is not asked again for so long, in milliseconds. */
const pause = 5_000;

/**
 * What departments refuse, as they have said it themselves. It is kept for a while for each identity with its purpose, and all of a
 * department's is dropped once it decides by another version of its policy. What is not known is refused to nobody here.
 */
export class KnownRights {
  readonly #ask: AskRights;
  readonly #tell: TellRefused;
  readonly #keep: number;
  readonly #known = new Lru<Entry>(mostKept);
  readonly #shared = new Lru<DepartmentRights>(mostShared);
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #versions = new Map<string, string>();
  /** Departments that say what they refuse. */
  readonly services: ReadonlySet<string>;

  /** `keep`: in milliseconds. */
  constructor(ask: AskRights, tell: TellRefused, services: ReadonlySet<string>, keep: number) {
    this.#ask = ask;
    this.#tell = tell;
    this.#keep = keep;
    this.services = services;
  }

  /** What is known of these departments for an identity. */
  of(services: readonly string[], identity: Identity | undefined): Map<string, DepartmentRights> {
    const found = new Map<string, DepartmentRights>();
    const who = keyOf(identity);
    for (const service of services) {
      const rights = this.#known.get(`${service} ${who}`)?.rights;
      if (rights && rights.version === this.#versions.get(service)) found.set(service, rights);
    }
    return found;
  }

  /** Asks those of the departments of whom it is not known; undefined where there is nothing to wait for. Never rejects. */
  ready(services: readonly string[], identity: Identity | undefined): Promise<unknown> | undefined {
    const who = keyOf(identity);
    const waiting: Promise<void>[] = [];
    for (const service of services) {
      const key = `${service} ${who}`;
      const entry = this.#known.get(key);
      if (entry && entry.until > performance.now() && this.#isCurrent(service, entry)) continue;
      const asked = this.#underWay.get(key) ?? this.#load(service, identity, key);
      this.#underWay.set(key, asked);
      waiting.push(asked);
    }
    return waiting.length > 0 ? Promise.all(waiting) : undefined;
  }

  /**
   * Has departments write down what will be refused in their stead. One that may not have done so is asked itself for a while, and
   * writes it down then. Never rejects.
   */
  async tell(refused: ReadonlyMap<string, ReadonlyMap<string, RefusedEarly>>, context: RequestContext): Promise<void> {
    const telling = [...refused].map(async ([service, one]) => {
      try {
        const signal = AbortSignal.any([AbortSignal.timeout(patience), ...(context.signal ? [context.signal] : [])]);
        await this.#tell(service, [...one.values()], { ...context, signal });
      } catch {
        this.#known.set(`${service} ${keyOf(context.identity)}`, { until: performance.now() + pause });
      }
    });
    await Promise.all(telling);
  }

  #isCurrent(service: string, { rights }: Entry): boolean {
    return rights === undefined || rights.version === this.#versions.get(service);
  }

  async #load(service: string, identity: Identity | undefined, key: string): Promise<void> {
    const rights = await this.#say(service, identity);
    const until = performance.now() + (rights ? this.#keep : pause);
    if (rights) this.#versions.set(service, rights.version);
    this.#known.set(key, { until, ...(rights && { rights }) });
    this.#underWay.delete(key);
  }

  async #say(service: string, identity: Identity | undefined): Promise<DepartmentRights | undefined> {
    const signal = AbortSignal.timeout(patience);
    // Whatever the department makes of the signal.
    const late = new Promise<undefined>(resolve => signal.addEventListener('abort', () => resolve(undefined)));
    try {
      return this.#read(await Promise.race([this.#ask(service, { identity, signal }), late]));
    } catch {
      // It is asked itself, and decides.
      return undefined;
    }
  }

  #read(said: unknown): DepartmentRights | undefined {
    const text = JSON.stringify(said) ?? '';
    const rights = this.#shared.get(text) ?? readRights(said);
    if (rights) this.#shared.set(text, rights);
    return rights;
  }
}

/** All of an identity on which a decision may rest. */
function keyOf(identity: Identity | undefined): string {
  return identity === undefined ? '' : JSON.stringify(identity);
}
