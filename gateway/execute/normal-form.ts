import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Denied } from '../rights/index.ts';
import { LimitExceeded } from '../limit/limit-exceeded.ts';
import { type PlanNames, planKey } from './client-keys.ts';
import { isIncluded } from './collect-fields.ts';
import type { Row } from './response.ts';

export interface NormalScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly planNames: PlanNames;
  /** Values of the variables that @skip and @include use. */
  readonly conditions: Row;
  /** What who asks is not given, and no department is asked for. Default: nothing. */
  readonly denied?: Denied;
  /** Fragments that are left out. Default: none. */
  readonly leavesOut?: (fragment: FragmentSpreadNode | InlineFragmentNode) => boolean;
  /** Fields that the normal form may have. */
  readonly maxFields: number;
}

type Fields = Map<string, FieldNode[]>;
type Objects = readonly GraphQLObjectType[];

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * What the planner is asked: the operation without named fragments, conditions and what cannot apply; fields under one key
 * merged; and fragments on types only where they narrow. The planner fails on some operations, and on a few ends the
 * process, when it has to find that out itself. Each mutation is a document of its own, because the planner would read what
 * one of them answers after the next has changed it. Empty when no department is needed. Throws LimitExceeded.
 */
export function normalForm(operation: OperationDefinitionNode, scope: NormalScope): DocumentNode[] {
  const root = scope.schema.getRootType(operation.operation)!;
  const fields = collect([operation.selectionSet], root, scope).get(root) ?? new Map<string, FieldNode[]>();
  for (const [key, [node]] of fields) if (node!.name.value.startsWith('__')) fields.delete(key);
  if (fields.size === 0) return [];
  const printed = printFields(fields, root, scope, { left: scope.maxFields });
  const documents = operation.operation === 'mutation' ? printed.map(field => [field]) : [printed];
  return documents.map(selections => ({
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: setOf(selections) }],
  }));
}

function normalSet(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  scope: NormalScope,
  count: { left: number },
): SelectionSetNode {
  const selections: SelectionNode[] = [];
  for (const [owner, fields] of collect(sets, type, scope)) {
    const printed = printFields(fields, owner, scope, count);
    if (owner === type) selections.push(...printed);
    else {
      const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: owner.name } } as const;
      selections.push({ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setOf(printed) });
    }
  }
  return setOf(selections.length > 0 ? selections : [typename]);
}

/** The fields to ask for, by the type that they are asked of: the type itself, or a narrower one. */
function collect(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  scope: NormalScope,
): Map<GraphQLCompositeType, Fields> {
  const { schema, fragments, planNames, conditions, denied } = scope;
  const all = objectsOf(schema, type);
  const collected = new Map<GraphQLCompositeType, Fields>();
  const visited = new Set<string>();
  let isNarrowed = false;

  function add(node: FieldNode, owner: GraphQLCompositeType): void {
    const fields = collected.get(owner) ?? new Map<string, FieldNode[]>();
    collected.set(owner, fields);
    const key = planKey(node, planNames);
    fields.set(key, [...(fields.get(key) ?? []), node]);
  }

  /** `objects`: what the value can be here. `condition`: the type of the fragment around. */
  function walk(set: SelectionSetNode, objects: Objects, condition: GraphQLCompositeType): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const given = denied ? objects.filter(one => !denied.refusalOf(one.name, selection)) : objects;
        // Of which objects it is asked, and how far the null of the others rises, depends on their types.
        isNarrowed ||= given.length < objects.length && !isObjectType(type);
        const owners = given.length < objects.length ? given : ownersOf(selection, objects, condition);
        for (const owner of owners) add(selection, owner);
        continue;
      }
      if (scope.leavesOut?.(selection)) continue;
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const fragment = isSpread ? fragments[selection.name.value]! : selection;
      const name = fragment.typeCondition?.name.value;
      const inner = name === undefined ? condition : (schema.getType(name) as GraphQLCompositeType);
      isNarrowed ||= !isWider(schema, inner, type);
      const known = new Set(objectsOf(schema, inner));
      const both = objects.filter(one => known.has(one));
      const visit = isSpread && `${selection.name.value} ${both.map(one => one.name).join(' ')}`;
      if (both.length === 0 || (visit && visited.has(visit))) continue;
      if (visit) visited.add(visit);
      walk(fragment.selectionSet, both, inner);
    }
  }

  function ownersOf(node: FieldNode, objects: Objects, condition: GraphQLCompositeType): GraphQLCompositeType[] {
    // Types are asked for once, for all that the value can be.
    if (node.name.value === '__typename') return [type];
    const isOwner = (one: GraphQLCompositeType): boolean => {
      const among = new Set(objectsOf(schema, one));
      return hasField(one, node) && all.filter(object => among.has(object)).length === objects.length;
    };
    const owner = [type, condition].find(isOwner);
    return owner === undefined ? [...objects] : [owner];
  }

  for (const set of sets) walk(set, all, type);
  // What a fragment on a narrower type gives depends on the type.
  if (isNarrowed) add(typename, type);
  return collected;
}

function printFields(
  fields: Fields,
  owner: GraphQLCompositeType,
  scope: NormalScope,
  count: { left: number },
): FieldNode[] {
  return [...fields].map(([key, nodes]) => {
    if (count.left-- === 0) throw tooManyFields(scope.maxFields);
    const { name, arguments: args = [] } = nodes[0]!;
    const alias = key === name.value ? undefined : ({ kind: Kind.NAME, value: key } as const);
    const field: FieldNode = { kind: Kind.FIELD, name, arguments: args, ...(alias && { alias }) };
    const type = isUnionType(owner) ? undefined : getNamedType(owner.getFields()[name.value]?.type);
    if (!isCompositeType(type)) return field;
    return {
      ...field,
      selectionSet: normalSet(
        nodes.flatMap(one => one.selectionSet ?? []),
        type,
        scope,
        count,
      ),
    };
  });
}

function tooManyFields(limit: number): LimitExceeded {
  const todo = 'use fewer fragments on interfaces inside each other';
  return new LimitExceeded('TOO_MANY_SELECTIONS', 'fields, each counted for every type it may be of', 'more', todo, {
    limit,
  });
}

function hasField(type: GraphQLCompositeType, { name }: FieldNode): boolean {
  return !isUnionType(type) && name.value in type.getFields();
}

/** Whether a fragment on `other` applies to every value of `type`, as far as the schema says so. */
function isWider(schema: GraphQLSchema, other: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  if (other === type || isObjectType(type)) return true;
  return isAbstractType(other) && !isUnionType(type) && schema.isSubType(other, type);
}

function objectsOf(schema: GraphQLSchema, type: GraphQLCompositeType): Objects {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type);
}

function setOf(selections: SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
