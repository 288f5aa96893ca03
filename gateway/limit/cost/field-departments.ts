import { type GraphQLInterfaceType, type GraphQLObjectType, isObjectType } from 'graphql';
import { directivesOf } from './schema-directives.ts';

/** The departments (names in join__Graph) that can resolve a field, by the join directives of a supergraph. */
export function fieldDepartments(type: GraphQLObjectType | GraphQLInterfaceType, field: string): string[] {
  const joins = directivesOf(type.getFields()[field] ?? {}, 'join__field').filter(
    ({ external, usedOverridden }) => external !== true && usedOverridden !== true,
  );
  const named = graphsOf(joins);
  if (named.length > 0) return named;
  // Joined without a department: it comes from an @interfaceObject, whose interface names the department.
  if (joins.length > 0 && isObjectType(type)) {
    const inherited = type
      .getInterfaces()
      .filter(one => one.getFields()[field])
      .flatMap(one => fieldDepartments(one, field));
    if (inherited.length > 0) return inherited;
  }
  return graphsOf(directivesOf(type, 'join__type'));
}

function graphsOf(joins: readonly Record<string, unknown>[]): string[] {
  return joins.flatMap(({ graph }) => (typeof graph === 'string' ? [graph] : []));
}
