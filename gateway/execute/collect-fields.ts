import {
  type FieldNode,
  type FragmentDefinitionNode,
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
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  return selectionSets.every(one => collectInto(fields, one, scope, visited)) ? fields : undefined;
}

function collectInto(
  fields: Map<string, FieldNode[]>,
  selectionSet: SelectionSetNode,
  scope: CollectScope,
  visited: Set<string>,
): boolean {
  for (const selection of selectionSet.selections) {
    if (!isIncluded(selection, scope.conditions)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const nodes = fields.get(key);
      if (nodes) nodes.push(selection);
      else fields.set(key, [selection]);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (visited.has(selection.name.value)) continue;
      visited.add(selection.name.value);
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments[selection.name.value]! : selection;
    const applies = fragment.typeCondition ? scope.applies(fragment.typeCondition.name.value) : 'yes';
    if (applies === 'maybe') return false;
    if (applies === 'yes' && !collectInto(fields, fragment.selectionSet, scope, visited)) return false;
  }
  return true;
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

/** Names of the variables that @skip and @include of an operation use. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly string[] {
  const names = new Set<string>();
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] },
    {
      Directive({ name, arguments: args }) {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    },
  );
  return [...names];
}
