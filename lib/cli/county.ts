import { join, resolve } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bundlePage, pageRoutes } from '../../dashboards/index.ts';
import { bundleGraphiql, graphiqlRoutes } from '../../gateway/graphiql/index.ts';
import { compose, createGateway, serveGateway } from '../../gateway/index.ts';
import { loadCounty } from '../kernel/county.ts';
import { readContract } from '../subgraph/index.ts';
import { runDepartment, type DepartmentProcess } from './department-process.ts';
import { ensureData, type DataOptions } from './synthesise.ts';

export interface CountyOptions extends DataOptions {
  readonly port: number;
}

/** A county that runs: eight departments in processes of their own, so that a slow one holds up no other, and a gateway. */
export interface RunningCounty {
  readonly url: string;
  readonly name: string;
  readonly dataFolder: string;
  readonly departments: readonly DepartmentProcess[];
  close(): Promise<void>;
}

export async function runCounty(options: CountyOptions): Promise<RunningCounty> {
  const county = loadCounty(options.county);
  const dataFolder = await ensureData(county, options);
  const args = [
    '--county',
    resolve(options.county),
    '--data',
    dataFolder,
    ...(options.databases === undefined ? [] : ['--databases', options.databases]),
  ];
  const bundles = join(import.meta.dirname, '../../node_modules/.cache/countygraph');
  const [graphiql, page] = [join(bundles, 'graphiql'), join(bundles, 'page')];
  const bundled = Promise.all([bundleGraphiql(graphiql), bundlePage(page)]);
  const started = await Promise.allSettled(county.departments.map(d => runDepartment(d.id, args)));
  const departments = started.filter(s => s.status === 'fulfilled').map(s => s.value);
  const closeDepartments = async (): Promise<void> => void (await Promise.all(departments.map(d => d.close())));
  try {
    const failed = started.find(s => s.status === 'rejected');
    if (failed) throw failed.reason;
    await bundled;
    const { supergraphSdl } = compose(departments.map(d => ({ name: d.id, url: d.url, sdl: readContract(d.id).sdl })));
    const gateway = createGateway({ supergraphSdl, defaultSubject: county.demo.subject });
    const routes = [graphiqlRoutes(graphiql), pageRoutes(page)];
    const server = await serveGateway(gateway, {
      port: options.port,
      routes: (request: IncomingMessage, response: ServerResponse) => routes.some(route => route(request, response)),
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
      },
    };
  } catch (error) {
    await bundled.catch(() => undefined);
    await closeDepartments();
    throw error;
  }
}
