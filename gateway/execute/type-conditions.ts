import { type GraphQLSchema, getNamedType, isInterfaceType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import { directivesOf } from '../limit/cost/schema-directives.ts';

/** What departments may require of an entity beside its keys. */
export interface RequirableField {
  readonly isNullable: boolean;
  /** The named type of its values. */
  readonly type: string;
}

/** Which type names satisfy a type condition, and their fields, in the whole supergraph (what is inaccessible included). */
export class TypeConditions {
  readonly #satisfying = new Map<string, ReadonlySet<string>>();
  readonly #objects = new Set<string>();

  readonly #schema: GraphQLSchema;

  /** `schema` with its join directives. */
  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
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

  /** Undefined for a key, and for what is no field of the type. */
  requirement(typename: string | undefined, field: string): RequirableField | undefined {
    const type = typename === undefined ? undefined : this.#schema.getType(typename);
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const known = type.getFields()[field];
    const isKey = directivesOf(type, 'join__type').some(
      ({ key }) => typeof key === 'string' && key.match(/\w+/g)?.includes(field),
    );
    if (known === undefined || isKey) return undefined;
    return { isNullable: !isNonNullType(known.type), type: getNamedType(known.type).name };
  }

  /** False for an interface: the name that a department with @interfaceObject gives, which says less. */
  isConcrete(typename: unknown): boolean {
    return this.#objects.has(typename as string);
  }
}
