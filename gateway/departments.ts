import { type ConstDirectiveNode, type GraphQLSchema, Kind, isEnumType } from 'graphql';
import { operatorError } from '../lib/kernel/coded-error.ts';
import type { Ask, Subscribe } from './execute/execution.ts';
import { observedAsk } from './observe/observed-ask.ts';
import { type HttpTransportOptions, httpTransport } from './transport/http.ts';
import {
  type RefusedEarly,
  type RequestContext,
  type Transport,
  TransportError,
  endOfWaiting,
} from './transport/transport.ts';

export interface DepartmentHealth {
  readonly name: string;
  readonly state: 'up' | 'down';
}

/** The departments of a supergraph, each with a way to it. */
export interface Departments {
  readonly names: readonly string[];
  readonly ask: Ask;
  readonly subscribe: Subscribe;
  /** Asks what a department refuses to who asks. Rejects where it does not say. */
  rights(service: string, context: RequestContext): Promise<unknown>;
  /** Tells a department what was refused in its stead. Rejects where it may not have written it down. */
  tellRefused(service: string, refused: readonly RefusedEarly[], context: RequestContext): Promise<void>;
  /** Departments that say so. */
  readonly tellingRights: ReadonlySet<string>;
  /** Those that hang and are not asked for now. */
  leftAlone(): string[];
  health(): Promise<DepartmentHealth[]>;
  /** Closes what was opened here; transports that were given stay open. */
  close(): Promise<void>;
}

/** Finds the departments in the supergraph's join__Graph. `optionsOf`: of those that are asked over HTTP. */
export function openDepartments(
  supergraph: GraphQLSchema,
  given: ReadonlyMap<string, Transport> = new Map(),
  optionsOf: (name: string) => HttpTransportOptions = () => ({}),
): Departments {
  const transports = new Map<string, Transport>();
  const opened: Transport[] = [];
  for (const { name, url } of joinGraphs(supergraph)) {
    const transport = given.get(name) ?? httpTransport(url, optionsOf(name));
    if (!given.has(name)) opened.push(transport);
    transports.set(name, transport);
  }

  return {
    names: [...transports.keys()],
    ask: observedAsk(async (service, request, context) => {
      const transport = transports.get(service);
      if (transport === undefined) throw new TransportError('SUBGRAPH_UNAVAILABLE');
      // What nobody waits for is not begun; a mutation least of all.
      if (context.signal?.aborted) throw endOfWaiting(context.signal);
      return transport.execute(request, context);
    }),
    async *subscribe(service, request, context) {
      const transport = transports.get(service);
      if (transport === undefined) throw new TransportError('SUBGRAPH_UNAVAILABLE');
      if (transport.subscribe === undefined) throw new TransportError('SUBGRAPH_ERROR');
      yield* transport.subscribe(request, context);
    },
    async rights(service, context) {
      const said = await transports.get(service)?.rights?.(context);
      if (said === undefined) throw new TransportError('SUBGRAPH_ERROR');
      return said;
    },
    async tellRefused(service, refused, context) {
      await transports.get(service)?.tellRefused?.(refused, context);
    },
    tellingRights: new Set([...transports].flatMap(([name, one]) => (one.rights ? [name] : []))),
    leftAlone: () => [...transports].filter(([, one]) => one.isLeftAlone?.()).map(([name]) => name),
    health: () => Promise.all([...transports].map(([name, transport]) => healthOf(name, transport))),
    async close() {
      await Promise.all(opened.map(one => one.close?.()));
    },
  };
}

async function healthOf(name: string, transport: Transport): Promise<DepartmentHealth> {
  try {
    const { data } = await transport.execute({ query: '{ __typename }' }, { signal: AbortSignal.timeout(2_000) });
    return { name, state: data ? 'up' : 'down' };
  } catch {
    return { name, state: 'down' };
  }
}

/** The departments that a supergraph joins: name in the supergraph, name, address. Throws SUPERGRAPH_INVALID. */
export function joinGraphs(supergraph: GraphQLSchema): { graph: string; name: string; url: string }[] {
  const type = supergraph.getType('join__Graph');
  if (!isEnumType(type)) {
    throw operatorError('SUPERGRAPH_INVALID', {
      expected: 'a composed supergraph, which lists its departments in join__Graph',
      got: 'a schema without it',
      todo: 'compose the departments first',
    });
  }
  return type.getValues().map(({ name, astNode }) => {
    const directive = astNode?.directives?.find(one => one.name.value === 'join__graph');
    return { graph: name, name: text(directive, 'name') ?? name, url: text(directive, 'url') ?? '' };
  });
}

function text(directive: ConstDirectiveNode | undefined, argument: string): string | undefined {
  const value = directive?.arguments?.find(one => one.name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
