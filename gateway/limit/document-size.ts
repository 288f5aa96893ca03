import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  GraphQLError,
  Kind,
} from 'graphql';
import { RequestRefused } from '../execute/request-refused.ts';
import { tooDeep } from './check-text.ts';
import type { Limits } from './limits.ts';

/** How much an operation or fragment asks for, its fragments counted wherever they are used. */
export interface Size {
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly selections: number;
}

const nothing: Size = { depth: 0, rootFields: 0, aliases: 0, directives: 0, selections: 0 };

/** The size of each operation and fragment of a document. Throws TOO_DEEP and FRAGMENT_CYCLE. */
export function documentSizes(document: DocumentNode, { depth }: Pick<Limits, 'depth'>): Size[] {
  const meter = new Meter(document.definitions, depth);
  return document.definitions.flatMap(one => {
    if (one.kind === Kind.FRAGMENT_DEFINITION) return [{ ...meter.fragment(one, 0), rootFields: 0 }];
    if (one.kind !== Kind.OPERATION_DEFINITION) return [];
    const declared = (one.variableDefinitions ?? []).flatMap(variable => variable.directives ?? []);
    const own = (one.directives?.length ?? 0) + declared.length;
    return [plus(meter.selectionSet(one.selectionSet, 1), { ...nothing, directives: own })];
  });
}

/** Each fragment is measured once, however often it is used. */
class Meter {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #sizes = new Map<string, Size | 'open'>();
  readonly #depth: number;

  constructor(definitions: readonly DefinitionNode[], depth: number) {
    for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(one.name.value, one);
    this.#depth = depth;
  }

  /** `level`: how many selection sets are open, this one included. */
  selectionSet({ selections }: SelectionSetNode, level: number): Size {
    if (level > this.#depth) throw tooDeep(this.#depth);
    const inside = selections.map(one => this.#selection(one, level)).reduce(plus, nothing);
    if (level + inside.depth > this.#depth) throw tooDeep(this.#depth);
    return { ...inside, depth: inside.depth + 1 };
  }

  fragment(definition: FragmentDefinitionNode, level: number): Size {
    const name = definition.name.value;
    const known = this.#sizes.get(name);
    if (known === 'open') throw fragmentCycle(definition);
    if (known) return known;
    this.#sizes.set(name, 'open');
    const inside = this.selectionSet(definition.selectionSet, level + 1);
    const size = plus(inside, { ...nothing, directives: definition.directives?.length ?? 0 });
    this.#sizes.set(name, size);
    return size;
  }

  #selection(selection: SelectionNode, level: number): Size {
    const own = { ...nothing, selections: 1, directives: selection.directives?.length ?? 0 };
    if (selection.kind === Kind.FIELD) {
      const inside = selection.selectionSet ? this.selectionSet(selection.selectionSet, level + 1) : nothing;
      return { ...plus(own, inside), rootFields: 1, aliases: inside.aliases + (selection.alias ? 1 : 0) };
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return plus(own, this.selectionSet(selection.selectionSet, level + 1));
    const definition = this.#fragments.get(selection.name.value);
    return definition ? plus(own, this.fragment(definition, level)) : own;
  }
}

function plus(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    rootFields: a.rootFields + b.rootFields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    selections: a.selections + b.selections,
  };
}

function fragmentCycle(definition: FragmentDefinitionNode): RequestRefused {
  const name = definition.name.value.slice(0, 100);
  const message = `Expected fragments that end, got ${name}, which contains itself; take it out of itself.`;
  return new RequestRefused('FRAGMENT_CYCLE', [new GraphQLError(message, { nodes: definition })]);
}
