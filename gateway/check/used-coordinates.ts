import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  TypeInfo,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * The schema coordinates that a document uses: types, `Type.field`, `Type.field.argument`, `Input.field`, `Enum.VALUE`,
 * `@directive`. A variable may hold anything of its type.
 */
export function usedCoordinates(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const used = new Set<string>();
  const types = new TypeInfo(schema);
  const at = (...parts: readonly string[]): void => void used.add(parts.join('.'));
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        at(nameOf(types.getParentType()));
        at(nameOf(types.getParentType()), node.name.value);
        at(nameOf(types.getType()));
        for (const one of node.arguments ?? []) at(nameOf(types.getParentType()), node.name.value, one.name.value);
      },
      InlineFragment: () => at(nameOf(types.getType())),
      FragmentDefinition: () => at(nameOf(types.getType())),
      Directive: node => at(`@${node.name.value}`),
      ObjectField(node) {
        at(nameOf(types.getParentInputType()));
        at(nameOf(types.getParentInputType()), node.name.value);
      },
      EnumValue(node) {
        at(nameOf(types.getInputType()));
        at(nameOf(types.getInputType()), node.value);
      },
      VariableDefinition(node) {
        const type = typeFromAST(schema, node.type);
        if (isInputType(type)) addWhole(type, used);
      },
    }),
  );
  return used;
}

function nameOf(type: Parameters<typeof getNamedType>[0]): string {
  return getNamedType(type)?.name ?? '';
}

function addWhole(type: GraphQLInputType, used: Set<string>): void {
  const named = getNamedType(type);
  if (used.has(named.name)) return;
  used.add(named.name);
  if (isEnumType(named)) for (const value of named.getValues()) used.add(`${named.name}.${value.name}`);
  if (!isInputObjectType(named)) return;
  for (const field of Object.values(named.getFields())) {
    used.add(`${named.name}.${field.name}`);
    addWhole(field.type, used);
  }
}
