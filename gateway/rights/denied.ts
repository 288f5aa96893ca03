import type { FieldNode } from 'graphql';
import type { CodedError } from '../../lib/kernel/coded-error.ts';

/** Why a field is not given to an identity. */
export interface Refusal {
  readonly error: CodedError;
  /** The department that has refused it; absent where the graph itself does. */
  readonly service?: string;
}

/** What of one operation an identity is not given. */
export class Denied {
  /** Tells one such set of an operation from another. */
  readonly key: string;
  readonly #refusals: ReadonlyMap<FieldNode, ReadonlyMap<string, Refusal>>;

  constructor(key: string, refusals: ReadonlyMap<FieldNode, ReadonlyMap<string, Refusal>>) {
    this.key = key;
    this.#refusals = refusals;
  }

  /** Why a field is refused on an object of this type. */
  refusalOf(type: string, field: FieldNode): Refusal | undefined {
    return this.#refusals.get(field)?.get(type);
  }
}
