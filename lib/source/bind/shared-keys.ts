import { keyOf } from '../mapping/mapping.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import { badMapping } from './fault.ts';

/** Two types over the same rows by the same key would make one record two things. */
export function refuseSharedKeys(read: ReadMapping): void {
  const owners = new Map<string, string>();
  for (const [type, mapping] of Object.entries(read.mapping.types)) {
    if ('absent' in mapping || mapping.key === undefined) continue;
    const { from, rows: wide, only, except, key } = mapping;
    const rows = JSON.stringify([[from].flat(), wide, only, except, keyOf(key)]);
    const owner = owners.get(rows);
    if (owner !== undefined)
      throw badMapping(
        read,
        ['types', type, 'key'],
        `rows that ${owner} does not have by the same key, told apart by only or except`,
        `the same rows for ${type}`,
      );
    owners.set(rows, type);
  }
}
