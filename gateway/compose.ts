import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { type DocumentNode, type GraphQLSchema, GraphQLError, buildASTSchema, parse } from 'graphql';
import { operatorError } from '../lib/kernel/coded-error.ts';

/** A department as the composer sees it. `url` is where the gateway finds it over HTTP. */
export interface Service {
  readonly name: string;
  readonly url: string;
  /** The department's schema with its federation directives. */
  readonly sdl: string;
}

/** Composes the departments' schemas into one supergraph; throws COMPOSITION_FAILED naming every fault. */
export function compose(services: readonly Service[]): { supergraphSdl: string } {
  const result = composeServices(services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parseSdl(name, sdl) })));
  if (result.supergraphSdl === undefined) {
    throw compositionFailed(result.errors.map(error => error.message));
  }
  return { supergraphSdl: result.supergraphSdl };
}

/** What clients see: the supergraph without federation's own words and without what is @inaccessible. */
export function apiSchema(supergraphSdl: string): GraphQLSchema {
  const document = parseSdl('the supergraph', supergraphSdl);
  try {
    return buildASTSchema(transformSupergraphToPublicSchema(document));
  } catch (error) {
    throw compositionFailed([error instanceof Error ? error.message : String(error)]);
  }
}

function parseSdl(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    const line = error instanceof GraphQLError ? ` (line ${error.locations?.[0]?.line ?? '?'})` : '';
    throw compositionFailed([`${name}: ${error instanceof Error ? error.message : String(error)}${line}`]);
  }
}

function compositionFailed(faults: readonly string[]): Error {
  return operatorError('COMPOSITION_FAILED', {
    expected: 'schemas that compose into one supergraph',
    got: `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}: ${faults.join(' | ')}`,
    todo: 'mend the named schemas',
  });
}
