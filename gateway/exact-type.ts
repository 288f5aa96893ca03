import {
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  TypeInfo,
  buildASTSchema,
  isObjectType,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { EntityBatchAlias, FetchRewrite, FlattenNodePathSegment, PlanNode } from './planner.ts';

/**
 * Where a department names a place without saying which kind it is (@interfaceObject), the planner finds no way to the
 * fields of one kind: `lawsuits { place { ... on Grid { households } } }`. It does find one through a field of the
 * interface. So the planner is shown such a field, which leads from a place to itself; fragments on the kinds stand
 * inside it while planning, and the finished plan is freed of it. No department and no client ever sees it.
 */
const exact = '_exact';

type Definition = InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode;

export class ExactTypes {
  /** The supergraph as the planner is to read it. */
  readonly supergraphSdl: string;
  readonly #schema: GraphQLSchema;
  /** Entity interfaces that some department knows as an @interfaceObject. */
  readonly #interfaces: ReadonlySet<string>;

  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    const fields = new Map<string, FieldDefinitionNode>();
    for (const one of document.definitions) {
      const field = one.kind === Kind.INTERFACE_TYPE_DEFINITION ? exactField(one) : undefined;
      if (one.kind === Kind.INTERFACE_TYPE_DEFINITION && field) fields.set(one.name.value, field);
    }
    const shown = fields.size > 0 ? addFields(document, fields) : document;
    this.supergraphSdl = fields.size > 0 ? print(shown) : supergraphSdl;
    this.#schema = buildASTSchema(shown, { assumeValid: true });
    this.#interfaces = new Set(fields.keys());
  }

  /** Puts fragments on the kinds of an interface inside its exact field. */
  wrap(document: DocumentNode): DocumentNode {
    if (this.#interfaces.size === 0) return document;
    const types = new TypeInfo(this.#schema);
    const conditions = new Map(
      document.definitions.flatMap(one =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.typeCondition]] : [],
      ),
    );
    const isNarrow = (selection: SelectionNode): boolean => {
      if (selection.kind === Kind.FIELD) return false;
      const condition =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition : conditions.get(selection.name.value);
      return condition !== undefined && isObjectType(this.#schema.getType(condition.name.value));
    };
    const SelectionSet = {
      leave: (node: SelectionSetNode): SelectionSetNode | undefined => {
        if (!this.#interfaces.has(types.getParentType()?.name ?? '')) return undefined;
        const narrow = node.selections.filter(isNarrow);
        if (narrow.length === 0) return undefined;
        const selectionSet = { kind: Kind.SELECTION_SET, selections: narrow } as const;
        const field: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: exact }, selectionSet };
        return { ...node, selections: [...node.selections.filter(one => !isNarrow(one)), field] };
      },
    };
    return visit(document, visitWithTypeInfo(types, { SelectionSet }));
  }
}

/** The field `_exact: I`, for an interface that is whole in some departments and an @interfaceObject in others. */
function exactField(definition: InterfaceTypeDefinitionNode): FieldDefinitionNode | undefined {
  const joins = (definition.directives ?? []).filter(one => one.name.value === 'join__type');
  const whole = joins.filter(one => argument(one, 'isInterfaceObject') === undefined);
  if (whole.length === 0 || whole.length === joins.length) return undefined;
  const graphs = whole.map(one => `@join__field(graph: ${print(argument(one, 'graph')!)})`).join(' ');
  const { definitions } = parse(`type T { ${exact}: ${definition.name.value} ${graphs} }`, { noLocation: true });
  return (definitions[0] as ObjectTypeDefinitionNode).fields![0];
}

function argument(directive: ConstDirectiveNode, name: string): ASTNode | undefined {
  return directive.arguments?.find(one => one.name.value === name)?.value;
}

function addFields(document: DocumentNode, fields: ReadonlyMap<string, FieldDefinitionNode>): DocumentNode {
  const add = <T extends Definition>(node: T): T | undefined => {
    const [field] = [node, ...(node.interfaces ?? [])].flatMap(one => fields.get(one.name.value) ?? []);
    return field && { ...node, fields: [...(node.fields ?? []), field] };
  };
  return visit(document, { InterfaceTypeDefinition: add, ObjectTypeDefinition: add });
}

/** A plan without the exact field. */
export function unwrapPlan(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return { ...node, operation: unwrapOperation(node.operation), ...unwrapRewrites(node) };
    case 'BatchFetch': {
      const aliases = node.entityBatch.aliases.map(unwrapAlias);
      return { ...node, operation: unwrapOperation(node.operation), entityBatch: { aliases } };
    }
    case 'Subscription': {
      const { primary } = node;
      const operation = unwrapOperation(primary.operation);
      return { ...node, primary: { ...primary, operation, ...unwrapRewrites(primary) } };
    }
    case 'Flatten':
      return { ...node, path: unwrapPath(node.path), node: unwrapPlan(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(unwrapPlan) };
    case 'Condition': {
      const { ifClause, elseClause, ...rest } = node;
      return {
        ...rest,
        ...(ifClause && { ifClause: unwrapPlan(ifClause) }),
        ...(elseClause && { elseClause: unwrapPlan(elseClause) }),
      };
    }
    default:
      return node;
  }
}

function unwrapAlias(alias: EntityBatchAlias): EntityBatchAlias {
  return { ...alias, paths: alias.paths.map(unwrapPath), ...unwrapRewrites(alias) };
}

function unwrapPath(path: FlattenNodePathSegment[]): FlattenNodePathSegment[] {
  return path.filter(segment => segment === '@' || !('Field' in segment) || segment.Field !== exact);
}

function unwrapRewrites({ outputRewrites }: { outputRewrites?: FetchRewrite[] }): { outputRewrites?: FetchRewrite[] } {
  if (!outputRewrites) return {};
  return {
    outputRewrites: outputRewrites.map(rewrite => {
      if (!('KeyRenamer' in rewrite)) return rewrite;
      const path = rewrite.KeyRenamer.path.filter(segment => !('Key' in segment) || segment.Key !== exact);
      return { KeyRenamer: { ...rewrite.KeyRenamer, path } };
    }),
  };
}

function unwrapOperation(operation: string): string {
  if (!operation.includes(exact)) return operation;
  const SelectionSet = {
    leave: (node: SelectionSetNode): SelectionSetNode => ({
      ...node,
      selections: node.selections.flatMap(unwrapSelection),
    }),
  };
  return stripIgnoredCharacters(print(visit(parse(operation, { noLocation: true }), { SelectionSet })));
}

function unwrapSelection(selection: SelectionNode): readonly SelectionNode[] {
  if (selection.kind !== Kind.FIELD || selection.name.value !== exact) return [selection];
  const { directives = [], selectionSet } = selection;
  return directives.length > 0
    ? [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: selectionSet! }]
    : selectionSet!.selections;
}
