import { type ASTVisitor, type ValidationContext, GraphQLError, Kind } from 'graphql';

/** A label tells the fragments of an operation apart before it runs: it is written out, and no other has it. */
export function deferLabels(context: ValidationContext): ASTVisitor {
  const known = new Set<string>();
  return {
    Directive(node) {
      if (node.name.value !== 'defer') return;
      const value = node.arguments?.find(one => one.name.value === 'label')?.value;
      if (value === undefined || value.kind === Kind.NULL) return;
      if (value.kind !== Kind.STRING) {
        const message = 'Expected a label of @defer that is written out, got a variable; write it out.';
        context.reportError(new GraphQLError(message, { nodes: node }));
      } else if (known.has(value.value)) {
        const message = 'Expected labels of @defer that differ, got one twice; rename it.';
        context.reportError(new GraphQLError(message, { nodes: node }));
      } else known.add(value.value);
    },
  };
}
