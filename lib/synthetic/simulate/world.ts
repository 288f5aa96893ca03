import { yearOf } from '../calendar.ts';
import { createRandom, type Random } from '../random.ts';
import type { Grid, Write } from '../records.ts';

/** How a town differs from the others. 1 is the county's average. */
export interface TownHabit {
  readonly code: string;
  /** How much is reported for its people. */
  readonly volume: number;
  /** How long its business takes. */
  readonly slowness: number;
  /** Added to the chance that something is settled. */
  readonly success: number;
}

/** Everything that the parts of the simulation share. */
export interface World {
  readonly random: Random;
  readonly write: Write;
  /** First and last day of the data. */
  readonly from: number;
  readonly asOf: number;
  readonly scale: number;
  readonly grids: readonly Grid[];
  readonly organisations: number;
  habit(place: string): TownHabit;
  /** A grid where something happens: more people and livelier towns have more. */
  anyGrid(): Grid;
  /** Dice of one record, thrown without touching those of the county. */
  aside(id: string): Random;
  /** The day itself, or null when the data ends before it. */
  seen(day: number): number | null;
  /** 1, 2, 3 … in each series. */
  serial(series: string): number;
  /** A number that no other record of this series has: `TJ2025000123`. */
  number(series: string, day: number): string;
}

export function createWorld(
  parts: Pick<World, 'random' | 'write' | 'from' | 'asOf' | 'scale' | 'grids'> & { readonly seed: string },
): World {
  const { random, grids, seed } = parts;
  const habits = new Map<string, TownHabit>();
  for (const { place } of grids) {
    const code = place.slice(0, 9);
    if (habits.has(code)) continue;
    const volume = 0.75 + 0.5 * random.unit();
    habits.set(code, { code, volume, slowness: 0.8 + 0.5 * random.unit(), success: 0.08 * (random.unit() - 0.5) });
  }
  const habit = (place: string): TownHabit => habits.get(place.slice(0, 9)) as TownHabit;
  const reached: number[] = [];
  let total = 0;
  for (const grid of grids) reached.push((total += grid.population * habit(grid.place).volume));
  const last = new Map<string, number>();
  const serial = (series: string): number => {
    const next = (last.get(series) ?? 0) + 1;
    last.set(series, next);
    return next;
  };
  return {
    ...parts,
    organisations: Math.max(200, Math.round(4000 * parts.scale)),
    habit,
    anyGrid: () => grids[firstAbove(reached, random.unit() * total)] as Grid,
    aside: id => createRandom(`${seed}/${id}`),
    seen: day => (day <= parts.asOf ? day : null),
    serial,
    number(series, day) {
      const year = `${series}${yearOf(day)}`;
      return `${year}${String(serial(year)).padStart(6, '0')}`;
    },
  };
}

function firstAbove(reached: readonly number[], value: number): number {
  let [low, high] = [0, reached.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reached[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** At least `least` whole days of a log-normal length. */
export function days(world: World, median: number, spread: number, least = 0): number {
  return Math.max(least, Math.round(world.random.length(median, spread)));
}
