import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { type DocumentNode, type GraphQLSchema, GraphQLError, buildASTSchema, parse } from 'graphql';
import { operatorError } from '../lib/kernel/coded-error.ts';
import { checkAuthorization, onInterface } from './check/check-authorization.ts';
import { checkIsolation } from './check/check-isolation.ts';
import type { SchemaFault } from './check/schema-fault.ts';

/** A department as the composer sees it. `url` is where the gateway finds it over HTTP. */
export interface Service {
  readonly name: string;
  readonly url: string;
  /** The department's schema with its federation directives. */
  readonly sdl: string;
}

export interface ComposeOptions {
  /** Refuse fields by which a department that is away takes the answer of another with it. Default false. */
  readonly isolated?: boolean;
}

/** Composes the departments' schemas into one supergraph; throws COMPOSITION_FAILED naming every fault. */
export function compose(services: readonly Service[], options: ComposeOptions = {}): { supergraphSdl: string } {
  const { faults, supergraphSdl } = composeOrTell(services, options);
  if (supergraphSdl === undefined) throw compositionFailed(faults);
  return { supergraphSdl };
}

/** The supergraph, or every fault for which there is none. */
export function composeOrTell(
  services: readonly Service[],
  { isolated = false }: ComposeOptions = {},
): { readonly supergraphSdl?: string; readonly faults: readonly SchemaFault[] } {
  const read = services.map(({ name, url, sdl }) => ({ name, url, ...readSdl(name, sdl) }));
  const unread = read.flatMap(({ fault }) => fault ?? []);
  if (unread.length > 0) return { faults: unread };
  const departments = read.flatMap(({ name, document }) => (document ? [{ name, document }] : []));
  const own = [...checkAuthorization(departments), ...(isolated ? checkIsolation(departments) : [])];
  const result = composeServices(read.map(({ name, url, document }) => ({ name, url, typeDefs: document! })));
  const faults = [...own, ...(result.errors ?? []).map(faultOf).filter(({ code }) => code !== onInterface)];
  return result.supergraphSdl !== undefined && faults.length === 0
    ? { supergraphSdl: result.supergraphSdl, faults }
    : { faults };
}

/** What clients see: the supergraph without federation's own words and without what is @inaccessible. */
export function apiSchema(supergraphSdl: string): GraphQLSchema {
  const { document, fault } = readSdl('the supergraph', supergraphSdl);
  if (document === undefined) throw compositionFailed([fault]);
  try {
    return buildASTSchema(transformSupergraphToPublicSchema(document));
  } catch (error) {
    throw compositionFailed([faultOf(error)]);
  }
}

type Read =
  | { readonly document: DocumentNode; readonly fault?: undefined }
  | { readonly document?: undefined; readonly fault: SchemaFault };

function readSdl(name: string, sdl: string): Read {
  try {
    return { document: parse(sdl, { noLocation: true }) };
  } catch (error) {
    const line = error instanceof GraphQLError ? ` (line ${error.locations?.[0]?.line ?? '?'})` : '';
    const message = `${error instanceof Error ? error.message : String(error)}${line}`;
    return { fault: { code: 'INVALID_GRAPHQL', department: name, message } };
  }
}

function faultOf(error: unknown): SchemaFault {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return { code: typeof code === 'string' ? code : 'INVALID_GRAPHQL', message };
}

function compositionFailed(faults: readonly SchemaFault[]): Error {
  return operatorError('COMPOSITION_FAILED', {
    expected: 'schemas that compose into one supergraph',
    got: `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}: ${faults.map(textOf).join(' | ')}`,
    todo: 'mend the named schemas',
  });
}

function textOf({ code, department, message }: SchemaFault): string {
  return `${code}: ${department === undefined ? '' : `[${department}] `}${message}`;
}
