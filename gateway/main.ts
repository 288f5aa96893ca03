import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError, operatorError } from '../lib/kernel/coded-error.ts';
import { createGateway } from './gateway.ts';
import { bundleGraphiql, graphiqlRoutes } from './graphiql/index.ts';
import { type Limits, limitOptions } from './limit/limits.ts';
import { serveGateway } from './server.ts';

/** `npm run gateway -- --supergraph FILE --port N [--host H] [--subject S] [--introspection] [--max-depth N …]` */
async function main(): Promise<void> {
  const { supergraph, port, host, subject, introspection, limits } = readOptions();
  const supergraphSdl = await readFile(supergraph, 'utf8').catch((cause: unknown) => {
    throw operatorError(
      'SUPERGRAPH_NOT_FOUND',
      { expected: 'a readable supergraph file', got: supergraph, todo: 'name it with --supergraph FILE' },
      { cause },
    );
  });
  const defaultSubject = subject === undefined ? {} : { defaultSubject: subject };
  const gateway = createGateway({ supergraphSdl, introspection, limits, ...defaultSubject });
  const bundle = join(import.meta.dirname, '../node_modules/.cache/countygraph/graphiql');
  await bundleGraphiql(bundle);
  const server = await serveGateway(gateway, { port, host, routes: graphiqlRoutes(bundle) });
  process.stdout.write(`gateway: ${server.url}/graphql\ngraphiql: ${server.url}/graphiql\n`);
  const stop = () => void server.close().then(() => gateway.close());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readOptions() {
  const { supergraph, port, host, subject, introspection, ...others } = parseOptions();
  if (supergraph === undefined) throw badOption('--supergraph FILE', 'none');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw badOption('--port from 0 to 65535', JSON.stringify(port));
  return { supergraph, port: Number(port), host, subject, introspection, limits: readLimits(others) };
}

function readLimits(options: Readonly<Record<string, unknown>>): Partial<Limits> {
  const given = Object.entries(options).map(([option, text]) => {
    if (typeof text !== 'string' || !/^[1-9]\d{0,8}$/.test(text)) {
      throw badOption(`--${option} from 1 to 999999999`, JSON.stringify(text));
    }
    return [limitOptions.get(option), Number(text)];
  });
  return Object.fromEntries(given);
}

function parseOptions() {
  const limits = Object.fromEntries([...limitOptions.keys()].map(option => [option, { type: 'string' as const }]));
  try {
    return parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: '127.0.0.1' },
        subject: { type: 'string' },
        introspection: { type: 'boolean', default: false },
        ...limits,
      },
    }).values;
  } catch {
    throw badOption('--supergraph FILE, --port N and what docs/operations.md lists', 'something else');
  }
}

function badOption(expected: string, got: string): Error {
  return operatorError('BAD_OPTION', { expected, got, todo: 'see docs/operations.md' });
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
