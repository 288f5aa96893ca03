import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { makeFolder, serverAccount } from './account.ts';
import { freePort } from './free-port.ts';
import type { Programs } from './programs.ts';
import { ServerProcess, type ServerSpec, prepareData } from './server-process.ts';

/**
 * Starts a MariaDB of our own under `folder`; `register` is called as soon as there is a process to end.
 * Returns its URL: user root, no password, TCP on 127.0.0.1.
 */
export async function startMariadb(
  programs: Programs,
  folder: string,
  register: (server: ServerProcess) => void,
): Promise<string> {
  const account = serverAccount('mysql');
  const port = await freePort();
  const own = makeFolder(join(folder, 'mariadb'), account);
  const data = join(own, 'data');
  const spec: ServerSpec = {
    name: 'MariaDB',
    folder: own,
    program: programs.mariadbd,
    args: serverArgs(own, data, port),
    account,
    stopSignal: 'SIGTERM',
    abandonSignal: 'SIGKILL',
  };
  await prepareData(spec, programs.mariadbInstallDb, [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${own}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const server = new ServerProcess(spec);
  register(server);
  const url = `mysql://root@127.0.0.1:${port}`;
  await server.ready(async () => {
    const connection = await createConnection(url);
    await connection.query('SELECT 1');
    await connection.end();
  });
  return url;
}

function serverArgs(own: string, data: string, port: number): string[] {
  return [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${own}`,
    `--socket=${join(own, 'sock')}`,
    `--pid-file=${join(own, 'pid')}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    // A county's servers run on China's time; tests must not lean on the machine's zone.
    '--default-time-zone=+08:00',
    // The data is thrown away at the end: no durability, little memory.
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-fast-shutdown=2',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=32M',
    '--key-buffer-size=1M',
    '--performance-schema=OFF',
  ];
}
