import { createServer } from 'node:http';

async function apollo(supergraphSdl) {
  const { ApolloGateway } = await import('@apollo/gateway');
  const { ApolloServer } = await import('@apollo/server');
  const { startStandaloneServer } = await import('@apollo/server/standalone');
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
  return (await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })).url;
}

async function hive(supergraph, options) {
  const { createGatewayRuntime } = await import('@graphql-hive/gateway-runtime');
  const runtime = createGatewayRuntime({ supergraph, logging: false, ...options });
  const server = createServer((request, response) => void runtime(request, response));
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}/graphql`;
}

/** Starts another gateway as its own documents say, and gives its address. */
export async function start(name, supergraph) {
  switch (name) {
    case '@apollo/gateway':
      return apollo(supergraph);
    case 'Hive, JS planner':
      return hive(supergraph, {});
    case 'Hive, Rust planner': {
      const { unifiedGraphHandler } = await import('@graphql-hive/router-runtime');
      return hive(supergraph, { unifiedGraphHandler });
    }
    default:
      throw new Error(name);
  }
}
