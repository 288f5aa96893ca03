import { type RequestKey, parsePublicKeys, readPublicKeys } from '../identity/index.ts';
import { departmentUrl, loadCounty } from '../kernel/county.ts';
import { type ObservationOptions, openObservation } from '../observe/index.ts';
import { CodedError, operatorError } from '../kernel/coded-error.ts';
import { serveDepartment } from '../subgraph/index.ts';
import { ledgersFolder, openRecorded, type LedgerOptions } from './department-ledger.ts';
import { disclosureKey } from './disclosure-key.ts';
import type { Ledger } from '../trust/ledger/index.ts';
import type { Asked, Told } from './department-process.ts';
import { answerWitness } from './ledger-witnessing.ts';
import { dataFolder, type DataOptions } from './synthesise.ts';

export interface ServeOptions extends DataOptions, ObservationOptions, LedgerOptions {
  readonly port: number;
  /** Files with public keys of the gateways that may ask. */
  readonly gatewayKey?: readonly string[];
  /** Key files by which this department and another meet persons. */
  readonly pseudonymKeys?: readonly string[];
  /** Whoever asks is whom he says. */
  readonly demo?: boolean;
}

/** In place of files, where the gateway starts the department itself, or in a container: PEM text. */
export const gatewayKeyVariable = 'COUNTYGRAPH_GATEWAY_KEY';

/** The keys that are given, else `demo` where that is said. Without either the department refuses to start. */
function gatewaysOf(
  { gatewayKey = [], demo = false }: ServeOptions,
  isMadeUp: boolean,
): readonly RequestKey[] | 'demo' {
  if (demo && !isMadeUp) {
    throw operatorError('GATEWAY_KEY_MISSING', {
      expected: 'a county with a seed, whose data are made up, beside --demo',
      got: 'a county without one',
      todo: "give --gateway-key with the gateway's public key",
    });
  }
  const given = process.env[gatewayKeyVariable];
  const keys = gatewayKey.flatMap(readPublicKeys);
  if (given !== undefined) keys.push(...parsePublicKeys(given, gatewayKeyVariable));
  return keys.length === 0 && demo ? 'demo' : keys;
}

function tellOperator(sentence: string): void {
  console.error(sentence);
}

function tellParent(told: Told): void {
  if (process.connected) process.send?.(told);
}

/** The county's process carries checkpoints between departments. */
function answerParent(ledger: Ledger): void {
  process.on('message', ({ question, witness }: Partial<Asked>) => {
    if (question === undefined || witness === undefined) return;
    answerWitness(ledger, witness).then(
      answer => tellParent({ question, answer }),
      (error: unknown) =>
        tellParent({ question, refusal: error instanceof CodedError ? error.message : 'a fault of its own' }),
    );
  });
}

/** Runs one department until SIGTERM or SIGINT. A parent process is told the address. */
export async function serveSubgraph(id: string, options: ServeOptions): Promise<void> {
  const county = loadCounty(options.county);
  if (!county.departments.some(d => d.id === id)) {
    throw operatorError('UNKNOWN_DEPARTMENT', {
      expected: `one of ${county.departments.map(d => d.id).join(', ')}`,
      got: JSON.stringify(id),
      todo: 'name a department of county.yaml',
    });
  }
  const gateways = gatewaysOf(options, county.seed !== undefined);
  const ledgers = ledgersFolder(county, options);
  const observation = await openObservation(id, options);
  const data = dataFolder(options);
  const opened = {
    county,
    id,
    disclosureKey: disclosureKey(county, id, data),
    databaseUrl: departmentUrl(county, id, data, options.databases),
    tell: tellOperator,
    pseudonymKeys: options.pseudonymKeys ?? [],
  };
  const department = await openRecorded(opened, ledgers, options);
  const served = await serveDepartment(department, options.port, {
    gateways,
    observer: observation.observer,
    routes: observation.metrics?.route,
  }).catch(async (error: unknown) => {
    await department.close();
    throw error;
  });
  if (department.ledger) answerParent(department.ledger);
  if (process.send) process.send({ url: served.url });
  else console.log(`${id} ${served.url}`);
  const stop = async (): Promise<void> => {
    await served.close();
    await observation.close();
    if (process.connected) process.disconnect();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(signal, () => void stop());
}
