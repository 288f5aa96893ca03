import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { runCounty, type RunningCounty } from '../lib/cli/county.ts';
import { openCounty, type InProcessCounty } from '../lib/cli/in-process-county.ts';
import { departmentUrl, loadCounty, type County } from '../lib/kernel/county.ts';
import { identityOfRole } from '../lib/kernel/identity.ts';
import { generateCounty, type Truth } from '../lib/synthetic/index.ts';
import { lookForCanaries } from './canaries/watch.ts';
import { dropDatabase, type DatabaseKind } from './servers/databases.ts';

export const fengxi: County = loadCounty(join(import.meta.dirname, '../counties/fengxi'));

/** The county's analyst, who asks where nobody says who. */
export const analyst = identityOfRole('analyst', { purpose: 'governance-analysis' });

/** An official of 330199001. */
export const townOfficial = identityOfRole('town-official', { purpose: 'town-governance', areas: ['330199001'] });

/** A small synthetic county in real databases of one kind, opened in this process. */
export interface TestCounty extends InProcessCounty {
  readonly truth: Truth;
  /** Where SQLite databases lie. */
  readonly dataFolder: string;
  /** Template of the databases' addresses. */
  readonly databases: string;
  /** Address of a department's database. */
  databaseUrl(department: string): string;
  /** SQL statements run by all departments so far, by department. */
  statements(): Record<string, number>;
}

/** A small synthetic county in real databases of one kind, which nothing has opened. */
export async function makeTestCounty(kind: DatabaseKind, scale: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'countygraph-county-'));
  const name = `t${randomBytes(4).toString('hex')}_{department}`;
  const target =
    kind === 'sqlite'
      ? 'sqlite:{data}/{department}.sqlite'
      : `${inject(kind === 'mariadb' ? 'mariadbUrl' : 'postgresUrl')}/${name}`;
  const truth = await generateCounty({ county: fengxi, target, dataDir, scale });
  const drop = async (): Promise<void> => {
    if (kind !== 'sqlite')
      for (const { id } of fengxi.departments)
        await dropDatabase(kind, name.replace('{department}', id.replaceAll('-', '_')));
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { dataDir, target, truth, drop };
}

/** Answers that do not go over HTTP are held against the canaries, too. */
function watched(gateway: InProcessCounty['gateway']): InProcessCounty['gateway'] {
  return {
    ...gateway,
    async execute(request, context) {
      const answer = await gateway.execute(request, context);
      lookForCanaries('answers', `gateway: ${request.query?.slice(0, 60)}`, JSON.stringify(answer));
      return answer;
    },
  };
}

export async function openTestCounty(kind: DatabaseKind, scale = 0.1): Promise<TestCounty> {
  const { dataDir, target, truth, drop } = await makeTestCounty(kind, scale);
  const opened = await openCounty(fengxi, target, dataDir, undefined);
  return {
    ...opened,
    gateway: watched(opened.gateway),
    truth,
    dataFolder: dataDir,
    databases: target,
    databaseUrl: department => departmentUrl(fengxi, department, dataDir, target),
    statements: () => Object.fromEntries([...opened.departments].map(([id, d]) => [id, d.source.statements])),
    async close() {
      await opened.close();
      await drop();
    },
  };
}

/** A county as `npm start` runs it: eight processes over SQLite files, a gateway and the page on free ports. */
export async function startCounty({
  scale = 0.05,
  folder = fengxi.folder,
}: { readonly scale?: number; readonly folder?: string } = {}): Promise<RunningCounty> {
  const data = mkdtempSync(join(tmpdir(), 'countygraph-run-'));
  const running = await runCounty({ county: folder, data, scale, port: 0 });
  return {
    ...running,
    async close() {
      await running.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
