import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariadb } from './mariadb.ts';
import { startPostgres } from './postgres.ts';
import { providePrograms } from './programs.ts';
import type { ServerProcess } from './server-process.ts';

/** Where the tests find their servers. */
export interface ServerAddresses {
  /** `mysql://root@127.0.0.1:<port>`, no database chosen. */
  readonly mariadbUrl: string;
  /** `postgres://postgres@127.0.0.1:<port>`, no database chosen. */
  readonly postgresUrl: string;
  /** Absolute path of the Chromium program. */
  readonly chromiumPath: string;
}

export interface RunningServers extends ServerAddresses {
  /** Ends the servers and removes their folder. */
  stop(): Promise<void>;
}

/**
 * Starts a MariaDB and a PostgreSQL of our own in a temporary folder on free ports of 127.0.0.1, and finds
 * Chromium. They end with `stop()`, when this process is interrupted, and at the latest when it exits.
 * Throws TEST_PROGRAM_MISSING or TEST_SERVER_FAILED.
 */
export async function startServers(): Promise<RunningServers> {
  const programs = providePrograms();
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-servers-'));
  chmodSync(folder, 0o755); // the servers' accounts pass through it to their own folders
  const servers: ServerProcess[] = [];
  const register = (server: ServerProcess): void => void servers.push(server);

  const abandon = (): void => {
    for (const server of servers) server.abandon();
    removeWhileWritten(folder);
  };
  const interrupted = (signal: NodeJS.Signals): void => {
    void stop().finally(() => process.exit(128 + constants.signals[signal]));
  };
  async function stop(): Promise<void> {
    await Promise.all(servers.map(server => server.stop()));
    removeWhileWritten(folder);
    process.off('exit', abandon);
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }
  process.once('exit', abandon);
  for (const signal of SIGNALS) process.once(signal, interrupted);

  const [mariadb, postgres] = await Promise.allSettled([
    startMariadb(programs, folder, register),
    startPostgres(programs, folder, register),
  ]);
  if (mariadb.status === 'fulfilled' && postgres.status === 'fulfilled') {
    return { mariadbUrl: mariadb.value, postgresUrl: postgres.value, chromiumPath: programs.chromium, stop };
  }
  await stop();
  throw mariadb.status === 'rejected' ? mariadb.reason : (postgres as PromiseRejectedResult).reason;
}

/** Servers (or the programs that prepare their data) may still write for a moment after they were told to end. */
function removeWhileWritten(folder: string): void {
  for (let tries = 0; tries < 100 && existsSync(folder); tries += 1) {
    if (tries > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Not empty yet.
    }
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

if (import.meta.main) {
  try {
    const { mariadbUrl, postgresUrl, chromiumPath } = await startServers();
    console.log(
      `mariadbUrl    ${mariadbUrl}\npostgresUrl   ${postgresUrl}\nchromiumPath  ${chromiumPath}\nCtrl-C ends them.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
