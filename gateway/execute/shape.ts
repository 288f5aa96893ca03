import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLUnionType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import type { Denied, Refusal } from '../rights/index.ts';
import { type PlanNames, planKey } from './client-keys.ts';
import { type Applies, collectFields } from './collect-fields.ts';
import type { Row } from './response.ts';
import type { FieldPlace } from './walk.ts';

/** What a selection is read with, for one set of values of its @skip and @include variables. */
export interface ShapeScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly planNames: PlanNames;
  readonly conditions: Row;
  /** What who asks is not given. Default: he is given all. */
  readonly denied?: Denied;
}

/** What a value of the answer must be: the client's selection, read with the schema. `place`: the field it is the value of. */
export type Shape =
  | { readonly kind: 'nonNull'; readonly of: Shape; readonly place: FieldPlace }
  | { readonly kind: 'list'; readonly of: Shape; readonly place: FieldPlace }
  | { readonly kind: 'leaf'; readonly type: GraphQLScalarType | GraphQLEnumType; readonly place: FieldPlace }
  | ObjectShape
  | AbstractShape
  /** The name of the object's type, known without asking a department. */
  | { readonly kind: 'typename'; readonly name: string }
  /** A field that who asks is not given: null, with the reason. */
  | { readonly kind: 'denied'; readonly refusal: Refusal; readonly isNonNull: boolean; readonly place: FieldPlace }
  /** Introspection, answered before. */
  | { readonly kind: 'given' };

export interface ObjectShape {
  readonly kind: 'object';
  readonly type: string;
  readonly fields: readonly ShapeField[];
  readonly place: FieldPlace;
}

export interface AbstractShape {
  readonly kind: 'abstract';
  readonly type: string;
  /** Fields of an object of this type, undefined when the abstract type has none of that name. Made when it is asked for. */
  fieldsOf(type: unknown): readonly ShapeField[] | undefined;
  /** What can be told of an object whose type is not known; undefined where that is nothing. */
  readonly shared: readonly ShapeField[] | undefined;
  readonly place: FieldPlace;
}

export interface ShapeField extends FieldPlace {
  /** The client's key. */
  readonly key: string;
  readonly shape: Shape;
}

/** The fields of an operation's answer. */
export function shapeOfOperation(operation: OperationDefinitionNode, scope: ShapeScope): readonly ShapeField[] {
  return fieldsOf([operation.selectionSet], scope.schema.getRootType(operation.operation)!, scope)!;
}

type Owner = GraphQLObjectType | GraphQLInterfaceType;

/** The fields selected of a field's value, by the type of it; undefined when they depend on a runtime type that is not known. */
export type FieldsAt = (type: Owner) => readonly ShapeField[] | undefined;

function fieldsOf(
  selectionSets: readonly SelectionSetNode[],
  type: Owner,
  scope: ShapeScope,
): ShapeField[] | undefined {
  const collected = collectFields(selectionSets, { ...scope, applies: appliesTo(type, scope) });
  if (collected === undefined) return undefined;
  const fields: ShapeField[] = [];
  for (const [key, nodes] of collected) {
    const node = nodes[0]!;
    if (isInterfaceType(type) && dependsOnType(node, type, scope)) return undefined;
    const inner = nodes.flatMap(one => one.selectionSet ?? []);
    fields.push(fieldShape(key, node, type, one => fieldsOf(inner, one, scope), scope));
  }
  return fields;
}

/** A field of the answer. `node`: any of those that are merged under its key. `fieldsAt`: what all of them select. */
export function fieldShape(
  key: string,
  node: FieldNode,
  type: Owner,
  fieldsAt: FieldsAt,
  scope: ShapeScope,
): ShapeField {
  const { schema, planNames } = scope;
  const name = node.name.value;
  const place = { node, name: `${type.name}.${name}`, planKey: planKey(node, planNames) };
  if (name === '__typename') return { ...place, key, shape: { kind: 'typename', name: type.name } };
  // Introspection stands under the client's keys.
  if (name === '__schema' || name === '__type') return { ...place, key, planKey: key, shape: { kind: 'given' } };
  const [object = type] = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  const refusal = scope.denied?.refusalOf(object.name, node);
  const { type: wanted } = type.getFields()[name]!;
  if (refusal) return { ...place, key, shape: { kind: 'denied', refusal, isNonNull: isNonNullType(wanted), place } };
  return { ...place, key, shape: shapeOf(wanted, fieldsAt, place, schema) };
}

/** Whether what a field of an interface gives can only be told of an object whose type is known. */
export function dependsOnType(node: FieldNode, type: GraphQLInterfaceType, { schema, denied }: ShapeScope): boolean {
  if (node.name.value === '__typename') return true;
  if (denied === undefined) return false;
  const refused = new Set(schema.getPossibleTypes(type).map(one => denied.refusalOf(one.name, node) !== undefined));
  return refused.size > 1;
}

function shapeOf(type: GraphQLOutputType, fieldsAt: FieldsAt, place: FieldPlace, schema: GraphQLSchema): Shape {
  if (isNonNullType(type)) return { kind: 'nonNull', of: shapeOf(type.ofType, fieldsAt, place, schema), place };
  if (isListType(type)) return { kind: 'list', of: shapeOf(type.ofType, fieldsAt, place, schema), place };
  if (isLeafType(type)) return { kind: 'leaf', type, place };
  if (isAbstractType(type)) return abstractShape(type, fieldsAt, place, schema);
  return { kind: 'object', type: type.name, fields: fieldsAt(type)!, place };
}

function abstractShape(
  type: GraphQLInterfaceType | GraphQLUnionType,
  fieldsAt: FieldsAt,
  place: FieldPlace,
  schema: GraphQLSchema,
): AbstractShape {
  const objects = new Map<unknown, GraphQLObjectType>(schema.getPossibleTypes(type).map(one => [one.name, one]));
  const known = new Map<unknown, readonly ShapeField[]>();
  return {
    kind: 'abstract',
    type: type.name,
    fieldsOf(name) {
      const object = objects.get(name);
      if (object === undefined) return undefined;
      const fields = known.get(name) ?? fieldsAt(object)!;
      known.set(name, fields);
      return fields;
    },
    shared: isInterfaceType(type) ? fieldsAt(type) : undefined,
    place,
  };
}

/** Whether a type condition holds for an object of this type. */
export function appliesTo(type: Owner, { schema }: ShapeScope): (condition: string) => Applies {
  return condition => typeApplies(schema, type, condition);
}

function typeApplies(schema: GraphQLSchema, type: Owner, condition: string): Applies {
  if (type.name === condition) return 'yes';
  const other = schema.getType(condition) as GraphQLCompositeType;
  if (!isInterfaceType(type)) return isAbstractType(other) && schema.isSubType(other, type) ? 'yes' : 'no';
  const possible = schema.getPossibleTypes(type);
  const holds = possible.filter(one => one === other || (isAbstractType(other) && schema.isSubType(other, one)));
  if (holds.length === 0) return 'no';
  // Even where every type satisfies it, the fields of a narrower condition are not the interface's own.
  const isWider = isAbstractType(other) && (isUnionType(other) || schema.isSubType(other, type));
  return isWider && holds.length === possible.length ? 'yes' : 'maybe';
}
