import { type DocumentNode, type FieldNode, BREAK, GraphQLError, visit } from 'graphql';
import { RequestRefused } from '../execute/request-refused.ts';

/** Refuses a document that asks for the schema, wherever it does. Throws INTROSPECTION_DISABLED. */
export function refuseIntrospection(document: DocumentNode): void {
  let found: FieldNode | undefined;
  visit(document, {
    Field(node) {
      if (node.name.value !== '__schema' && node.name.value !== '__type') return undefined;
      found = node;
      return BREAK;
    },
  });
  if (found === undefined) return;
  const message = 'Expected an operation on data, got introspection, which is off; ask the operator for the schema.';
  throw new RequestRefused('INTROSPECTION_DISABLED', [new GraphQLError(message, { nodes: found })]);
}
