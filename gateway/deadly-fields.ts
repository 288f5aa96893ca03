import { type DocumentNode, type GraphQLSchema, isObjectType } from 'graphql';
import { directivesOf } from './limit/cost/schema-directives.ts';
import { visitObjectFields } from './object-fields.ts';

/**
 * Fields at which the planner ends the process instead of refusing the operation: those with @requires of a department
 * that knows several keys of the type, and those that require them in turn.
 */
export class DeadlyFields {
  readonly #schema: GraphQLSchema;
  /** `Type.field`. */
  readonly #fields = new Set<string>();

  /** `supergraph` with its join directives. */
  constructor(supergraph: GraphQLSchema) {
    this.#schema = supergraph;
    for (const type of Object.values(supergraph.getTypeMap())) {
      if (!isObjectType(type)) continue;
      const graphs = directivesOf(type, 'join__type').flatMap(({ graph, key }) => (key === undefined ? [] : [graph]));
      const several = new Set(graphs.filter((graph, index) => graphs.indexOf(graph) !== index));
      const deadly = new Set<string>();
      for (let before = -1; before !== deadly.size;) {
        before = deadly.size;
        for (const field of Object.values(type.getFields())) {
          for (const { graph, requires } of directivesOf(field, 'join__field')) {
            if (typeof requires !== 'string') continue;
            if (several.has(graph) || requires.match(/\w+/g)?.some(word => deadly.has(word))) deadly.add(field.name);
          }
        }
      }
      for (const field of deadly) this.#fields.add(`${type.name}.${field}`);
    }
  }

  /** The first such field that an operation asks for. */
  find(document: DocumentNode): string | undefined {
    if (this.#fields.size === 0) return undefined;
    let found: string | undefined;
    visitObjectFields(this.#schema, document, name => {
      if (this.#fields.has(name)) found ??= name;
    });
    return found;
  }
}
