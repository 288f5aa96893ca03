import {
  type FieldNode,
  type GraphQLArgument,
  Kind,
  type ValueNode,
  valueFromAST,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import type { Row } from '../../execute/response.ts';

/** The value of an argument. */
export interface ArgumentValue {
  /** Whether no variable changes it. */
  readonly isFixed: boolean;
  /** With the defaults of the schema. */
  read(variables: Row): unknown;
  /** As the request gives it; undefined or null where it does not. */
  readGiven(variables: Row): unknown;
}

/** `node`: a field or a directive of an operation. */
export function argumentValue(node: Pick<FieldNode, 'arguments'>, argument: GraphQLArgument): ArgumentValue {
  const value = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  if (value === undefined) return { isFixed: true, read: () => argument.defaultValue, readGiven: () => undefined };
  return {
    isFixed: !hasVariables(value),
    read: variables => valueFromAST(value, argument.type, variables) ?? argument.defaultValue,
    readGiven: variables => valueFromASTUntyped(value, variables),
  };
}

function hasVariables(value: ValueNode): boolean {
  let found = false;
  const Variable = (): void => {
    found = true;
  };
  visit(value, { [Kind.VARIABLE]: Variable });
  return found;
}
