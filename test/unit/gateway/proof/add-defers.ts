import { type DirectiveNode, type SelectionNode, Kind, parse, print, visit } from 'graphql';
import type { Choices } from './choices.ts';

/** Defers some fragments of an operation, and some fields by a fragment of their own. */
export function addDefers(query: string, choices: Choices): string {
  let labels = 0;
  const defer = (): DirectiveNode => {
    const text = choices.oneIn(6) ? '@defer(if: false)' : choices.oneIn(3) ? `@defer(label: "l${labels++}")` : '@defer';
    const { definitions } = parse(`{ ... ${text} { __typename } }`, { noLocation: true });
    const [definition] = definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Expected an operation.');
    return definition.selectionSet.selections[0]!.directives![0]!;
  };
  const deferred = (selection: SelectionNode): SelectionNode => {
    if (!choices.oneIn(3)) return selection;
    if (selection.kind !== Kind.FIELD) return { ...selection, directives: [...(selection.directives ?? []), defer()] };
    const selectionSet = { kind: Kind.SELECTION_SET, selections: [selection] } as const;
    return { kind: Kind.INLINE_FRAGMENT, directives: [defer()], selectionSet };
  };
  return print(
    visit(parse(query, { noLocation: true }), {
      SelectionSet: { leave: node => ({ ...node, selections: node.selections.map(deferred) }) },
    }),
  );
}
