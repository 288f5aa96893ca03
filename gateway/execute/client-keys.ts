import { type FieldNode, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

/**
 * The client may call one field by the name of another (`{ id: kind }`), where the plan needs the other one under its own
 * name to find entities. So inside a plan such aliases carry a prefix; answers and error paths never show it.
 */
const prefix = '_as_';

/** Every field name of a schema: the aliases that need the prefix. */
export function fieldNames(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type)) for (const name of Object.keys(type.getFields())) names.add(name);
  }
  return names;
}

/** The key under which the plan fetches a field; types are always fetched as `__typename`. */
export function planKey(field: FieldNode, names: ReadonlySet<string>): string {
  const name = field.name.value;
  const alias = field.alias?.value ?? name;
  if (name === '__typename' || alias === name) return name;
  return names.has(alias) || alias.startsWith('_') ? prefix + alias : alias;
}

/** The client's key for a key of the plan. */
export function clientKey(key: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}
