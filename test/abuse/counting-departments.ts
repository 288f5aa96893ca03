import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { type Transport, compose, inProcessTransport } from '../../gateway/index.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`;

type Resolvers = Record<string, Record<string, (parent: { id: string }, args: Record<string, unknown>) => unknown>>;

const rows = (count: unknown): { id: string }[] =>
  Array.from({ length: Number(count) }, (_, index) => ({ id: String(index) }));

/** Two departments whose graph has what bombs are made of: lists by size, input inside input, any JSON, a mutation. */
const departments: Record<string, { readonly sdl: string; readonly resolvers: Resolvers }> = {
  court: {
    sdl: `
      scalar JSON
      input CaseFilter { all: [CaseFilter!] either: [[CaseFilter!]!] not: CaseFilter kind: String }
      type Case @key(fields: "id") { id: ID! title: String parent: Case children(first: Int = 10): [Case!] }
      type Query {
        case(id: ID!): Case
        cases(first: Int = 50, filter: CaseFilter): [Case!]
        echo(value: JSON): JSON
      }
      type Mutation { close(id: ID!): Case }`,
    resolvers: {
      Query: {
        case: (_, { id }) => ({ id }),
        cases: (_, { first }) => rows(first),
        echo: (_, { value }) => value ?? null,
      },
      Mutation: { close: (_, { id }) => ({ id }) },
      Case: {
        title: ({ id }) => `案件${id}`,
        parent: ({ id }) => ({ id: `${id}0` }),
        children: (_, { first }) => rows(first),
      },
    },
  },
  justice: {
    sdl: `
      type Case @key(fields: "id") { id: ID! disputes(first: Int = 10): [Dispute!] }
      type Dispute { kind: String }
      type Query { disputes: [Dispute!] }`,
    resolvers: {
      Query: { disputes: () => [{ kind: 'LAND' }] },
      Case: { disputes: (_, { first }) => rows(first).map(() => ({ kind: 'LAND' })) },
    },
  },
};

export const supergraphSdl: string = compose(
  Object.entries(departments).map(([name, { sdl }]) => ({ name, url: 'http://127.0.0.1:9/graphql', sdl: link + sdl })),
).supergraphSdl;

/** The departments, and how often any of them has been called so far. */
export function countingDepartments(): { readonly transports: Map<string, Transport>; readonly calls: () => number } {
  let calls = 0;
  const transports = Object.entries(departments).map(([name, { sdl, resolvers }]) => {
    const schema = buildSubgraphSchema([{ typeDefs: parse(link + sdl), resolvers: resolvers as never }]);
    const transport = inProcessTransport(async ({ query, variables }) => {
      calls += 1;
      const result = await execute({ schema, document: parse(query), variableValues: variables });
      return JSON.parse(JSON.stringify(result));
    });
    return [name, transport] as const;
  });
  return { transports: new Map(transports), calls: () => calls };
}
