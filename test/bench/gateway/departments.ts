import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, execute, parse } from 'graphql';

/** Six departments of a bench: disputes, and what five others add to them. Answered from memory, each by graphql-js. */
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`;

type Row = Record<string, unknown>;

const owners: Record<string, { sdl: string; type: string; field: string }> = {
  petition: { sdl: 'type Petition { id: ID! channel: String }', type: 'Petition', field: 'petitions' },
  court: { sdl: 'type Lawsuit { id: ID! filedOn: String }', type: 'Lawsuit', field: 'lawsuits' },
  police: { sdl: 'type Incident { id: ID! kind: String }', type: 'Incident', field: 'incidents' },
  emergency: { sdl: 'type Hazard { id: ID! grade: String }', type: 'Hazard', field: 'hazards' },
};

export const sdls: Record<string, string> = {
  justice: `${link}type Query { disputes(first: Int!, after: Int!): [Dispute!]! }
    type Dispute @key(fields: "id") { id: ID! title: String place: Place }
    type Place @key(fields: "code", resolvable: false) { code: ID! }`,
  grid: `${link}type Query { places: [Place!] } type Place @key(fields: "code") { code: ID! name: String level: String }`,
  ...Object.fromEntries(
    Object.entries(owners).map(([name, { sdl, type, field }]) => [
      name,
      `${link}${sdl}\ntype Dispute @key(fields: "id") { id: ID! ${field}: [${type}!] }`,
    ]),
  ),
};

function resolversOf(name: string): Record<string, unknown> {
  if (name === 'justice') {
    const disputes = Array.from({ length: 10_100 }, (_, i) => ({
      id: `d${i}`,
      title: `纠纷 ${i}`,
      place: { code: `3301990${i % 200}` },
    }));
    return {
      Query: {
        disputes: (_: unknown, { first, after }: { first: number; after: number }) =>
          disputes.slice(after, after + first),
      },
    };
  }
  if (name === 'grid')
    return {
      Place: { __resolveReference: ({ code }: Row) => ({ code, name: `网格 ${String(code)}`, level: 'GRID' }) },
    };
  const { field = '' } = owners[name] ?? {};
  const rows = (id: unknown): Row[] => [
    { id: `${name}-${String(id)}`, channel: '来信', filedOn: '2026-08-31', kind: '纠纷', grade: '一般隐患' },
  ];
  return { Dispute: { __resolveReference: ({ id }: Row) => ({ id, [field]: rows(id) }) } };
}

async function answer(
  schema: GraphQLSchema,
  documents: Map<string, DocumentNode>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables?: Row };
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  const result = await execute({ schema, document, variableValues: variables ?? {} });
  response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
}

/** Runs all departments in this process and tells their addresses to its parent. */
async function main(): Promise<void> {
  const urls: Record<string, string> = {};
  for (const [name, sdl] of Object.entries(sdls)) {
    const resolvers = resolversOf(name) as never;
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
    const documents = new Map<string, DocumentNode>();
    const server = createServer((request, response) => void answer(schema, documents, request, response));
    server.keepAliveTimeout = 60_000;
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  process.send?.(urls);
  process.once('disconnect', () => process.exit(0));
}

if (import.meta.main) await main();
