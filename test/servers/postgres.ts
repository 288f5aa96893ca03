import { join } from 'node:path';
import { Client } from 'pg';
import { makeFolder, serverAccount } from './account.ts';
import { freePort } from './free-port.ts';
import type { Programs } from './programs.ts';
import { ServerProcess, type ServerSpec, prepareData } from './server-process.ts';

/**
 * Starts a PostgreSQL of our own under `folder`; `register` is called as soon as there is a process to end.
 * Returns its URL: user postgres, no password, TCP on 127.0.0.1.
 */
export async function startPostgres(
  programs: Programs,
  folder: string,
  register: (server: ServerProcess) => void,
): Promise<string> {
  const account = serverAccount('postgres');
  const port = await freePort();
  const own = makeFolder(join(folder, 'postgres'), account);
  const data = join(own, 'data');
  const spec: ServerSpec = {
    name: 'PostgreSQL',
    folder: own,
    program: programs.postgres,
    args: ['-D', data, '-p', String(port), ...settings(own).flatMap(setting => ['-c', setting])],
    account,
    // SIGTERM would wait for every client to leave; SIGINT rolls their transactions back.
    stopSignal: 'SIGINT',
    // SIGKILL would leave its workers and shared memory behind.
    abandonSignal: 'SIGQUIT',
  };
  const options = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  await prepareData(spec, programs.initdb, ['-D', data, ...options]);
  const server = new ServerProcess(spec);
  register(server);
  const url = `postgres://postgres@127.0.0.1:${port}`;
  await server.ready(async () => {
    const client = new Client({ connectionString: `${url}/postgres` });
    await client.connect();
    await client.query('SELECT 1');
    await client.end();
  });
  return url;
}

function settings(own: string): string[] {
  return [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${own}`,
    // A county's servers run on China's time; tests must not lean on the machine's zone.
    'timezone=Asia/Shanghai',
    // The data is thrown away at the end: no durability, little memory.
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'shared_buffers=32MB',
  ];
}
