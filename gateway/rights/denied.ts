import type { FieldNode } from 'graphql';
import type { RefusedEarly } from '../transport/transport.ts';

/** Why a field is not given to an identity. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The department that refuses it; absent where the graph itself does. */
  readonly service?: string;
  /** What the department refuses, in its schema's words. */
  readonly coordinate?: string;
}

/** How an error of the answer tells it. */
export function refusalExtensions({ code, service }: Refusal): { readonly code: string; readonly service?: string } {
  return { code, ...(service !== undefined && { service }) };
}

/** What of one operation an identity is not given. */
export class Denied {
  readonly #refusals = new Map<FieldNode, Map<string, Refusal>>();
  readonly #byDepartment = new Map<string, Map<string, RefusedEarly>>();
  #key = '';

  /** Tells one such set of an operation from another, with the words of each refusal. */
  get key(): string {
    return this.#key;
  }

  get isEmpty(): boolean {
    return this.#key === '';
  }

  /** What each department refuses, once each. */
  get byDepartment(): ReadonlyMap<string, ReadonlyMap<string, RefusedEarly>> {
    return this.#byDepartment;
  }

  /** `index`: of the use in its operation. */
  refuse(index: number, type: string, node: FieldNode, refusal: Refusal): void {
    const byType = this.#refusals.get(node) ?? new Map<string, Refusal>();
    this.#refusals.set(node, byType.set(type, refusal));
    const { code, message, service = '', coordinate } = refusal;
    if (coordinate !== undefined) {
      const told = this.#byDepartment.get(service) ?? new Map<string, RefusedEarly>();
      this.#byDepartment.set(service, told.set(coordinate, { coordinate, code }));
    }
    this.#key += `\n${index} ${service} ${code} ${message}`;
  }

  /** Why a field is refused on an object of this type. */
  refusalOf(type: string, node: FieldNode): Refusal | undefined {
    return this.#refusals.get(node)?.get(type);
  }
}
