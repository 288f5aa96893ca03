import {
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  Kind,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import { directivesOf } from '../limit/cost/schema-directives.ts';
import { type AuthDirectives, ownRequirement } from './auth-directives.ts';
import { type Requirement, allOf, implies, isNothing, nothing } from './requirement.ts';

/**
 * What each field of an object type asks for, as `Type.field`; fields open to all are left out. A field asks for what its directives
 * say, and those of its type, of the type that it leads to, of the interfaces of both, and of every field that its @requires reads.
 */
export function fieldRequirements(
  supergraph: GraphQLSchema,
  directives: AuthDirectives,
): ReadonlyMap<string, Requirement> {
  const found = new Map<string, Requirement>();
  if (directives.size === 0) return found;
  const reader = new Reader(supergraph, directives);
  // One object for all that ask for the same, so that it is decided once a request.
  const known = new Map<string, Requirement>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const name of Object.keys(type.getFields())) {
      const requirement = reader.ofField(type, name);
      if (isNothing(requirement)) continue;
      const key = JSON.stringify(requirement);
      known.set(key, known.get(key) ?? requirement);
      found.set(`${type.name}.${name}`, known.get(key)!);
    }
  }
  return found;
}

class Reader {
  readonly #schema: GraphQLSchema;
  readonly #directives: AuthDirectives;
  readonly #known = new Map<string, Requirement>();

  constructor(schema: GraphQLSchema, directives: AuthDirectives) {
    this.#schema = schema;
    this.#directives = directives;
  }

  ofField(type: GraphQLObjectType, name: string): Requirement {
    const coordinate = `${type.name}.${name}`;
    const known = this.#known.get(coordinate);
    if (known) return known;
    // Holds while it is worked out, against fields that require each other.
    this.#known.set(coordinate, nothing);
    const field = type.getFields()[name]!;
    const leadsTo = getNamedType(field.type);
    const interfaces = type.getInterfaces().filter(one => name in one.getFields());
    const requirement = allOf([
      this.#ofType(type),
      this.#own(field),
      isObjectType(leadsTo) ? this.#ofType(leadsTo) : this.#ofNamed(leadsTo),
      ...interfaces.map(one => this.#ofInterfaceField(one, name)),
      ...[field, ...interfaces.map(one => one.getFields()[name]!)]
        .flatMap(one => directivesOf(one, 'join__field'))
        .flatMap(({ requires }) =>
          typeof requires === 'string' ? [this.#ofSelection(selectionOf(requires), type)] : [],
        ),
    ]);
    this.#known.set(coordinate, requirement);
    return requirement;
  }

  #own(node: Parameters<typeof ownRequirement>[0]): Requirement {
    return ownRequirement(node, this.#directives);
  }

  #ofType(type: GraphQLObjectType): Requirement {
    return allOf([this.#own(type), ...type.getInterfaces().map(one => this.#ofNamed(one))]);
  }

  #ofNamed(type: GraphQLNamedType): Requirement {
    if (!isInterfaceType(type)) return this.#own(type);
    return beyond(
      this.#own(type),
      this.#schema.getPossibleTypes(type).map(one => this.#own(one)),
    );
  }

  #ofInterfaceField(type: GraphQLInterfaceType, name: string): Requirement {
    const objects = this.#schema.getPossibleTypes(type);
    return beyond(
      this.#own(type.getFields()[name]!),
      objects.map(one => allOf([this.#own(one), this.#own(one.getFields()[name] ?? {})])),
    );
  }

  /** What a @requires reads, wherever it may lead. */
  #ofSelection({ selections }: SelectionSetNode, type: GraphQLCompositeType): Requirement {
    const parts = selections.flatMap(selection => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || (selection.kind === Kind.FIELD && isMeta(selection.name.value))) {
        return [];
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = selection.typeCondition ? this.#schema.getType(selection.typeCondition.name.value) : type;
        return isCompositeType(inner) ? [this.#ofSelection(selection.selectionSet, inner)] : [];
      }
      const { name, selectionSet } = selection;
      return this.#objectsOf(type).flatMap(object => {
        const field = object.getFields()[name.value];
        if (field === undefined) return [];
        const inner = getNamedType(field.type);
        const below = selectionSet && isCompositeType(inner) ? [this.#ofSelection(selectionSet, inner)] : [];
        return [this.ofField(object, name.value), ...below];
      });
    });
    return allOf(parts);
  }

  #objectsOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isInterfaceType(type) || isUnionType(type) ? this.#schema.getPossibleTypes(type) : [type];
  }
}

/**
 * What an interface asks for beside its objects. Composers write at an interface the sum of what its objects ask for, and then it
 * adds nothing; whatever else stands there, every object asks for.
 */
function beyond(own: Requirement, objects: readonly Requirement[]): Requirement {
  return implies(allOf(objects), own) ? nothing : own;
}

function isMeta(name: string): boolean {
  return name.startsWith('__');
}

function selectionOf(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION
    ? definition.selectionSet
    : { kind: Kind.SELECTION_SET, selections: [] };
}
