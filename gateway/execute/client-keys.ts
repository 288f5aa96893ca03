import { type FieldNode, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { directivesOf } from '../limit/cost/schema-directives.ts';

/**
 * The client may call one field by the name of another (`{ id: kind }`), where the plan needs the other one under its own
 * name to find entities. So inside a plan such aliases carry a prefix; answers and error paths never show it.
 */
const prefix = '_as_';

export interface PlanNames {
  /** Every field name of a schema: the aliases that need the prefix. */
  readonly fields: ReadonlySet<string>;
  /**
   * Fields with arguments that some @requires asks for: the plan needs them with arguments of its own, so that the client's
   * always carry the prefix.
   */
  readonly required: ReadonlySet<string>;
}

/** Reads the names from a supergraph. */
export function planNames(supergraph: GraphQLSchema): PlanNames {
  const fields = new Set<string>();
  const withArguments = new Set<string>();
  const words = new Set<unknown>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      fields.add(field.name);
      if (field.args.length > 0) withArguments.add(field.name);
      for (const { requires } of directivesOf(field, 'join__field')) {
        if (typeof requires === 'string') for (const word of requires.match(/\w+/g) ?? []) words.add(word);
      }
    }
  }
  return { fields, required: new Set([...withArguments].filter(name => words.has(name))) };
}

/** The key under which the plan fetches a field; types are always fetched as `__typename`. */
export function planKey(field: FieldNode, names: PlanNames): string {
  const name = field.name.value;
  const alias = field.alias?.value ?? name;
  if (name === '__typename') return name;
  if (names.required.has(name)) return prefix + alias;
  if (alias === name) return name;
  return names.fields.has(alias) || alias.startsWith('_') ? prefix + alias : alias;
}

/** The client's key for a key of the plan. */
export function clientKey(key: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}
