import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  isInterfaceType,
} from 'graphql';
import { type Part, type PartField, collectParts } from '../collect-fields.ts';
import { completeObject } from '../complete.ts';
import { type ShapeField, type ShapeScope, appliesTo, dependsOnType, fieldShape } from '../shape.ts';
import type { Complete } from '../walk.ts';
import type { DeferUsage, FragmentNode } from './defer-usage.ts';

/** Fields of an object that come together, after the object: they stand in the same deferred fragments and in nothing else. */
export interface DeferredGroup {
  readonly usages: readonly DeferUsage[];
  readonly fields: readonly ShapeField[];
  readonly complete: Complete;
}

/** What is deferred at an object. */
export interface Deferral {
  /** Deferred fragments that begin here. */
  readonly begun: readonly DeferUsage[];
  readonly groups: readonly DeferredGroup[];
}

type Usage = DeferUsage | undefined;
type Usages = readonly DeferUsage[];

/**
 * The shape of an answer whose deferred fragments come later, grouped as the draft on incremental delivery does
 * (https://github.com/graphql/graphql-spec/pull/1110): a field comes with the first of the fragments that has it, and once only.
 */
export class DeferredShape {
  /** What is not deferred. */
  readonly fields: readonly ShapeField[];
  readonly #deferrals = new Map<readonly ShapeField[], Deferral>();
  readonly #scope: ShapeScope;
  readonly #isDeferred: (node: FragmentNode) => boolean;

  constructor(operation: OperationDefinitionNode, scope: ShapeScope, isDeferred: (node: FragmentNode) => boolean) {
    this.#scope = scope;
    this.#isDeferred = isDeferred;
    const root = scope.schema.getRootType(operation.operation)!;
    this.fields = this.#fieldsOf([{ set: operation.selectionSet, usage: undefined }], root, [])!;
  }

  /** What is deferred at an object of these fields. */
  deferralAt(fields: readonly ShapeField[]): Deferral | undefined {
    return this.#deferrals.get(fields);
  }

  /** The fields that come with an object in a group of these usages (none: at once). */
  #fieldsOf(
    parts: readonly Part<Usage>[],
    type: GraphQLObjectType | GraphQLInterfaceType,
    group: Usages,
  ): ShapeField[] | undefined {
    const begun: DeferUsage[] = [];
    const collected = collectParts<Usage>(
      parts,
      { ...this.#scope, applies: appliesTo(type, this.#scope) },
      (node, parent) => {
        if (!this.#isDeferred(node)) return parent;
        const usage = begun.find(one => one.node === node && one.parent === parent) ?? { node, parent };
        if (!begun.includes(usage)) begun.push(usage);
        return usage;
      },
    );
    if (collected === undefined) return undefined;
    const own: ShapeField[] = [];
    const groups: { usages: Usages; fields: ShapeField[] }[] = [];
    for (const [key, selected] of collected) {
      const { node } = selected[0]!;
      if (isInterfaceType(type) && dependsOnType(node, type, this.#scope)) return undefined;
      const usages = usagesOf(selected);
      const inner = selected.flatMap(one =>
        one.node.selectionSet ? [{ set: one.node.selectionSet, usage: one.usage }] : [],
      );
      const field = fieldShape(key, node, type, one => this.#fieldsOf(inner, one, usages), this.#scope);
      if (isSame(usages, group)) own.push(field);
      else {
        const known = groups.find(one => isSame(one.usages, usages));
        if (known) known.fields.push(field);
        else groups.push({ usages, fields: [field] });
      }
    }
    if (begun.length > 0 || groups.length > 0) {
      const completed = groups.map(one => ({ ...one, complete: completeObject(one.fields) }));
      this.#deferrals.set(own, { begun, groups: completed });
    }
    return own;
  }
}

/** The fragments that a field waits for: none when it is selected outside of them too, and not those inside of another. */
function usagesOf(selected: readonly PartField<Usage>[]): Usages {
  const usages = new Set<DeferUsage>();
  for (const { usage } of selected) {
    if (usage === undefined) return [];
    usages.add(usage);
  }
  return [...usages].filter(usage => !ancestorsOf(usage).some(one => usages.has(one)));
}

function ancestorsOf({ parent }: DeferUsage): DeferUsage[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}

function isSame(one: Usages, other: Usages): boolean {
  return one.length === other.length && one.every(usage => other.includes(usage));
}
