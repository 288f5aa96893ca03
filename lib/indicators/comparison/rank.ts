import type { Figure, Known } from '../figure.ts';
import type { Chance } from '../formula/formula.ts';
import type { Indicator } from '../indicator.ts';
import { differenceOf, signOf } from './difference.ts';
import { measuredOf } from './side.ts';

/** A place among those of its level that have a number. */
export interface RankAmong {
  /** 1 is best; equal values share it. */
  readonly rank: number;
  /** The ranks that it may have by chance: a 95 % interval. */
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

/**
 * The rank of a place with its interval: places that are better than it for certain are before it, and those that are worse after
 * it; between these any rank may be its. Each of the n - 1 differences is held at 1 - 0.05 / (n - 1) (Bonferroni). null where
 * neither way is better, where values have no interval of a difference, and where counts are rounded.
 *
 * Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91:476-518, with Bonferroni's correction.
 */
export function rankAmong(
  { direction }: Pick<Indicator, 'direction'>,
  chance: Chance,
  figure: Figure,
  figures: readonly Figure[],
): RankAmong | null {
  const known = figures.filter((each): each is Known => each.value !== null);
  if (direction === 'neutral' || (chance !== 'share' && chance !== 'rate')) return null;
  if (figure.value === null || known.length < 2 || known.some(({ roundedTo }) => roundedTo !== null)) return null;
  const others = known.filter(({ area }) => area.code !== figure.area.code);
  const way = direction === 'higher' ? 1 : -1;
  const confidence = 1 - 0.05 / others.length;
  const signs = others.map(other => {
    const difference = differenceOf(chance, measuredOf(other), measuredOf(figure), confidence);
    return difference === null ? 0 : signOf(difference) * way;
  });
  const { value } = figure;
  return {
    rank: 1 + others.filter(other => (other.value - value) * way > 0).length,
    best: 1 + signs.filter(sign => sign > 0).length,
    worst: others.length + 1 - signs.filter(sign => sign < 0).length,
    of: others.length + 1,
  };
}
