import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

// The public data live beside the repository; COUNTYGRAPH_SHARED names another folder that holds `real`.
const shared = process.env['COUNTYGRAPH_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared');

export const sharedData = join(shared, 'real');
export const isThere = existsSync(sharedData);

/** The name of a group of tests, which says why it is skipped where it is. */
export function named(name: string): string {
  return isThere ? name : `${name}: skipped, no such folder; set COUNTYGRAPH_SHARED to the one that holds real`;
}
