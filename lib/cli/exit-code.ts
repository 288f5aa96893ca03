import { CodedError } from '../kernel/coded-error.ts';

/** Runs a command that ends with 1 for what it finds: a fault of the command itself ends it with 2. */
export async function endWith(run: () => Promise<0 | 1> | 0 | 1): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof CodedError) || error.kind === 'invariant') throw error;
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.exitCode = 2;
  }
}
