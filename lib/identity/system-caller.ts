import type { Caller } from './caller.ts';
import type { SystemEntry } from './file/identity-file.ts';

/** A registered system as a caller: all that it may be stands in its registration, and nothing in its token or certificate. */
export function systemCaller({ id, roles, department, areas = [], scopes = [], purposes }: SystemEntry): Caller {
  const more = department === undefined ? {} : { department };
  return { identity: { subject: `system/${id}`, system: id, roles, areas, scopes, ...more }, purposes };
}
