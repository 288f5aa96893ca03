import type { TestProject } from 'vitest/node';
import { CodedError } from '../../lib/kernel/coded-error.ts';
import { watchCanaries } from '../canaries/run.ts';
import { type ServerAddresses, startServers } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext extends ServerAddresses {}
}

/** Runs once before all tests; `inject('mariadbUrl')` and its fellows give the addresses to each of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await watchCanaries();
  const servers = await startServers().catch(withoutStack);
  project.provide('mariadbUrl', servers.mariadbUrl);
  project.provide('postgresUrl', servers.postgresUrl);
  project.provide('chromiumPath', servers.chromiumPath);
  return () => servers.stop();
}

/** What is missing on a machine is said in one sentence; where our code noticed it helps nobody. */
function withoutStack(error: unknown): never {
  if (error instanceof CodedError) error.stack = '';
  throw error;
}
