import {
  type Gateway,
  type GatewayOptions,
  type Transport,
  compose,
  type DepartmentRequest,
  createGateway,
  inProcessTransport,
} from '../../../../gateway/index.ts';
import type { Identity } from '../../../../lib/kernel/identity.ts';
import { type SmallDepartment, departmentAnswer } from '../small-graph.ts';

/** Every department of a protected graph begins so. */
export const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external",
  "@requires", "@provides", "@shareable", "@interfaceObject", "@authenticated", "@requiresScopes", "@policy"])\n`;

/** Somebody of a name, with roles and scopes. */
export function somebody(parts: Partial<Identity> = {}): Identity {
  return { subject: 'somebody', roles: [], areas: [], scopes: [], ...parts };
}

export interface ProtectedGraph {
  readonly gateway: Gateway;
  /** The queries that departments got, by their names. */
  readonly asked: string[];
}

/** A gateway over departments `s0`, `s1`, … that give everything to everybody: only the gateway keeps anything back. */
export function protectedGraph(
  departments: readonly SmallDepartment[],
  options: Partial<GatewayOptions> = {},
  rewrite: (supergraphSdl: string) => string = sdl => sdl,
): ProtectedGraph {
  const asked: string[] = [];
  const services = departments.map(({ sdl }, index) => ({
    name: `s${index}`,
    url: 'http://127.0.0.1:9/',
    sdl: link + sdl,
  }));
  const transports = departments.map((department, index): [string, Transport] => {
    const answer = departmentAnswer(department, link);
    const told = (request: DepartmentRequest) => {
      asked.push(`s${index}: ${request.query}`);
      return answer(request);
    };
    // One event for each subscription: what a query of the same fields would bring.
    const transport = inProcessTransport(told, {
      async *subscribe(request) {
        yield await told({ ...request, query: request.query.replace('subscription', 'query') });
      },
    });
    return [`s${index}`, transport];
  });
  const supergraphSdl = rewrite(compose(services).supergraphSdl);
  return { gateway: createGateway({ supergraphSdl, transports: new Map(transports), ...options }), asked };
}
