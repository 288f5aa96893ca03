import { type GraphQLSchema, isInterfaceType, isObjectType, isUnionType } from 'graphql';

/** Which type names satisfy a type condition, in the whole supergraph (inaccessible types included). */
export class TypeConditions {
  readonly #satisfying = new Map<string, ReadonlySet<string>>();
  readonly #objects = new Set<string>();

  constructor(schema: GraphQLSchema) {
    for (const type of Object.values(schema.getTypeMap())) {
      if (isObjectType(type)) {
        this.#objects.add(type.name);
        this.#satisfying.set(type.name, new Set([type.name]));
      } else if (isInterfaceType(type)) {
        const { objects, interfaces } = schema.getImplementations(type);
        this.#satisfying.set(type.name, new Set([type, ...objects, ...interfaces].map(one => one.name)));
      } else if (isUnionType(type)) {
        this.#satisfying.set(type.name, new Set([type, ...type.getTypes()].map(one => one.name)));
      }
    }
  }

  satisfies(typename: unknown, condition: unknown): boolean {
    return typename === condition || (this.#satisfying.get(condition as string)?.has(typename as string) ?? false);
  }

  /** Whether one object may have both names: one is the other, or a kind of the other. Not told is no contradiction. */
  agree(known: unknown, told: unknown): boolean {
    if (known === told || known === undefined || told === undefined) return true;
    return this.satisfies(known, told) || this.satisfies(told, known);
  }

  /** False for an interface: the name that a department with @interfaceObject gives, which says less. */
  isConcrete(typename: unknown): boolean {
    return this.#objects.has(typename as string);
  }
}
