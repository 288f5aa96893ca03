import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, isAbstractType, parse } from 'graphql';
import {
  type DepartmentAnswer,
  type DepartmentRequest,
  type Gateway,
  type RequestContext,
  type Transport,
  compose,
  createGateway,
  inProcessTransport,
} from '../../../gateway/index.ts';

/** A department of a graph that is made for one test. Rows carry their `__typename`. */
export interface SmallDepartment {
  readonly sdl: string;
  readonly resolvers?: Record<string, Record<string, (source: never, args: never) => unknown>>;
}

/** Every department of a small graph begins so. */
export const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@shareable", "@override"])\n`;

/** The supergraph of departments `s0`, `s1`, … */
export function smallSupergraph(sdls: readonly string[]): string {
  const services = sdls.map((sdl, index) => ({
    name: `s${index}`,
    url: 'http://127.0.0.1:9/graphql',
    sdl: link + sdl,
  }));
  return compose(services).supergraphSdl;
}

/** What a department answers. `link`: how its schema begins. */
export function departmentAnswer(
  { sdl, resolvers = {} }: SmallDepartment,
  begin = link,
): (request: DepartmentRequest) => Promise<DepartmentAnswer> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(begin + sdl), resolvers: resolvers as never }]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = row => (row as { __typename: string }).__typename;
  }
  return async ({ query, variables }) => {
    const result = await execute({ schema, document: parse(query), variableValues: variables });
    return JSON.parse(JSON.stringify(result));
  };
}

/** Departments in this process. `asked` is told each request that they get. */
export function smallDepartments(
  departments: readonly SmallDepartment[],
  asked: (query: string, context: RequestContext) => void = () => undefined,
): { readonly supergraphSdl: string; readonly transports: Map<string, Transport> } {
  const transports = departments.map((department, index): [string, Transport] => {
    const answer = departmentAnswer(department);
    const transport = inProcessTransport((request, context) => {
      asked(request.query, context);
      return answer(request);
    });
    return [`s${index}`, transport];
  });
  return { supergraphSdl: smallSupergraph(departments.map(({ sdl }) => sdl)), transports: new Map(transports) };
}

/** A gateway over departments in this process. `log` receives the queries they get. */
export function smallGateway(departments: readonly SmallDepartment[], log: string[] = []): Gateway {
  return createGateway(smallDepartments(departments, query => log.push(query)));
}
