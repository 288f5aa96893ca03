import { TransportError, type TransportFault } from '../transport/transport.ts';
import type { Row } from './response.ts';

/** A fetch that brought nothing, or that failed in a way that no path tells. */
export interface Failure {
  readonly service: string;
  readonly code: string;
  readonly message: string;
  /** Set once an error of the answer speaks of it. */
  told: boolean;
}

interface Mark {
  readonly failure: Failure;
  /** Keys of the object that the fetch was to bring. */
  readonly keys: ReadonlySet<string>;
}

/** Which objects of the data lack something because of which failure. */
export class FailureMap {
  readonly all = new Set<Failure>();
  readonly #marks = new Map<object, Mark[]>();

  mark(rows: readonly Row[], keys: ReadonlySet<string>, failure: Failure): void {
    this.all.add(failure);
    for (const row of rows) {
      const marks = this.#marks.get(row);
      if (marks) marks.push({ failure, keys });
      else this.#marks.set(row, [{ failure, keys }]);
    }
  }

  /** Passes on to `keys` why something is absent from `row`: their fetch had to wait for that and was never sent. */
  inherit(row: Row, keys: ReadonlySet<string>): void {
    const marks = this.#marks.get(row);
    if (marks) marks.push({ failure: marks[0]!.failure, keys });
  }

  /** Why `key` is absent from `row`. */
  find(row: object, key: string): Failure | undefined {
    return this.#marks.get(row)?.find(mark => mark.keys.has(key))?.failure;
  }
}

const sentences: Record<TransportFault, (service: string) => string> = {
  SUBGRAPH_UNAVAILABLE: service => `Expected an answer from ${service}, got no connection; try again later.`,
  SUBGRAPH_TIMEOUT: service => `Expected an answer from ${service} in time, got none; ask for less or try again later.`,
  SUBGRAPH_ERROR: service => `Expected data from ${service}, got a fault of that department; tell its operator.`,
};

/** What the reader learns when a department's answer cannot be used. */
export function failureOf(service: string, cause?: unknown): Failure {
  const code = cause instanceof TransportError ? cause.code : 'SUBGRAPH_ERROR';
  return { service, code, message: sentences[code](service), told: false };
}

/** An entity of which a department cannot be asked, because it requires a field that no null may stand for. */
export function requirementMissing(service: string, field: string): Failure {
  const message = `Expected a value of ${field}, which ${service} requires, got none; tell the operator of its department.`;
  return { service, code: 'REQUIRED_VALUE_MISSING', message, told: false };
}
