/** `statement`: one of SQL. */
export type WorkKind = 'request' | 'compile' | 'plan' | 'fetch' | 'statement';

/**
 * What may be told of a piece of work: never the text of a document, a variable, a value of a row or of a statement, nor who asks.
 */
export interface Facts {
  /** Those of the request, of which the ids of the work that it belongs to are read. */
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  readonly operationName?: string | undefined;
  /** `sha256:` and the hash of the document. */
  readonly documentId?: string;
  /** Whether the operator knows the operation, so that there are not many such names. */
  readonly isRegistered?: boolean;
  /** The one that is asked. */
  readonly department?: string;
  /** Objects that a department is asked to complete. */
  readonly entities?: number;
  /** The SQL without its values. */
  readonly statement?: string;
  /** Of HTTP. */
  readonly status?: number;
}

/** Something that takes time and has not ended. */
export interface Work {
  /** Something begins that belongs to it. */
  begin(kind: WorkKind, facts?: Facts): Work;
  /** More became known. */
  tell(facts: Facts): void;
  /** `code`: `OK`, `PARTIAL` for an answer with errors, else the code of the error. Counts once. */
  end(code: string): void;
  /** To be sent with a request by which others go on with it: ids of the request and of its trace. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Sees work that begins. */
export interface Observer {
  begin(kind: WorkKind, facts?: Facts): Work;
}

/** One observer for several; undefined for none. */
export function together(observers: readonly Observer[]): Observer | undefined {
  if (observers.length < 2) return observers[0];
  return { begin: (kind, facts) => new Several(observers.map(one => one.begin(kind, facts))) };
}

class Several implements Work {
  readonly #works: readonly Work[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(works: readonly Work[]) {
    this.#works = works;
    this.headers = Object.assign({}, ...works.map(one => one.headers));
  }

  begin(kind: WorkKind, facts?: Facts): Work {
    return new Several(this.#works.map(one => one.begin(kind, facts)));
  }

  tell(facts: Facts): void {
    for (const one of this.#works) one.tell(facts);
  }

  end(code: string): void {
    for (const one of this.#works) one.end(code);
  }
}
