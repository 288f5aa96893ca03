import { type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode, Kind } from 'graphql';
import { isIncluded } from '../collect-fields.ts';
import type { Row } from '../response.ts';
import { type FragmentNode, isDeferred } from './defer-usage.ts';

/** The fragments that an operation defers, each with those around it. */
export function deferredFragments(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  conditions: Row,
): ReadonlyMap<FragmentNode, ReadonlySet<FragmentNode>> {
  const found = new Map<FragmentNode, Set<FragmentNode>>();

  function visit({ selections }: SelectionSetNode, around: readonly FragmentNode[]): void {
    for (const selection of selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        if (selection.selectionSet) visit(selection.selectionSet, around);
        continue;
      }
      const { selectionSet } = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
      if (!isDeferred(selection, conditions)) {
        visit(selectionSet, around);
        continue;
      }
      found.set(selection, new Set([...(found.get(selection) ?? []), ...around]));
      visit(selectionSet, [...around, selection]);
    }
  }

  visit(operation.selectionSet, []);
  return found;
}
