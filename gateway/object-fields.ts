import {
  type ASTNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  TypeInfo,
  isObjectType,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Calls `see` for each field of a document, or of a selection of `type`, with its name as `Type.field`; several times where
 * the object may be of several types.
 */
export function visitObjectFields(
  schema: GraphQLSchema,
  node: ASTNode,
  see: (name: string, node: FieldNode) => void,
  type?: GraphQLCompositeType,
): void {
  const types = new TypeInfo(schema, type);
  const Field = (field: FieldNode): void => {
    const parent = types.getParentType();
    if (!parent) return;
    for (const object of isObjectType(parent) ? [parent] : schema.getPossibleTypes(parent)) {
      see(`${object.name}.${field.name.value}`, field);
    }
  };
  visit(node, visitWithTypeInfo(types, { Field }));
}
