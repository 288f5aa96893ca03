import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { WitnessQuestion } from './ledger-witnessing.ts';
import { gatewayKeyVariable } from './serve-subgraph.ts';

/** A department in a process of its own, started again when it ends. */
export interface DepartmentProcess {
  readonly id: string;
  readonly url: string;
  readonly pid: number | undefined;
  /** Why it does not run, in one sentence with its code; undefined while it does. */
  readonly fault: string | undefined;
  /** Asks it about ledgers. Rejects where it refuses, in its words, or does not run, without words. */
  ask(question: WitnessQuestion): Promise<unknown>;
  close(): Promise<void>;
}

/** A question to a child process, and its answer. */
export interface Asked {
  readonly question: number;
  readonly witness: WitnessQuestion;
}
export interface Told {
  readonly question: number;
  readonly answer?: unknown;
  readonly refusal?: string;
}

/** Numbers of questions to child processes. */
let questions = 0;

function askChild(child: ChildProcess, witness: WitnessQuestion): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  questions += 1;
  const question = questions;
  const hear = (told: Partial<Told>): void => {
    if (told.question !== question) return;
    if (told.refusal === undefined) resolve(told.answer);
    else reject(new Error(told.refusal));
  };
  const end = (): void => reject(new Error(''));
  child.on('message', hear).once('exit', end);
  if (child.connected) child.send({ question, witness } satisfies Asked, error => error && end());
  else end();
  return promise.finally(() => void child.off('message', hear).off('exit', end));
}

/** Waits between restarts: 0.5 s, doubled up to 10 s while it keeps ending. */
const firstWait = 500;
const longestWait = 10_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** What a department said, under its name. Its log lines have the name in them. */
function saidBy(id: string, words: string): string {
  return words.startsWith('{') ? words : `${id}: ${words}`;
}

/** Undefined when it is ready, else the sentence that it ended with. */
function outcome(id: string, child: ChildProcess): Promise<string | undefined> {
  return new Promise(resolve => {
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));
    child.once('message', () => {
      resolve(undefined);
      // What a running department tells its operator: which entry of its mapping no longer fits.
      child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(saidBy(id, chunk.toString())));
    });
    child.once('exit', () =>
      resolve(
        words.trim().split('\n').at(-1) ||
          `DEPARTMENT_FAILED: Expected ${id} to start, got an early end; run countygraph serve subgraph ${id} to see why.`,
      ),
    );
  });
}

/**
 * Starts a department with the arguments of `countygraph serve subgraph`. It keeps its address over restarts. One that cannot
 * start has a `fault` and is tried again, so that a corrected mapping or a database that comes back needs no hand.
 * `gatewayKey`: the public key (PEM) of the gateway that asks it.
 */
export async function runDepartment(
  id: string,
  args: readonly string[],
  gatewayKey: string,
): Promise<DepartmentProcess> {
  const port = await freePort();
  const start = (): ChildProcess =>
    fork(join(import.meta.dirname, 'main.ts'), ['serve', 'subgraph', id, '--port', String(port), ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, [gatewayKeyVariable]: gatewayKey },
    });
  let child: ChildProcess;
  let fault: string | undefined;
  let [closing, wait] = [false, firstWait];
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    child = start();
    child.once('exit', () => {
      if (closing) return;
      timer = setTimeout(() => void run(), wait);
      wait = Math.min(wait * 2, longestWait);
    });
    fault = await outcome(id, child);
    if (fault === undefined) wait = firstWait;
  };
  await run();
  return {
    id,
    url: `http://127.0.0.1:${port}/`,
    get pid() {
      return child.pid;
    },
    get fault() {
      return fault;
    },
    ask: question => (fault === undefined ? askChild(child, question) : Promise.reject(new Error(''))),
    async close() {
      closing = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(force);
    },
  };
}
