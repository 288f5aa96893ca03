import type { County } from '../kernel/county.ts';

/** How long the gateway waits, in milliseconds: for a department one second more than its database may work, so that its own words arrive. */
export function deadlinesOf({ patience }: County): { readonly department: number; readonly request: number } {
  const department = 1000 * (patience + 1);
  return { department, request: Math.max(30_000, department + 1000) };
}

/** The same in one process, where whoever waits sits at a terminal and may end it; a statement still has the county's patience. */
export const ofCommands = 600_000;
