import {
  compose,
  createGateway,
  inProcessTransport,
  TransportError,
  type Gateway,
  type Transport,
} from '../../gateway/index.ts';
import { CodedError } from '../kernel/coded-error.ts';
import { askingFor, defaultDemoCaller } from '../identity/index.ts';
import { publicIdentity } from '../kernel/identity.ts';
import { departmentUrl, type County } from '../kernel/county.ts';
import { pseudonymKeyFiles } from './pseudonym-keys.ts';
import { ofCommands } from './deadlines.ts';
import { disclosureKey } from './disclosure-key.ts';
import { openDepartment, publicErrors, readContract, type Department } from '../subgraph/index.ts';
import { openRecorded } from './department-ledger.ts';

/** A county in this one process: for the command line and tests; `npm start` gives each department its own. */
export interface InProcessCounty {
  readonly gateway: Gateway;
  readonly departments: ReadonlyMap<string, Department>;
  /** Departments that could not be opened, and why; their fields answer SUBGRAPH_UNAVAILABLE. */
  readonly faults: ReadonlyMap<string, CodedError>;
  close(): Promise<void>;
}

/** `underWay`: what the department works at, also for callers that have gone. */
function transportOf(department: Department, underWay: Set<Promise<unknown>>): Transport {
  return inProcessTransport(
    async (request, { identity, signal, work }) => {
      const answering = department.execute(request, identity ?? publicIdentity, signal, work);
      underWay.add(answering);
      const result = await answering.finally(() => underWay.delete(answering));
      const errors = publicErrors(result);
      // The executor's objects have no prototype and are ours to hand over.
      return { data: result.data ?? null, ...(errors ? { errors } : {}) };
    },
    { deadline: ofCommands },
  );
}

const nobody: Transport = inProcessTransport(() => {
  throw new TransportError('SUBGRAPH_UNAVAILABLE');
});

interface Where {
  readonly databases: string | undefined;
  readonly dataFolder: string;
  readonly ledgers: string | undefined;
}

/** Opens one department after the other; gives those that could not be, and why. */
async function openInto(
  departments: Map<string, Department>,
  county: County,
  { databases, dataFolder, ledgers }: Where,
): Promise<Map<string, CodedError>> {
  const faults = new Map<string, CodedError>();
  for (const { id } of county.departments) {
    try {
      const databaseUrl = departmentUrl(county, id, dataFolder, databases);
      const keys = {
        disclosureKey: disclosureKey(county, id, dataFolder),
        pseudonymKeys: pseudonymKeyFiles(county, id, dataFolder),
      };
      const options = { county, id, databaseUrl, ...keys };
      const opened =
        ledgers === undefined ? openDepartment({ ...options, ledger: undefined }) : openRecorded(options, ledgers);
      departments.set(id, await opened);
    } catch (error) {
      if (!(error instanceof CodedError) || error.kind !== 'operator') throw error;
      faults.set(id, error);
    }
  }
  return faults;
}

/**
 * Opens all departments of a county and a gateway over them. `databases`: a URL template in place of the county's own. `ledgers`:
 * the folder of their ledgers; undefined records nothing, for tests and benchmarks alone.
 */
export async function openCounty(
  county: County,
  databases: string | undefined,
  dataFolder: string,
  ledgers: string | undefined,
): Promise<InProcessCounty> {
  const departments = new Map<string, Department>();
  const underWay = new Set<Promise<unknown>>();
  const close = async (): Promise<void> => {
    await Promise.allSettled(underWay);
    await Promise.all([...departments.values()].map(d => d.close()));
  };
  try {
    const faults = await openInto(departments, county, { databases, dataFolder, ledgers });
    const [first] = faults.values();
    if (departments.size === 0 && first) throw first;
    const services = county.departments
      .filter(({ id }) => !['BAD_SCHEMA', 'UNKNOWN_DEPARTMENT'].includes(faults.get(id)?.code ?? ''))
      .map(({ id }) => ({
        name: id,
        url: `http://127.0.0.1/${id}`,
        sdl: departments.get(id)?.sdl ?? readContract(id, { county: county.folder }).sdl,
      }));
    const transports = new Map(
      services.map(({ name }) => {
        const department = departments.get(name);
        return [name, department ? transportOf(department, underWay) : nobody];
      }),
    );
    const gateway = createGateway({
      ...compose(services, { isolated: true }),
      deadline: ofCommands,
      transports,
      defaultIdentity: county.demo ? askingFor(defaultDemoCaller(county.demo), {}) : publicIdentity,
    });
    return {
      gateway,
      departments,
      faults,
      async close() {
        await gateway.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
