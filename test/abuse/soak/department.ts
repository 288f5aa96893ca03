import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { levelOf, noteOf, sdls, titleOf } from './graph.ts';

/**
 * One department in a process of its own: `department.ts NAME PORT FAULTS`. FAULTS is the part of its answers, from 0 to 1, that
 * is no answer.
 */
const [name = '', port = '0', faults = '0'] = process.argv.slice(2);

type Row = Record<string, unknown>;

const resolvers: Record<string, Record<string, Record<string, (parent: Row, args: Row) => unknown>>> = {
  steady: {
    Query: {
      items: (_, { first }) => Array.from({ length: Number(first) }, (_each, i) => ({ id: `i${i}` })),
      item: (_, { id }) => ({ id }),
    },
    Mutation: { touch: (_, { id }) => ({ id }) },
    Item: { title: ({ id }) => titleOf(String(id)) },
  },
  faulty: { Item: { notes: ({ id }) => [{ text: noteOf(String(id)) }] } },
  killed: {
    Query: { level: (_, { id }) => levelOf(String(id)) },
    Item: { level: ({ id }) => levelOf(String(id)) },
  },
};

const schema = buildSubgraphSchema([{ typeDefs: parse(sdls[name] ?? ''), resolvers: resolvers[name] as never }]);
const bomb = gzipSync(Buffer.alloc(128 * 1024 * 1024, ' '));

/** More bytes than anybody wants, as long as somebody reads. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const go = (): void => {
    while (!response.destroyed && response.write(chunk)) continue;
  };
  response.writeHead(200).on('drain', go);
  go();
}

/** What is sent instead of an answer. */
const misdeeds: readonly ((response: ServerResponse, right: string) => void)[] = [
  response => void response.destroy(),
  (response, right) => {
    response.writeHead(200, { 'content-length': right.length + 9 });
    response.write(right.slice(0, 9), () => response.destroy());
  },
  (response, right) => response.end(right.slice(0, -5)),
  response => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>nginx</html>'),
  response => response.writeHead(502).end('Bad Gateway'),
  response => response.writeHead(500).end('{"errors":[{"message":"at Object.<anonymous> (/srv/court/main.js:3)"}]}'),
  response => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  (response, right) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(right).subarray(0, -9)),
  endless,
  // Hangs, before and in an answer.
  () => undefined,
  response => void response.writeHead(200).write('{"da'),
  (response, right) => void setTimeout(() => response.end(right), 300),
];

const server = createServer(async (request, response) => {
  try {
    const { query, variables } = (await json(request)) as { query: string; variables?: Row };
    const result = JSON.stringify(await execute({ schema, document: parse(query), variableValues: variables ?? {} }));
    response.setHeader('content-type', 'application/json');
    const misdeed = misdeeds[Math.floor(Math.random() * misdeeds.length)];
    if (misdeed && Math.random() < Number(faults)) misdeed(response, result);
    else response.end(result);
  } catch {
    // The gateway has gone away in the middle of its request.
    response.destroy();
  }
});
server.once('error', () => process.exit(1));
server.listen(Number(port), '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit(0));
