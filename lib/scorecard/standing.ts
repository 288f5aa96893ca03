import { quantile, ranks } from '../stats/index.ts';
import type { RankSpan } from './sensitivity.ts';

/** The third of the areas in which one lies, whatever was chosen and drawn; open: it cannot be told. */
export type Standing = 'upper' | 'middle' | 'lower' | 'open';

/** For each area the ranks between which 95 % of the draws of all areas lie. `draws`: an area each. */
export function drawnRanks(draws: readonly Float64Array[]): RankSpan[] {
  const length = draws[0]?.length ?? 0;
  const ofArea = draws.map(() => new Float64Array(length));
  for (let draw = 0; draw < length; draw++) {
    const order = ranks(draws.map(each => each[draw] ?? 0));
    for (const [area, rank] of order.entries()) ofArea[area]?.set([rank ?? 0], draw);
  }
  return ofArea
    .map(each => [...each])
    .map(all => ({ best: quantile(all, 0.025, 1) ?? 0, worst: quantile(all, 0.975, 1) ?? 0 }));
}

/** Both together: an area lies nowhere surely where either of them may move it. */
export function joint(one: RankSpan | null, other: RankSpan | null): RankSpan | null {
  if (one === null || other === null) return null;
  return { best: Math.min(one.best, other.best), worst: Math.max(one.worst, other.worst) };
}

/** Of fewer than 6 areas a third is an area or none, and nothing is said. */
export function standingOf(span: RankSpan | null, areas: number): Standing {
  if (span === null || areas < 6) return 'open';
  const third = Math.floor(areas / 3);
  if (span.worst <= third) return 'upper';
  if (span.best > areas - third) return 'lower';
  return span.best > third && span.worst <= areas - third ? 'middle' : 'open';
}
