import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Row } from './response.ts';

/** `maybe`: the runtime type is not known well enough to say. */
export type Applies = 'yes' | 'no' | 'maybe';

export interface CollectScope {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables that @skip and @include use. */
  readonly conditions: Row;
  /** Whether a type condition holds for the object at hand. */
  applies(typeCondition: string): Applies;
}

/** The fields that apply to an object, by response key in order; undefined when that depends on its unknown type. */
export function collectFields(
  selectionSets: readonly SelectionSetNode[],
  scope: CollectScope,
): ReadonlyMap<string, FieldNode[]> | undefined {
  const parts = selectionSets.map(set => ({ set, usage: undefined }));
  const collected = collectParts<undefined>(parts, scope, (_, usage) => usage);
  return collected && new Map([...collected].map(([key, fields]) => [key, fields.map(({ node }) => node)]));
}

/** What is selected under one use of @defer, or under none. */
export interface Part<Usage> {
  readonly set: SelectionSetNode;
  readonly usage: Usage;
}

export interface PartField<Usage> {
  readonly node: FieldNode;
  readonly usage: Usage;
}

/** The same with the use of @defer that each field stands under. `usageOf`: of what is in a fragment. */
export function collectParts<Usage>(
  parts: readonly Part<Usage>[],
  scope: CollectScope,
  usageOf: (fragment: FragmentSpreadNode | InlineFragmentNode, outer: Usage) => Usage,
): ReadonlyMap<string, PartField<Usage>[]> | undefined {
  const fields = new Map<string, PartField<Usage>[]>();
  const visited = new Map<Usage, Set<string>>();

  function isVisited(name: string, usage: Usage): boolean {
    const names = visited.get(usage) ?? new Set();
    visited.set(usage, names);
    if (names.has(name)) return true;
    names.add(name);
    return false;
  }

  function collect(set: SelectionSetNode, usage: Usage): boolean {
    for (const selection of set.selections) {
      if (!isIncluded(selection, scope.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = fields.get(key);
        if (known) known.push({ node: selection, usage });
        else fields.set(key, [{ node: selection, usage }]);
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const inner = usageOf(selection, usage);
      if (isSpread && isVisited(selection.name.value, inner)) continue;
      const fragment = isSpread ? scope.fragments[selection.name.value]! : selection;
      const applies = fragment.typeCondition ? scope.applies(fragment.typeCondition.name.value) : 'yes';
      if (applies === 'maybe') return false;
      if (applies === 'yes' && !collect(fragment.selectionSet, inner)) return false;
    }
    return true;
  }

  return parts.every(({ set, usage }) => collect(set, usage)) ? fields : undefined;
}

/** Whether @skip and @include let a selection stand. */
export function isIncluded(selection: SelectionNode, conditions: Row): boolean {
  return (selection.directives ?? []).every(({ name, arguments: args }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = args?.find(one => one.name.value === 'if')?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? conditions[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return name.value === 'skip' ? !holds : holds;
  });
}

/** Names of the variables that @skip and @include of an operation use, or other directives of conditions. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  directives: readonly string[] = ['skip', 'include'],
): readonly string[] {
  const names = new Set<string>();
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] },
    {
      Directive({ name, arguments: args }) {
        if (!directives.includes(name.value)) return;
        for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    },
  );
  return [...names];
}
