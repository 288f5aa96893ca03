import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { type PlanNames, planKey } from './client-keys.ts';
import { type Applies, collectFields } from './collect-fields.ts';
import { completeLeaf } from './complete-leaf.ts';
import type { Execution } from './execution.ts';
import { type Row, isRow, typenameOf } from './response.ts';
import { type Complete, type FieldPlace, type Walk, tell, tellInvalid, tellMissing } from './walk.ts';

/** Makes the client's answer of what the departments brought. */
export interface Projection {
  project(execution: Execution): Row | null;
  /** Whether a null in one of these root fields (keys of the plan) has risen to the root, so that there will be no data. */
  isLost(execution: Execution, keys: readonly string[]): boolean;
}

/** What the projection of one operation rests on, for one set of values of its @skip and @include variables. */
interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly planNames: PlanNames;
  readonly conditions: Row;
}

interface Field extends FieldPlace {
  readonly key: string;
  /** Known without asking a department. */
  readonly isLocal?: true;
  readonly complete: Complete;
}

/** Compiles the client's selection. */
export function compileProjection(operation: OperationDefinitionNode, scope: Scope): Projection {
  const root = scope.schema.getRootType(operation.operation)!;
  const fields = compileFields([operation.selectionSet], root, scope)!;
  const complete = completeObject(fields);
  const isNonNull = ({ node }: Field): boolean => isNonNullType(root.getFields()[node.name.value]?.type);
  const rising = new Map(fields.filter(isNonNull).map(field => [field.planKey, completeObject([field])]));
  return {
    isLost({ data, errors, failures }, keys) {
      return keys.some(key => rising.get(key)?.(data, { errors, failures, path: [], depth: 0 }) === null);
    },
    project({ data, errors, failures }) {
      const answer = complete(data, { errors, failures, path: [], depth: 0 });
      for (const { told, message, code, service } of failures.all) {
        if (!told) errors.add({ message, extensions: { code, service } });
      }
      return (answer as Row | undefined) ?? null;
    },
  };
}

/** The fields of an object of this type; undefined when they depend on a runtime type that is not known. */
function compileFields(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLObjectType | GraphQLInterfaceType,
  scope: Scope,
): Field[] | undefined {
  const applies = (condition: string) => typeApplies(scope.schema, type, condition);
  const collected = collectFields(selectionSets, { ...scope, applies });
  if (collected === undefined) return undefined;
  const fields: Field[] = [];
  for (const [key, nodes] of collected) {
    const node = nodes[0]!;
    if (node.name.value === '__typename' && isInterfaceType(type)) return undefined;
    fields.push(compileField(key, node, nodes, type, scope));
  }
  return fields;
}

function compileField(
  key: string,
  node: FieldNode,
  nodes: readonly FieldNode[],
  type: GraphQLObjectType | GraphQLInterfaceType,
  scope: Scope,
): Field {
  const name = node.name.value;
  const place = { node, name: `${type.name}.${name}`, planKey: planKey(node, scope.planNames) };
  if (name === '__typename') return { ...place, key, isLocal: true, complete: () => type.name };
  // Introspection is answered before, under the client's keys.
  if (name === '__schema' || name === '__type') return { ...place, key, planKey: key, complete: value => value };
  const selectionSets = nodes.flatMap(one => one.selectionSet ?? []);
  return { ...place, key, complete: completeValue(type.getFields()[name]!.type, selectionSets, place, scope) };
}

function typeApplies(
  schema: GraphQLSchema,
  type: GraphQLObjectType | GraphQLInterfaceType,
  condition: string,
): Applies {
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

function completeValue(
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
  place: FieldPlace,
  scope: Scope,
): Complete {
  if (isNonNullType(type)) return completeNonNull(completeValue(type.ofType, selectionSets, place, scope), place);
  const complete = isListType(type)
    ? completeList(completeValue(type.ofType, selectionSets, place, scope), place)
    : isLeafType(type)
      ? completeLeaf(type, place)
      : isAbstractType(type)
        ? completeAbstract(type, selectionSets, place, scope)
        : completeRow(compileFields(selectionSets, type, scope)!, place, type.name);
  return (value, walk) => (value === null || value === undefined ? null : complete(value, walk));
}

function completeNonNull(complete: Complete, place: FieldPlace): Complete {
  return (value, walk) => {
    const completed = complete(value, walk);
    if (completed !== null) return completed;
    tell(walk, place, {
      message: `Cannot return null for non-nullable field ${place.name}.`,
      extensions: { code: 'UNEXPECTED_NULL' },
    });
    return undefined;
  };
}

function completeList(complete: Complete, place: FieldPlace): Complete {
  return (value, walk) => {
    if (!Array.isArray(value)) return tellInvalid(walk, place, 'a list');
    const items: unknown[] = Array.from({ length: value.length });
    const depth = walk.depth++;
    let isWhole = true;
    for (let index = 0; index < value.length; index++) {
      walk.path[depth] = index;
      const item = complete(value[index], walk);
      if (item === undefined) {
        isWhole = false;
        break;
      }
      items[index] = item;
    }
    walk.depth = depth;
    return isWhole ? items : null;
  };
}

/** `type`: the name that the object must have where it tells one; without it any is taken. */
function completeRow(fields: readonly Field[], place: FieldPlace, type?: string): Complete {
  const complete = completeObject(fields);
  return (value, walk) => {
    if (!isRow(value)) return tellInvalid(walk, place, 'an object');
    const name = typenameOf(value);
    if (name !== type && name !== undefined && type !== undefined) return tellInvalid(walk, place, `a ${type}`);
    return complete(value, walk);
  };
}

function completeObject(fields: readonly Field[]): Complete {
  return (value, walk) => {
    const row = value as Row;
    const out: Row = {};
    const depth = walk.depth++;
    let isWhole = true;
    for (const field of fields) {
      walk.path[depth] = field.key;
      const known = row[field.planKey];
      if (known === undefined && !field.isLocal && walk.failures.all.size > 0) tellMissing(walk, row, field);
      const completed = field.complete(known, walk);
      if (completed === undefined) {
        isWhole = false;
        break;
      }
      out[field.key] = completed;
    }
    walk.depth = depth;
    return isWhole ? out : null;
  };
}

function completeAbstract(
  type: Extract<GraphQLCompositeType, { resolveType: unknown }>,
  selectionSets: readonly SelectionSetNode[],
  place: FieldPlace,
  scope: Scope,
): Complete {
  const byName = new Map<unknown, Complete>();
  const objects = new Map(scope.schema.getPossibleTypes(type).map(one => [one.name, one]));
  const unknownFields = isInterfaceType(type) ? compileFields(selectionSets, type, scope) : undefined;
  const unknownType = unknownFields && completeRow(unknownFields, place);

  return (value, walk) => {
    if (!isRow(value)) return tellInvalid(walk, place, 'an object');
    const name = typenameOf(value);
    const known = byName.get(name);
    if (known) return known(value, walk);
    const object = objects.get(name as string);
    if (object) {
      const complete = completeObject(compileFields(selectionSets, object, scope)!);
      byName.set(name, complete);
      return complete(value, walk);
    }
    // Without a type, or with the interface's own name (which @interfaceObject gives), what all types share can be told.
    if (unknownType && (name === undefined || name === type.name)) return unknownType(value, walk);
    return tellUntyped(walk, value, place, type.name);
  };
}

function tellUntyped(walk: Walk, row: Row, place: FieldPlace, type: string): null {
  tellMissing(walk, row, { ...place, planKey: '__typename' });
  return tellInvalid(walk, place, `an object that is a ${type}`);
}
