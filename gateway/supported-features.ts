import { type ConstDirectiveNode, type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import { operatorError } from '../lib/kernel/coded-error.ts';
import { isEnforced } from './rights/index.ts';

const apollo = 'https://specs.apollo.dev/';

/** Specifications that this gateway fulfils, of those on which the answers or their safety rest. */
const fulfilled = new Set(
  ['link/v1.0', 'join/v0.3', 'join/v0.4', 'join/v0.5', 'inaccessible/v0.1', 'inaccessible/v0.2'].map(
    one => apollo + one,
  ),
);
/** Those that it does not fulfil, or in one version only, whether or not the supergraph says that they matter. */
const refused = ['authenticated', 'requiresScopes', 'policy', 'context', 'connect', 'source'];

/**
 * Throws SUPERGRAPH_UNSUPPORTED for a supergraph by a specification that this gateway would pass over in silence, though the
 * safety or the execution of operations rests on it. Specifications are known by their address, whatever they are called here.
 */
export function checkFeatures({ astNode, extensionASTNodes }: GraphQLSchema): void {
  const nodes = [...(astNode ? [astNode] : []), ...extensionASTNodes];
  for (const directive of nodes.flatMap(node => node.directives ?? [])) {
    const { url, for: purpose, as, import: imports } = argumentsOf(directive);
    if (typeof url !== 'string') continue;
    if (isEnforced(url)) continue;
    const isRefused = refused.some(name => url.startsWith(`${apollo}${name}/`));
    if (isRefused || (purpose !== undefined && !fulfilled.has(url))) throw unsupported(url);
    // What is hidden is looked for by its own name.
    const isRenamed = as !== undefined || (Array.isArray(imports) && imports.some(one => typeof one === 'object'));
    if (purpose !== undefined && isRenamed) throw unsupported(`${url} under another name`);
  }
}

function argumentsOf({ arguments: args = [] }: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(args.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function unsupported(got: string): Error {
  return operatorError('SUPERGRAPH_UNSUPPORTED', {
    expected: 'a supergraph by specifications that this gateway fulfils',
    got: `one that rests on ${got}`,
    todo: 'leave its directives out of the schemas (docs/supergraph.md) and compose again',
  });
}
