import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  visit,
} from 'graphql';
import { planKey } from './client-keys.ts';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Keeps the root fields that `keep` names, through fragments; undefined when none is left. */
export function pickRootFields(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  keep: (name: string) => boolean,
): OperationDefinitionNode | undefined {
  const selectionSet = pickSelections(operation.selectionSet, fragments, keep);
  return selectionSet && { ...operation, selectionSet };
}

function pickSelections(
  selectionSet: SelectionSetNode,
  fragments: Fragments,
  keep: (name: string) => boolean,
): SelectionSetNode | undefined {
  const selections: SelectionNode[] = [];
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      if (keep(selection.name.value)) selections.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    const inner = pickSelections(fragment.selectionSet, fragments, keep);
    // A spread becomes an inline fragment, because elsewhere its fragment stays whole.
    if (inner) selections.push({ ...inlined(fragment), directives: selection.directives ?? [], selectionSet: inner });
  }
  return selections.length > 0 ? { kind: Kind.SELECTION_SET, selections } : undefined;
}

function inlined({ typeCondition }: { typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined }) {
  return { kind: Kind.INLINE_FRAGMENT, ...(typeCondition && { typeCondition }) } as const;
}

/** The operation alone with its fragments, every field under the key that the plan gives it. */
export function planDocument(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  names: ReadonlySet<string>,
): DocumentNode {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
  return visit(document, {
    Field(field): FieldNode | undefined {
      if (field.alias === undefined) return undefined;
      const key = planKey(field, names);
      const { alias, ...bare } = field;
      return key === field.name.value ? bare : { ...field, alias: { ...alias, value: key } };
    },
  });
}
