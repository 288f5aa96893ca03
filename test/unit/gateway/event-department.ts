import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { type Transport, compose, httpTransport, inProcessTransport } from '../../../gateway/index.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`;
const sdls = {
  court: `
    type Case @key(fields: "id") { id: ID! title: String closed: Boolean! }
    type Query { case: Case }
    type Mutation { close: Case }
    type Subscription { caseChanged(first: Int): [Case!] strict: Case! }`,
  police: `type Case @key(fields: "id") { id: ID! officer: String }`,
};

export const caseSupergraph: string = compose(
  Object.entries(sdls).map(([name, sdl]) => ({ name, url: 'http://127.0.0.1:9/graphql', sdl: link + sdl })),
).supergraphSdl;

/** One stream that a client of the court has open: the test writes to it as it likes. */
export interface CourtStream {
  readonly response: ServerResponse;
  readonly headers: IncomingMessage['headers'];
  readonly query: string;
  send(caseChanged: unknown, errors?: unknown): boolean;
}

/** A court over HTTP whose subscriptions do what the test says, and a police in this process. */
export interface CaseDepartments {
  readonly transports: Map<string, Transport>;
  /** Streams that were opened so far. */
  readonly streams: readonly CourtStream[];
  /** How many of them are open still. */
  open(): number;
  close(): void;
}

const row = { __typename: 'Case', id: '1', title: '盗窃', closed: false };

/** `answer` is given each stream as it opens; without it the court sends the headers of a stream. */
export async function caseDepartments(answer = beginStream): Promise<CaseDepartments> {
  const streams: CourtStream[] = [];
  let open = 0;
  const court = answering(sdls.court, {
    Query: { case: () => row },
    Mutation: { close: () => ({ ...row, closed: true }) },
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    if (!query.startsWith('subscription')) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(await court(query, variables)));
      return;
    }
    open += 1;
    response.once('close', () => (open -= 1));
    const send = (caseChanged: unknown, errors?: unknown) =>
      response.write(`event: next\ndata: ${JSON.stringify({ data: { caseChanged }, errors })}\n\n`);
    const stream = { response, headers: request.headers, query, send };
    streams.push(stream);
    answer(stream);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const police = answering(sdls.police, {
    Case: { officer: ({ id }: { id: string }) => (id === '9' ? fail() : `警员${id}`) },
  });
  const transports = new Map([
    ['court', httpTransport(`http://127.0.0.1:${port}/graphql`, { longestEvent: 100_000 })],
    ['police', inProcessTransport(({ query, variables }) => police(query, variables))],
  ]);
  return {
    transports,
    streams,
    open: () => open,
    close() {
      void transports.get('court')!.close!();
      server.closeAllConnections();
      server.close();
    },
  };
}

function beginStream({ response }: CourtStream): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
}

function fail(): never {
  throw new Error('SELECT * FROM T_SECRET');
}

function answering(sdl: string, resolvers: object) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(link + sdl), resolvers: resolvers as never }]);
  return async (query: string, variables: Record<string, unknown> | undefined) =>
    JSON.parse(JSON.stringify(await execute({ schema, document: parse(query), variableValues: variables })));
}
