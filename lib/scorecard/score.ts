import { weightedMean } from '../stats/index.ts';
import type { Aggregation, Card } from './card.ts';

/** Points of one group of items, before and after its limits. */
export interface GroupPoints {
  readonly id: string;
  readonly sum: number;
  readonly floor: number;
  readonly cap: number;
  readonly points: number;
}

/** The arithmetic of one score, step by step. */
export interface Scored {
  /** base + bonus. */
  readonly score: number;
  /** 0 to 100. */
  readonly base: number;
  readonly bonus: number;
  /** What bonus items bring before the cap. */
  readonly bonusSum: number;
  /** 100 over the weights of the items that count. */
  readonly factor: number;
  /**
   * What each item brings, in the order of the card: points before limits of groups; null where left out, and in a geometric mean,
   * of which no part is an item's own.
   */
  readonly points: readonly (number | null)[];
  readonly groups: readonly GroupPoints[];
}

/** The weighted mean of shares (0 to 1), times 100. A geometric mean is taken of 1 + 99 x share, so that 0 has one. */
export function aggregate(
  shares: readonly (number | null)[],
  weights: readonly number[],
  kind: Aggregation,
): number | null {
  const onScale = shares.map(share => (share === null ? null : 1 + 99 * share));
  const mean = weightedMean(onScale, weights, kind, 'reweight');
  return mean === null ? null : ((mean - 1) / 99) * 100;
}

/**
 * The score of one area out of its marks, in the order of the card's items and within their limits; null where an item is left
 * out, and then the weights of the others are scaled up. null when no item is left.
 */
export function scoreOf(card: Card, marks: readonly (number | null)[]): Scored | null {
  const { items, aggregation } = card;
  const shares = items.map((item, i) => shareOf(marks[i] ?? null, item.full));
  const weights = items.map(({ bonus, weight }) => (bonus ? 0 : weight));
  const present = weights.reduce((sum, weight, i) => sum + (shares[i] === null ? 0 : weight), 0);
  if (present === 0) return null;
  const factor = 100 / present;
  const points = items.map(({ weight, bonus }, i) => {
    const share = shares[i] ?? null;
    if (share === null || (aggregation === 'geometric' && !bonus)) return null;
    return weight * share * (bonus ? 1 : factor);
  });
  const groups = aggregation === 'arithmetic' ? groupPoints(card, points, factor) : [];
  const base =
    aggregation === 'arithmetic' ? sumOf(card, points, groups) : (aggregate(shares, weights, 'geometric') ?? 0);
  const bonusSum = points.reduce<number>((sum, each, i) => sum + (items[i]?.bonus ? (each ?? 0) : 0), 0);
  const bonus = Math.min(card.bonusCap, bonusSum);
  return { score: base + bonus, base, bonus, bonusSum, factor, points, groups };
}

function shareOf(marks: number | null, full: number): number | null {
  return marks === null ? null : marks / full;
}

/** Limits are scaled as the weights of the group's items are: what is left out must not make a cap or a floor bite. */
function groupPoints({ groups, items }: Card, points: readonly (number | null)[], factor: number): GroupPoints[] {
  return [...groups].map(([id, { floor, cap }]) => {
    const own = items.flatMap((item, i) =>
      isOf(item, id) ? [{ weight: item.weight, points: points[i] ?? null }] : [],
    );
    const sum = total(own.map(each => each.points ?? 0));
    const present = total(own.map(({ weight, points: each }) => (each === null ? 0 : weight)));
    const scale = present === 0 ? 0 : (present / total(own.map(({ weight }) => weight))) * factor;
    const limits = { floor: floor * scale, cap: cap * scale };
    return { id, sum, ...limits, points: Math.max(limits.floor, Math.min(limits.cap, sum)) };
  });
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function isOf(item: Card['items'][number] | undefined, group: string | null): boolean {
  return item !== undefined && !item.bonus && item.group === group;
}

function sumOf({ items }: Card, points: readonly (number | null)[], groups: readonly GroupPoints[]): number {
  const alone = points.reduce<number>((sum, each, i) => sum + (isOf(items[i], null) ? (each ?? 0) : 0), 0);
  return groups.reduce((sum, group) => sum + group.points, alone);
}
