import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError } from '../lib/kernel/coded-error.ts';
import { publicIdentity } from '../lib/kernel/identity.ts';
import { openObservation, recorder } from '../lib/observe/index.ts';
import { firstOf } from '../lib/web/index.ts';
import { askingOf, askingOptions, checkNames, readAsking } from './asking-options.ts';
import { badOption } from './bad-option.ts';
import { bundleGraphiql, graphiqlRoutes } from './graphiql/index.ts';
import { identityOptions, readAuthenticator, readTls } from './identity-options.ts';
import { type Limits, limitOptions } from './limit/limits.ts';
import { watchGateway } from './observe/watch-gateway.ts';
import { readDocuments } from './registered/read-documents.ts';
import { createReloadingGateway } from './reloading-gateway.ts';
import { serveGateway } from './server.ts';
import { readPublicKey, readSupergraph } from './supergraph-file.ts';

/** `npm run gateway -- --supergraph FILE --port N [--key FILE] [--sign-with FILE] [--refuse-early] [--identity FILE] [--tls-key FILE --tls-cert FILE [--client-ca FILE]] [--host H] [--introspection] [--operations PATH [--safelist]] [--override-label L] [--max-depth N …]` */
async function main(): Promise<void> {
  const { source, port, host, introspection, compression, asking, limits, ...taken } = readOptions();
  const { operations, safelist, overrideLabels, observing, identity } = taken;
  const tls = readTls(identity);
  const authenticate = await readAuthenticator(identity, tell);
  const documents = () => (operations === undefined ? [] : readDocuments(operations));
  const gateway = createReloadingGateway({
    supergraphSdl: readSupergraph(source),
    introspection,
    limits,
    operations: documents(),
    safelist,
    overrideLabels,
    planApart: true,
    defaultIdentity: publicIdentity,
    ...askingOf(asking),
  });
  checkNames(asking, gateway.departments);
  const observation = await openObservation('gateway', observing);
  // Also where nobody looks on: the id of a signed request ties the records of the departments' ledgers together.
  const { metrics, observer = asking.signing && recorder([]) } = observation;
  if (metrics) watchGateway(metrics, gateway);
  const bundle = join(import.meta.dirname, '../node_modules/.cache/countygraph/graphiql');
  await bundleGraphiql(bundle);
  const routes = firstOf([metrics?.route, graphiqlRoutes(bundle)]);
  const server = await serveGateway(gateway, { port, host, authenticate, tls, compression, observer, routes });
  const reload = (): void => {
    try {
      gateway.reload(readSupergraph(source), documents());
      process.stdout.write(`supergraph: ${source.file} taken\n`);
    } catch (error) {
      tell(error);
    }
  };
  process.on('SIGHUP', reload);
  watchFile(source.file, { interval: 1000 }, reload).unref();
  process.stdout.write(`gateway: ${server.url}/graphql\ngraphiql: ${server.url}/graphiql\n`);
  const stop = (): void => {
    unwatchFile(source.file, reload);
    void server
      .close()
      .then(() => gateway.close())
      .then(() => observation.close());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function tell(error: unknown): void {
  const known = error instanceof CodedError;
  process.stderr.write(
    known ? `${error.code}: ${error.message}\n` : 'INTERNAL: The gateway could not go on; report this.\n',
  );
}

function readOptions() {
  const { supergraph, key, port, host, introspection, operations, safelist, ...more } = parseOptions();
  const { 'no-compression': plain, 'override-label': overrideLabels, deadline, ...asked } = more;
  const {
    'department-deadline': deadlines,
    'compress-departments': compressed,
    'sign-with': signWith,
    'refuse-early': early,
    ...rest
  } = asked;
  const { 'log-level': logLevel, metrics, otlp, ...kept } = rest;
  const { identity: file, 'tls-key': tlsKey, 'tls-cert': tlsCert, 'client-ca': clientCa, ...others } = kept;
  const identity = { identity: file, 'tls-key': tlsKey, 'tls-cert': tlsCert, 'client-ca': clientCa };
  if (supergraph === undefined) throw badOption('--supergraph FILE', 'none');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw badOption('--port from 0 to 65535', JSON.stringify(port));
  if (safelist && operations === undefined) throw badOption('--operations PATH beside --safelist', 'none');
  const source = { file: supergraph, ...(key === undefined ? {} : { key: readPublicKey(key) }) };
  const asking = readAsking({ deadline, deadlines, compressed, signWith, early });
  const limits = readLimits(others);
  const serving = { port: Number(port), host, compression: !plain };
  const taken = { operations, safelist, overrideLabels, identity, observing: { logLevel, metrics, otlp } };
  return { source, ...serving, introspection, asking, limits, ...taken };
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
        key: { type: 'string' },
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: '127.0.0.1' },
        introspection: { type: 'boolean', default: false },
        operations: { type: 'string' },
        safelist: { type: 'boolean', default: false },
        'override-label': { type: 'string', multiple: true, default: [] as string[] },
        'no-compression': { type: 'boolean', default: false },
        'log-level': { type: 'string' },
        metrics: { type: 'boolean', default: false },
        otlp: { type: 'string' },
        ...askingOptions,
        ...identityOptions,
        ...limits,
      },
    }).values;
  } catch {
    throw badOption('--supergraph FILE, --port N and what docs/operations.md lists', 'something else');
  }
}

try {
  await main();
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
