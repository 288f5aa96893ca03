import { type ConstDirectiveNode, type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import { operatorError } from '../../lib/kernel/coded-error.ts';
import { isRow } from '../execute/response.ts';
import { type Alternatives, type Requirement, allOf, nothing } from './requirement.ts';

const apollo = 'https://specs.apollo.dev/';

/** The specifications of authorization that this gateway enforces; each defines one directive, named as it is. */
const specifications = ['authenticated', 'requiresScopes', 'policy'] as const;
type Specification = (typeof specifications)[number];

/** Which directives of a supergraph are those of authorization, by the name that they have there. */
export type AuthDirectives = ReadonlyMap<string, Specification>;

/** Whether a specification is one of authorization, in a version that is enforced. */
export function isEnforced(url: string): boolean {
  return specificationOf(url) !== undefined;
}

function specificationOf(url: unknown): Specification | undefined {
  return specifications.find(one => url === `${apollo}${one}/v0.1`);
}

/**
 * Finds them by the addresses in @link, whatever they are called. A directive by one of their names that no @link explains is
 * refused: somebody meant it to protect. Throws SUPERGRAPH_UNSUPPORTED.
 */
export function authDirectives(supergraph: GraphQLSchema): AuthDirectives {
  const found = new Map<string, Specification>();
  for (const link of linksOf(supergraph)) {
    const { url, as, import: imports } = argumentsOf(link);
    const specification = specificationOf(url);
    if (specification === undefined) continue;
    const space = typeof as === 'string' ? as : specification;
    found.set(space, specification).set(`${space}__${specification}`, specification);
    for (const one of Array.isArray(imports) ? imports : []) {
      const { name = one, as: other = name } = isRow(one) ? one : {};
      if (name === `@${specification}`) found.set(String(other).replace(/^@/, ''), specification);
    }
  }
  for (const { name } of supergraph.getDirectives()) {
    const own = name.split('__').at(-1)!;
    if (!found.has(name) && specifications.some(one => one === own)) throw unexplained(name);
  }
  return found;
}

function linksOf({ astNode, extensionASTNodes }: GraphQLSchema): ConstDirectiveNode[] {
  const nodes = [...(astNode ? [astNode] : []), ...extensionASTNodes];
  // Known by their addresses: @link itself may have another name.
  return nodes.flatMap(node => node.directives ?? []);
}

/** A type or a field of the supergraph, with its extensions. */
interface Annotated {
  readonly astNode?: unknown;
  readonly extensionASTNodes?: readonly unknown[];
}

/** What the directives of a type or field ask for. */
export function ownRequirement({ astNode, extensionASTNodes = [] }: Annotated, known: AuthDirectives): Requirement {
  const nodes = [astNode, ...extensionASTNodes] as ({ readonly directives?: readonly ConstDirectiveNode[] } | null)[];
  return allOf(nodes.flatMap(node => node?.directives ?? []).map(directive => requirementOf(directive, known)));
}

function requirementOf(directive: ConstDirectiveNode, known: AuthDirectives): Requirement {
  const { scopes, policies } = argumentsOf(directive);
  switch (known.get(directive.name.value)) {
    case 'authenticated':
      return { authenticated: true };
    case 'requiresScopes':
      return { authenticated: false, scopes: alternatives(scopes) };
    case 'policy':
      return { authenticated: false, policies: alternatives(policies) };
    case undefined:
      return nothing;
  }
}

/** Text that cannot be read asks for what nobody has. */
function alternatives(value: unknown): Alternatives {
  const lists = Array.isArray(value) ? (value as unknown[]) : [];
  return lists.filter(words => Array.isArray(words) && words.every(word => typeof word === 'string')) as string[][];
}

function argumentsOf({ arguments: args = [] }: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(args.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function unexplained(name: string): Error {
  return operatorError('SUPERGRAPH_UNSUPPORTED', {
    expected: `@${name} to be explained by a @link to ${apollo}`,
    got: 'none, so that it would protect nothing',
    todo: 'link the specification that it is of, or rename the directive',
  });
}
