import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGateway, serveGateway } from '../../../gateway/index.ts';
import { serveByHand } from './by-hand.ts';

/** One gateway in a process of its own: `contender.ts NAME SUPERGRAPH URLS`. Tells its address, and its use of the machine when asked. */
const [name = '', file = '', urls = '{}'] = process.argv.slice(2);
const supergraph = readFileSync(file, 'utf8');

async function hive(isRust: boolean): Promise<string> {
  const { createGatewayRuntime } = await import('@graphql-hive/gateway-runtime');
  const handler = isRust
    ? { unifiedGraphHandler: (await import('@graphql-hive/router-runtime')).unifiedGraphHandler }
    : {};
  const runtime = createGatewayRuntime({ supergraph, logging: false, ...handler } as Parameters<
    typeof createGatewayRuntime
  >[0]);
  const server = createServer((request, response) => void runtime(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** All limits are on; the bench's largest question is allowed what it costs. */
const limits = { cost: 2_000_000, departmentCost: 2_000_000 };

const starts: Record<string, () => Promise<string>> = {
  'by hand': () => serveByHand(JSON.parse(urls) as Record<string, string>),
  async countygraph() {
    const { url } = await serveGateway(createGateway({ supergraphSdl: supergraph, limits }), { port: 0 });
    return `${url}/graphql`;
  },
  async '@apollo/gateway'() {
    const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: supergraph }) });
    return (await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })).url;
  },
  'Hive, JS planner': () => hive(false),
  'Hive, Rust planner': () => hive(true),
};

const url = await starts[name]?.();
process.send?.({ url });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000, memory: process.memoryUsage.rss() / 2 ** 20 });
});
process.once('disconnect', () => process.exit(0));
