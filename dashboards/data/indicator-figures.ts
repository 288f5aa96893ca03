import type { Period } from '../../lib/kernel/period.ts';
import type { Figure } from '../../lib/indicators/index.ts';
import type { CountyData } from './county-data.ts';
import type { OwnerGroup } from './indicators-by-owner.ts';

/** Groups under way at a time: a browser keeps six connections, and the first groups are to be seen first. */
const atOnce = 2;

export interface FiguresWanted {
  readonly area: string;
  readonly period: Period;
  /** Oldest first. */
  readonly months: readonly Period[];
  /** Asked before each group: nothing more is asked once it says no. */
  isWanted(): boolean;
}

/**
 * The figures of all groups, each group one planning: first those of the period, from top to bottom, then the months. A department
 * that is slow holds up its own group and those that need it.
 */
export async function indicatorFigures(
  data: CountyData,
  groups: readonly OwnerGroup[],
  { area, period, months, isWanted }: FiguresWanted,
  keep: (what: 'figures' | 'months', group: OwnerGroup, figures: readonly Figure[]) => void,
): Promise<void> {
  const tasks = [
    ...groups.map(group => ({ what: 'figures' as const, group, periods: [period] })),
    ...groups.map(group => ({ what: 'months' as const, group, periods: months })),
  ];
  const work = async (): Promise<void> => {
    for (let task = tasks.shift(); task !== undefined && isWanted(); task = tasks.shift()) {
      const { what, group, periods } = task;
      const ids = group.indicators.map(({ id }) => id);
      const figures = await data.figures(ids, area, periods);
      if (isWanted()) keep(what, group, figures);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
