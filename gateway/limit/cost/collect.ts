import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';
import type { Amount } from './estimate.ts';

/** The selections of an object, sorted by what they depend on. */
export interface Collected {
  /** Asked for whatever the object is, merged by response key. */
  readonly fields: Map<string, FieldNode[]>;
  /** Asked for where the object is of a narrower type. */
  readonly narrower: Map<string, SelectionSetNode[]>;
  /** Asked for where @skip and @include let it: how often (0 or 1), and what. */
  readonly conditional: { readonly amount: Amount; readonly selection: SelectionNode }[];
  /** Fragments that may come later; each is told of by itself, for every object. */
  deferred: number;
}

export interface CollectScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

export function collect(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  { schema, fragments }: CollectScope,
): Collected {
  const collected: Collected = { fields: new Map(), narrower: new Map(), conditional: [], deferred: 0 };
  const seen = new Set<string>();
  const into = (selection: SelectionNode): void => {
    if (selection.directives?.some(({ name }) => name.value === 'defer')) collected.deferred += 1;
    const condition = conditionOf(selection.directives ?? []);
    if (condition !== undefined) {
      const free = { ...selection, directives: (selection.directives ?? []).filter(one => !isCondition(one)) };
      collected.conditional.push({ amount: condition, selection: free });
      return;
    }
    if (selection.kind === Kind.FIELD) {
      append(collected.fields, (selection.alias ?? selection.name).value, selection);
      return;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (seen.has(selection.name.value)) return;
      seen.add(selection.name.value);
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    const narrowed = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    if (!isCompositeType(narrowed) || narrowed === type || isWider(schema, narrowed, type))
      fragment.selectionSet.selections.forEach(into);
    else append(collected.narrower, narrowed.name, fragment.selectionSet);
  };
  for (const { selections } of selectionSets) selections.forEach(into);
  return collected;
}

function isWider(schema: GraphQLSchema, wide: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  return isAbstractType(wide) && !isUnionType(type) && schema.isSubType(wide, type);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** 1 where @skip and @include let a selection be, else 0; undefined without them. */
function conditionOf(directives: readonly DirectiveNode[]): Amount | undefined {
  const conditions = directives.filter(isCondition);
  if (conditions.length === 0) return undefined;
  return variables => {
    const holds = conditions.every(({ name, arguments: args }) => {
      const value = args?.find(one => one.name.value === 'if')?.value;
      const isTrue =
        value?.kind === Kind.VARIABLE
          ? variables[value.name.value] === true
          : value?.kind === Kind.BOOLEAN && value.value;
      return isTrue === (name.value === 'include');
    });
    return holds ? 1 : 0;
  };
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}
