import type { FieldNode } from 'graphql';

/** Why a field is not given to an identity. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The department that refuses it; absent where the graph itself does. */
  readonly service?: string;
}

/** How an error of the answer tells it. */
export function refusalExtensions({ code, service }: Refusal): { readonly code: string; readonly service?: string } {
  return { code, ...(service !== undefined && { service }) };
}

/** What of one operation an identity is not given. */
export class Denied {
  readonly #refusals = new Map<FieldNode, Map<string, Refusal>>();
  #key = '';

  /** Tells one such set of an operation from another, with the words of each refusal. */
  get key(): string {
    return this.#key;
  }

  get isEmpty(): boolean {
    return this.#key === '';
  }

  /** `index`: of the use in its operation. */
  refuse(index: number, type: string, node: FieldNode, refusal: Refusal): void {
    const byType = this.#refusals.get(node) ?? new Map<string, Refusal>();
    this.#refusals.set(node, byType.set(type, refusal));
    const { code, message, service = '' } = refusal;
    this.#key += `\n${index} ${service} ${code} ${message}`;
  }

  /** Why a field is refused on an object of this type. */
  refusalOf(type: string, node: FieldNode): Refusal | undefined {
    return this.#refusals.get(node)?.get(type);
  }
}
