import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { operatorError } from '../../lib/kernel/coded-error.ts';
import type { Account } from './account.ts';

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;

export interface ServerSpec {
  /** What people call it; also the name of its log file. */
  readonly name: string;
  /** The folder that holds its data, socket and log. */
  readonly folder: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly account: Account | undefined;
  /** Ends it although clients are still connected. */
  readonly stopSignal: NodeJS.Signals;
  /** Ends it at once, data or not, with nothing left behind in the system. */
  readonly abandonSignal: NodeJS.Signals;
}

/** A server that we started and therefore end. */
export class ServerProcess {
  readonly #spec: ServerSpec;
  readonly #child: ChildProcess;
  #spawnError: Error | undefined;

  constructor(spec: ServerSpec) {
    this.#spec = spec;
    const log = openSync(logOf(spec), 'a');
    // Detached: Ctrl-C in a terminal goes to the tests, which end the servers in order.
    this.#child = spawn(spec.program, spec.args, {
      cwd: spec.folder,
      detached: true,
      stdio: ['ignore', log, log],
      ...spec.account,
    });
    this.#child.once('error', error => (this.#spawnError = error));
    closeSync(log);
  }

  /** Waits until `connect` succeeds; if the server dies or is late instead, throws the end of its log. */
  async ready(connect: () => Promise<void>): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    for (;;) {
      const failure = await connect().then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure === undefined) return;
      if (!this.#isRunning() || Date.now() > deadline) throw startFailure(this.#spec, this.#spawnError ?? failure);
      await sleep(100);
    }
  }

  async stop(): Promise<void> {
    if (!this.#isRunning()) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill(this.#spec.stopSignal);
    const late = setTimeout(() => this.#child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await exited;
    clearTimeout(late);
  }

  /** For the last moment of our own process, when nothing can be awaited any more. */
  abandon(): void {
    if (this.#isRunning()) this.#child.kill(this.#spec.abandonSignal);
  }

  #isRunning(): boolean {
    return this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }
}

/** Runs a program that prepares a server's data folder; throws the end of what it said if it fails. */
export async function prepareData(spec: ServerSpec, program: string, args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(program, args, { cwd: spec.folder, ...spec.account });
  } catch (error) {
    throw startFailure(spec, error);
  }
}

function startFailure(spec: ServerSpec, cause: unknown): Error {
  const log = readLog(spec).trim().split('\n').slice(-3).join(' / ');
  const said = cause instanceof Error ? cause.message.trim().split('\n').slice(-3).join(' / ') : String(cause);
  return operatorError(
    'TEST_SERVER_FAILED',
    {
      expected: `${spec.name} to start for the tests`,
      got: `"${log || said}"`,
      todo: `see whether ${spec.program} runs on this machine and there is room in the temporary folder`,
    },
    { cause },
  );
}

function logOf(spec: ServerSpec): string {
  return join(spec.folder, 'server.log');
}

function readLog(spec: ServerSpec): string {
  try {
    return readFileSync(logOf(spec), 'utf8');
  } catch {
    return '';
  }
}
