import { createHash } from 'node:crypto';
import type { AccessFile } from './access.ts';
import type { Purpose } from './purpose.ts';

/** JSON with sorted keys: the same policy has the same text, however it is spaced and commented. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

/** SHA-256, in hexadecimal, of what a decision rests on. */
export function policyVersion(access: AccessFile, purposes: ReadonlyMap<string, Purpose>): string {
  return createHash('sha256')
    .update(canonical({ access, purposes: Object.fromEntries(purposes) }))
    .digest('hex');
}
