import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type GraphQLSchema,
  Kind,
  executeSync,
} from 'graphql';
import type { Execution } from './execution.ts';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

/** Answers __schema and __type here; undefined where neither is asked for. */
export function compileIntrospection(
  definition: OperationDefinitionNode,
  fragments: Fragments,
  schema: GraphQLSchema,
): ((execution: Execution) => void) | undefined {
  const own = pickRootFields(definition, fragments, isIntrospection);
  if (own === undefined) return undefined;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [own, ...Object.values(fragments)] };
  return ({ data, variables }) => {
    Object.assign(data, executeSync({ schema, document, variableValues: variables }).data);
  };
}

/** Keeps the root fields that `keep` names, through fragments; undefined when none is left. */
function pickRootFields(
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
