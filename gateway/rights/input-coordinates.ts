import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type Row, isRow } from '../execute/response.ts';

/**
 * What of its input types the arguments of a field use: `Input.field` and `Enum.VALUE`, those of defaults as well. A null is not used:
 * it says as much as nothing. `variables`: coerced.
 */
export function inputCoordinates(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Row): Set<string> {
  const used = new Set<string>();
  if (field.args.length === 0) return used;
  const values = getArgumentValues(field, node, variables);
  for (const { name, type } of field.args) add(type, values[name], used);
  return used;
}

function add(type: GraphQLInputType, value: unknown, used: Set<string>): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) add(type.ofType as GraphQLInputType, value, used);
  else if (isListType(type)) for (const item of [value].flat()) add(type.ofType, item, used);
  else if (isEnumType(type)) used.add(`${type.name}.${String(value)}`);
  else if (isInputObjectType(type) && isRow(value)) {
    for (const [name, field] of Object.entries(type.getFields())) {
      if (value[name] === null || value[name] === undefined) continue;
      used.add(`${type.name}.${name}`);
      add(field.type, value[name], used);
    }
  }
}
