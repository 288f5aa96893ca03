import { randomUUID } from 'node:crypto';
import type { Facts, Observer, Work, WorkKind } from './observer.ts';

/** Work that has ended. */
export interface Done {
  readonly kind: WorkKind;
  readonly facts: Facts;
  readonly code: string;
  readonly seconds: number;
  /** The same in the gateway and in the departments that it asks. */
  readonly requestId: string;
  /** The departments that it asked, each once. */
  readonly departments: readonly string[];
}

/** Where work is recorded. */
export interface Sink {
  begun?(kind: WorkKind): void;
  done(work: Done): void;
}

/** Records work in all sinks. */
export function recorder(sinks: readonly Sink[]): Observer {
  return { begin: (kind, facts = {}) => new Recorded(sinks, kind, facts, idOf(facts)) };
}

const idHeader = 'x-request-id';

/** That of whoever asks, if it is one and not a message of his. */
function idOf({ headers = {} }: Facts): string {
  const given = headers[idHeader];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

class Recorded implements Work {
  readonly headers: Readonly<Record<string, string>>;
  readonly #sinks: readonly Sink[];
  readonly #kind: WorkKind;
  readonly #id: string;
  readonly #began = performance.now();
  readonly #departments = new Set<string>();
  #facts: Facts;
  #isOver = false;

  constructor(sinks: readonly Sink[], kind: WorkKind, facts: Facts, id: string) {
    this.headers = { [idHeader]: id };
    this.#sinks = sinks;
    this.#kind = kind;
    this.#facts = facts;
    this.#id = id;
    for (const sink of sinks) sink.begun?.(kind);
  }

  begin(kind: WorkKind, facts: Facts = {}): Work {
    if (facts.department !== undefined) this.#departments.add(facts.department);
    return new Recorded(this.#sinks, kind, facts, this.#id);
  }

  tell(facts: Facts): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  end(code: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const done = {
      kind: this.#kind,
      facts: this.#facts,
      code,
      seconds: (performance.now() - this.#began) / 1000,
      requestId: this.#id,
      departments: [...this.#departments],
    };
    for (const sink of this.#sinks) sink.done(done);
  }
}
