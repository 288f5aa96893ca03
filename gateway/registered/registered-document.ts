/** A document of operations that the operator has registered. */
export interface RegisteredDocument {
  /** Where the operator finds it: its file, or its id in a manifest. */
  readonly origin: string;
  /** Its id in a manifest. Every document has the ids of `sha256:` beside it. */
  readonly id?: string;
  readonly text: string;
}
