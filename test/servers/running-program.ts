import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';

/** A command that runs, with what it says. */
export class Program {
  out = '';
  err = '';
  readonly #child;

  constructor(args: readonly string[], environment: Record<string, string> = {}) {
    this.#child = spawn(process.execPath, args, { env: { ...process.env, ...environment } });
    this.#child.stdout.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.#child.stderr.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
  }

  async url(): Promise<string> {
    await expect.poll(() => this.out + this.err, { timeout: 90_000 }).toMatch(/https?:\S+/);
    return /https?:\S+/.exec(this.out)![0];
  }

  /** Its log lines; whatever else it says there is none. */
  get lines(): Record<string, unknown>[] {
    return this.err
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Record<string, unknown>);
  }

  /** The status that it ended with; null before, and after a signal. */
  get code(): number | null {
    return this.#child.exitCode;
  }

  /** Waits until it ends by itself and has said all. */
  async ended(): Promise<void> {
    await once(this.#child, 'close');
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}
