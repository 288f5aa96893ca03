import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError, operatorError } from '../lib/kernel/coded-error.ts';
import { createGateway } from './gateway.ts';
import { bundleGraphiql, graphiqlRoutes } from './graphiql/index.ts';
import { serveGateway } from './server.ts';

/** `npm run gateway -- --supergraph FILE --port N [--host H] [--subject S]` */
async function main(): Promise<void> {
  const { supergraph, port, host, subject } = readOptions();
  const supergraphSdl = await readFile(supergraph, 'utf8').catch((cause: unknown) => {
    throw operatorError(
      'SUPERGRAPH_NOT_FOUND',
      { expected: 'a readable supergraph file', got: supergraph, todo: 'name it with --supergraph FILE' },
      { cause },
    );
  });
  const gateway = createGateway({ supergraphSdl, ...(subject !== undefined && { defaultSubject: subject }) });
  const bundle = join(import.meta.dirname, '../node_modules/.cache/countygraph/graphiql');
  await bundleGraphiql(bundle);
  const server = await serveGateway(gateway, { port, host, routes: graphiqlRoutes(bundle) });
  process.stdout.write(`gateway: ${server.url}/graphql\ngraphiql: ${server.url}/graphiql\n`);
  const stop = () => void server.close().then(() => gateway.close());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readOptions() {
  const { supergraph, port, ...rest } = parseOptions();
  if (supergraph === undefined) throw badOption('--supergraph FILE', 'none');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw badOption('--port from 0 to 65535', JSON.stringify(port));
  return { supergraph, port: Number(port), ...rest };
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: '127.0.0.1' },
        subject: { type: 'string' },
      },
    }).values;
  } catch {
    throw badOption('--supergraph FILE, --port N, --host H, --subject S', 'something else');
  }
}

function badOption(expected: string, got: string): Error {
  return operatorError('BAD_OPTION', { expected, got, todo: 'see gateway/README.md' });
}

try {
  await main();
} catch (error) {
  const known = error instanceof CodedError;
  process.stderr.write(
    known ? `${error.code}: ${error.message}\n` : 'INTERNAL: The gateway could not start; report this.\n',
  );
  process.exitCode = 1;
}
