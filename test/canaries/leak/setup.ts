import { watchCanaries } from '../run.ts';

export async function setup(): Promise<void> {
  await watchCanaries();
}
