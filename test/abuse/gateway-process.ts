import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The gateway's command in a process of its own, as an operator runs it. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** Supergraphs that it has taken since its start. */
  readonly taken: () => number;
  /** What it said on standard error. */
  readonly faults: readonly string[];
  /** Ends it by SIGTERM; its exit code. */
  end(): Promise<number | null>;
}

const main = join(import.meta.dirname, '../../gateway/main.ts');

/** Starts it with these options, and with further ones of Node. Rejects when it ends before it serves. */
export async function startGateway(
  options: readonly string[],
  ofNode: readonly string[] = [],
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [...ofNode, main, ...options], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const faults: string[] = [];
  createInterface({ input: child.stderr! }).on('line', line => faults.push(line));
  let taken = 0;
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', line => {
      const [, address] = /^gateway: (\S+)$/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
      if (line.endsWith(' taken')) taken += 1;
    });
    child.once('exit', () => reject(new Error(faults.join('\n'))));
  });
  return {
    child,
    url,
    taken: () => taken,
    faults,
    async end() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
