import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  isObjectType,
  parse,
  print,
} from 'graphql';
import { directivesOf } from './limit/cost/schema-directives.ts';
import { visitObjectFields } from './object-fields.ts';

/** By `Type.field`: the arguments with which it is required. */
type Requirements = Map<string, Set<string>>;

/**
 * Fields that require one field with different arguments. Where an operation asks for both, the planner may tell a department
 * the value that was asked for another, or end the process.
 */
export class ConflictingRequirements {
  readonly #schema: GraphQLSchema;
  /** By `Type.field`: what it requires, also in turn. Empty where no two fields of the graph conflict. */
  readonly #requirements: ReadonlyMap<string, Requirements>;

  /** `supergraph` with its join directives. */
  constructor(supergraph: GraphQLSchema) {
    this.#schema = supergraph;
    const own = new Map<string, Requirements>();
    for (const type of Object.values(supergraph.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const { name } of Object.values(type.getFields())) {
        const requirements = requirementsOf(supergraph, type, name);
        if (requirements.size > 0) own.set(`${type.name}.${name}`, requirements);
      }
    }
    const all: Requirements = new Map();
    for (const requirements of own.values()) addAll(all, requirements);
    this.#requirements = firstConflict(all) === undefined ? new Map() : own;
  }

  /** The first field, as `Type.field`, that an operation would require with different arguments. */
  find(document: DocumentNode): string | undefined {
    if (this.#requirements.size === 0) return undefined;
    const asked = new Set<string>();
    visitObjectFields(this.#schema, document, name => asked.add(name));
    const required: Requirements = new Map();
    // The set grows by what is required in turn.
    for (const name of asked) {
      const requirements = this.#requirements.get(name);
      if (requirements === undefined) continue;
      addAll(required, requirements);
      for (const one of requirements.keys()) asked.add(one);
    }
    return firstConflict(required);
  }
}

function requirementsOf(schema: GraphQLSchema, type: GraphQLObjectType, field: string): Requirements {
  const requirements: Requirements = new Map();
  for (const { requires } of directivesOf(type.getFields()[field]!, 'join__field')) {
    if (typeof requires !== 'string') continue;
    const [operation] = parse(`{ ${requires} }`, { noLocation: true }).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) continue;
    const see = (name: string, node: FieldNode): void =>
      addAll(requirements, new Map([[name, new Set([argumentsOf(node)])]]));
    visitObjectFields(schema, operation.selectionSet, see, type);
  }
  return requirements;
}

function argumentsOf({ arguments: args = [] }: FieldNode): string {
  return args.map(print).toSorted().join(', ');
}

function addAll(into: Requirements, more: Requirements): void {
  for (const [name, args] of more) into.set(name, new Set([...(into.get(name) ?? []), ...args]));
}

function firstConflict(requirements: Requirements): string | undefined {
  for (const [name, args] of requirements) if (args.size > 1) return name;
  return undefined;
}
