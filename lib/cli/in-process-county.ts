import { compose, createGateway, inProcessTransport, type Gateway, type Transport } from '../../gateway/index.ts';
import { departmentUrl, type County } from '../kernel/county.ts';
import { openDepartment, publicErrors, type Department } from '../subgraph/index.ts';

/** A county in this one process: for the command line and tests; `npm start` gives each department its own. */
export interface InProcessCounty {
  readonly gateway: Gateway;
  readonly departments: ReadonlyMap<string, Department>;
  close(): Promise<void>;
}

function transportOf(department: Department): Transport {
  return inProcessTransport(async (request, { subject }) => {
    const result = await department.execute(request, subject ?? 'public');
    const errors = publicErrors(result);
    // The executor's objects have no prototype and are ours to hand over.
    return { data: result.data ?? null, ...(errors ? { errors } : {}) };
  });
}

/** Opens all departments of a county and a gateway over them. `databases`: a URL template in place of the county's own. */
export async function openCounty(
  county: County,
  databases: string | undefined,
  dataFolder: string,
): Promise<InProcessCounty> {
  const departments = new Map<string, Department>();
  const close = async (): Promise<void> => void (await Promise.all([...departments.values()].map(d => d.close())));
  try {
    for (const { id } of county.departments) {
      departments.set(
        id,
        await openDepartment({ county, id, databaseUrl: departmentUrl(county, id, dataFolder, databases) }),
      );
    }
    const services = [...departments.values()].map(d => ({ name: d.id, url: `http://127.0.0.1/${d.id}`, sdl: d.sdl }));
    const transports = new Map([...departments.values()].map(d => [d.id, transportOf(d)]));
    const gateway = createGateway({ ...compose(services), transports, defaultSubject: county.demo.subject });
    return {
      gateway,
      departments,
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
