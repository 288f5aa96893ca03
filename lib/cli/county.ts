import { deadlinesOf } from './deadlines.ts';
import { join, resolve } from 'node:path';
import { bundlePage, pageRoutes } from '../../dashboards/index.ts';
import { bundleGraphiql, graphiqlRoutes } from '../../gateway/graphiql/index.ts';
import {
  type RegisteredDocument,
  compose,
  createGateway,
  readDocuments,
  serveGateway,
  watchGateway,
} from '../../gateway/index.ts';
import { type RequestKey, makeKeyPair, publicKeyText, requestSigner } from '../identity/index.ts';
import { CodedError } from '../kernel/coded-error.ts';
import { publicIdentity } from '../kernel/identity.ts';
import { loadCounty, type County } from '../kernel/county.ts';
import { type ObservationOptions, openObservation, recorder } from '../observe/index.ts';
import { readContract } from '../subgraph/index.ts';
import { firstOf } from '../web/index.ts';
import { ensurePseudonymKeys, pseudonymKeyFiles } from './pseudonym-keys.ts';
import { openCountyIdentity } from './county-identity.ts';
import { demoInsight } from './demo-insight.ts';
import { indicatorRoutes } from './indicator-routes.ts';
import { watchedDefinitions } from './served-indicators.ts';
import { ledgersFolder, type LedgerOptions } from './department-ledger.ts';
import { keepWitnessing } from './ledger-witnessing.ts';
import { runDepartment, type DepartmentProcess } from './department-process.ts';
import { ensureData, type DataOptions } from './synthesise.ts';

export interface CountyOptions extends DataOptions, ObservationOptions, LedgerOptions {
  readonly port: number;
  /** Whether clients may ask for the schema, as GraphiQL does. Default true. */
  readonly introspection?: boolean;
  /** Folder or manifest of registered operations. Default: none, with `safelist` those of schema/operations. */
  readonly operations?: string;
  /** Execute registered operations only. Default false. */
  readonly safelist?: boolean;
}

/** A county that runs: eight departments in processes of their own, so that a slow one holds up no other, and a gateway. */
export interface RunningCounty {
  readonly url: string;
  readonly name: string;
  readonly dataFolder: string;
  readonly departments: readonly DepartmentProcess[];
  close(): Promise<void>;
}

/** A department whose schema cannot be read is not in the graph; its process says why. */
function contractOf(county: County, id: string): string[] {
  try {
    return [readContract(id, { county: county.folder }).sdl];
  } catch (error) {
    if (error instanceof CodedError) return [];
    throw error;
  }
}

/** A safelist without operations of its own is that of the page and the SDK. */
function operationsOf({ operations, safelist }: CountyOptions): RegisteredDocument[] {
  const own = join(import.meta.dirname, '../../schema/operations');
  const path = operations ?? (safelist ? own : undefined);
  return path === undefined ? [] : readDocuments(path);
}

function ledgerArguments(county: County, options: CountyOptions): string[] {
  const { ledgerSync, ledgerCrypto } = options;
  return [
    '--ledger',
    ledgersFolder(county, options),
    ...(ledgerSync === undefined ? [] : ['--ledger-sync', ledgerSync]),
    ...(ledgerCrypto === undefined ? [] : ['--ledger-crypto', ledgerCrypto]),
  ];
}

/** Each department tells of its own work. Its figures are at `/metrics` of its address. */
function observationArguments({ logLevel, metrics, otlp }: ObservationOptions): string[] {
  return [
    ...(logLevel === undefined ? [] : ['--log-level', logLevel]),
    ...(metrics ? ['--metrics'] : []),
    ...(otlp === undefined ? [] : ['--otlp', otlp]),
  ];
}

/** The options of `countygraph serve subgraph`. */
function departmentArguments(county: County, options: CountyOptions, dataFolder: string): string[] {
  const { databases } = options;
  const places = ['--county', resolve(options.county), '--data', dataFolder];
  return [
    ...places,
    ...(databases === undefined ? [] : ['--databases', databases]),
    ...ledgerArguments(county, options),
    ...observationArguments(options),
  ];
}

/** The private key never leaves this process; it is another one at the next start. */
async function startDepartments(
  county: County,
  args: readonly string[],
  dataFolder: string,
): Promise<{ departments: DepartmentProcess[]; signing: RequestKey; close(): Promise<void> }> {
  const { signing, verifying } = makeKeyPair();
  const gatewayKey = publicKeyText(verifying);
  ensurePseudonymKeys(county, dataFolder);
  const argumentsOf = (id: string): string[] => {
    const keys = pseudonymKeyFiles(county, id, dataFolder);
    return keys.length === 0 ? [...args] : [...args, '--pseudonym-keys', ...keys];
  };
  const departments = await Promise.all(
    county.departments.map(d => runDepartment(d.id, argumentsOf(d.id), gatewayKey)),
  );
  const stopWitnessing = keepWitnessing(departments, sentence => console.error(sentence));
  return {
    signing,
    departments,
    async close() {
      stopWitnessing();
      await Promise.all(departments.map(d => d.close()));
    },
  };
}

/** Where the pages are, and when they are there. */
function bundlePages(): { graphiql: string; page: string; bundled: Promise<unknown> } {
  const bundles = join(import.meta.dirname, '../../node_modules/.cache/countygraph');
  const [graphiql, page] = [join(bundles, 'graphiql'), join(bundles, 'page')];
  return { graphiql, page, bundled: Promise.all([bundleGraphiql(graphiql), bundlePage(page)]) };
}

/** Runs a county. A department that cannot start has its `fault`; the rest goes on without it. */
export async function runCounty(options: CountyOptions): Promise<RunningCounty> {
  const county = loadCounty(options.county);
  const waits = deadlinesOf(county);
  const indicators = indicatorRoutes(watchedDefinitions(county, sentence => console.error(sentence)));
  const dataFolder = await ensureData(county, options);
  const args = departmentArguments(county, options, dataFolder);
  const identity = await openCountyIdentity(county);
  const observation = await openObservation('gateway', options);
  const { graphiql, page, bundled } = bundlePages();
  const { departments, signing, close: closeDepartments } = await startDepartments(county, args, dataFolder);
  try {
    await bundled;
    const contracts = departments.flatMap(({ id, url }) => contractOf(county, id).map(sdl => ({ name: id, url, sdl })));
    const { supergraphSdl } = compose(contracts, { isolated: true });
    const gateway = createGateway({
      supergraphSdl,
      defaultIdentity: publicIdentity,
      departmentOptions: name => ({ sign: requestSigner(signing, name), rights: true, deadline: waits.department }),
      deadline: waits.request,
      // GraphiQL shows the schema; the county listens on this machine only.
      introspection: options.introspection ?? true,
      operations: operationsOf(options),
      safelist: options.safelist ?? false,
      planApart: true,
    });
    if (observation.metrics) watchGateway(observation.metrics, gateway);
    const server = await serveGateway(gateway, {
      port: options.port,
      // Also where nobody looks on: the id of a request ties the records of the departments' ledgers together.
      observer: observation.observer ?? recorder([]),
      authenticate: identity.authenticate,
      routes: firstOf([
        identity.routes,
        county.demo && demoInsight(county, ledgersFolder(county, options), identity.authenticate),
        observation.metrics?.route,
        graphiqlRoutes(graphiql),
        indicators,
        pageRoutes(page),
      ]),
    }).catch(async (error: unknown) => {
      await gateway.close();
      throw error;
    });
    return {
      url: server.url,
      name: `${county.name.zh} ${county.name.en}`,
      dataFolder,
      departments,
      async close() {
        await server.close();
        await gateway.close();
        await closeDepartments();
        await observation.close();
      },
    };
  } catch (error) {
    await bundled.catch(() => undefined);
    await closeDepartments();
    throw error;
  }
}
