import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  Kind,
  visit,
} from 'graphql';
import type { Row } from '../response.ts';

/** A fragment that may be deferred. */
export type FragmentNode = FragmentSpreadNode | InlineFragmentNode;

/** A deferred fragment as it stands at one place of the answer's shape. */
export interface DeferUsage {
  readonly node: FragmentNode;
  /** The deferred fragment around it. */
  readonly parent: DeferUsage | undefined;
}

const deferDirective = new GraphQLDirective({
  name: 'defer',
  description: 'The fragment may come after the rest of the answer, to a client that takes several parts.',
  locations: [DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
  args: {
    if: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: true },
    label: { type: GraphQLString },
  },
});

/** A schema in which clients may defer fragments. */
export function withDefer(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const others = config.directives.filter(({ name }) => name !== deferDirective.name);
  return new GraphQLSchema({ ...config, directives: [...others, deferDirective] });
}

function directiveOf(node: FragmentNode): DirectiveNode | undefined {
  return node.directives?.find(({ name }) => name.value === deferDirective.name);
}

/** Whether anything in an operation asks to be deferred. */
export function usesDefer(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): boolean {
  let found = false;
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] },
    {
      Directive({ name }) {
        found ||= name.value === deferDirective.name;
      },
    },
  );
  return found;
}

/** Whether a fragment asks to be deferred, by the values of the variables in its `if`. */
export function isDeferred(node: FragmentNode, conditions: Row): boolean {
  const directive = directiveOf(node);
  if (directive === undefined) return false;
  const value = directive.arguments?.find(one => one.name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return conditions[value.name.value] === true;
  return value?.kind !== Kind.BOOLEAN || value.value;
}

/** The client's name for a deferred fragment. */
export function labelOf(node: FragmentNode): string | undefined {
  const value = directiveOf(node)?.arguments?.find(one => one.name.value === 'label')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
