import type { World } from './world.ts';

/** Of records that are closed, so many are completed later: documents that came late, a name that was misspelt. */
const lateShare = 0.06;

/** Last day on which that happens, counted from closing. */
const latest = 30;

/** What happened to a record; null is what has not, or not yet. */
interface Entries {
  readonly closedOn: number | null;
  /** Days on which something else was entered. */
  readonly others: readonly (number | null)[];
}

/**
 * The day on which a record was last changed: that of its last entry or, for a few closed ones, a day after. Dice of its own, so
 * that nothing else of a county depends on it.
 */
export function lastChange(world: World, id: string, { closedOn, others }: Entries): number {
  const own = world.aside(`${id}/change`);
  const late = closedOn !== null && own.chance(lateShare) ? world.seen(closedOn + own.int(1, latest)) : null;
  return Math.max(...[closedOn, late, ...others].filter(day => day !== null));
}
