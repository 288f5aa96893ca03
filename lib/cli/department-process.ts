import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { operatorError } from '../kernel/coded-error.ts';

/** A department in a process of its own, started again when it dies. */
export interface DepartmentProcess {
  readonly id: string;
  readonly url: string;
  readonly pid: number | undefined;
  close(): Promise<void>;
}

/** Waits between restarts: 0.5 s, doubled up to 10 s while it keeps dying. */
const firstWait = 500;
const longestWait = 10_000;

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));
    child.once('message', message => resolve((message as { url: string }).url));
    child.once('exit', () => reject(new Error(words.trim())));
  });
}

/** Starts a department with the arguments of `countygraph serve subgraph`. It keeps its address over restarts. */
export async function runDepartment(id: string, args: readonly string[]): Promise<DepartmentProcess> {
  const start = (port: number): ChildProcess =>
    fork(join(import.meta.dirname, 'main.ts'), ['serve', 'subgraph', id, '--port', String(port), ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  let child = start(0);
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  const url = await ready(child).catch((error: Error) => {
    const [code = 'DEPARTMENT_FAILED', ...rest] = error.message.split(': ');
    throw rest.length > 0
      ? Object.assign(operatorError(code, { expected: '', got: '', todo: '' }), {
          message: `${id}: ${rest.join(': ')}`,
        })
      : operatorError('DEPARTMENT_FAILED', {
          expected: `${id} to start`,
          got: 'an early end',
          todo: `run countygraph serve subgraph ${id} to see why`,
        });
  });
  let wait = firstWait;
  const watch = (): void => {
    child.once('exit', () => {
      if (closing) return;
      timer = setTimeout(() => {
        child = start(Number(new URL(url).port));
        ready(child).then(
          () => (wait = firstWait),
          () => undefined,
        );
        watch();
      }, wait);
      wait = Math.min(wait * 2, longestWait);
    });
  };
  watch();
  return {
    id,
    url,
    get pid() {
      return child.pid;
    },
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
