import { borda, entropyWeights, minMax, type MeanKind, rankRobustness, ranks, zScores } from '../stats/index.ts';
import type { Card, Normalisation } from './card.ts';
import { aggregate } from './score.ts';

/** Best and worst of ranks; 1 is the best. */
export interface RankSpan {
  readonly best: number;
  readonly worst: number;
}

/** What the scores of some areas depend on, beside their figures. */
export interface ChoiceEffects {
  /** Ways of scoring that were tried. */
  readonly scenarios: number;
  /** Items on which the areas do not differ: some normalisations drop them. */
  readonly dropped: readonly string[];
  /** For each area its lowest and highest score over the weights and aggregations, and its span of ranks over all ways. */
  readonly areas: readonly {
    readonly lowest: number;
    readonly highest: number;
    readonly ranks: RankSpan | null;
  }[];
}

/**
 * How far scores and ranks depend on choices that could as well have been made otherwise: each weight raised and lowered, equal
 * weights, weights by entropy, each item left out, the mean, the normalisation. `shares`: of each area and item, marks over full marks; null where left
 * out. Limits of groups and bonus items are no part of it.
 */
export function choiceEffects(
  card: Card,
  shares: readonly (readonly (number | null)[])[],
  scores: readonly number[],
): ChoiceEffects {
  const { items, sensitivity } = card;
  const base = items.flatMap(({ bonus }, i) => (bonus ? [] : [i]));
  const weights = base.map(i => items[i]?.weight ?? 0);
  const rows = shares.map(row => base.map(i => row[i] ?? null));
  const columns = base.map((_, at) => rows.map(row => row[at] ?? null));
  const byEntropy = entropyWeights(columns);
  const others = [...otherWeights(weights, sensitivity.weights), ...(byEntropy === null ? [] : [byEntropy])];
  const tried = sensitivity.normalisations.map(normalisation => {
    const scaled = columns.map(column => normalised(normalisation, column));
    // A z-score may be below 0, of which there is no geometric mean.
    const means: MeanKind[] = normalisation === 'z-scores' ? ['arithmetic'] : [...sensitivity.aggregations];
    const byArea = rows.map((_, area) => scaled.map(column => column[area] ?? null));
    const { leaveOneOut } = sensitivity;
    return rankRobustness(byArea, weights, { means, weights: others, leaveOneOut, missing: 'reweight' });
  });
  const own = ranks(scores);
  return {
    scenarios: tried.reduce((sum, { scenarios }) => sum + scenarios, 0),
    dropped: base.flatMap((i, at) => (new Set(columns[at]).size <= 1 ? (items[i]?.id ?? []) : [])),
    areas: rows.map((row, area) => {
      const over = [weights, ...others].flatMap(set => sensitivity.aggregations.map(kind => aggregate(row, set, kind)));
      const known = [...over.filter(score => score !== null), scores[area] ?? 0];
      const spans = tried.map(({ units }) => units[area] ?? null);
      return { lowest: Math.min(...known), highest: Math.max(...known), ranks: union(spans, own[area] ?? null) };
    }),
  };
}

/** The card's own rank is one of them: limits of groups and a bonus may have moved it. */
function union(spans: readonly (RankSpan | null)[], own: number | null): RankSpan | null {
  if (own === null) return null;
  const known = spans.filter(span => span !== null);
  if (known.length < spans.length) return null;
  return {
    best: Math.min(own, ...known.map(({ best }) => best)),
    worst: Math.max(own, ...known.map(({ worst }) => worst)),
  };
}

function otherWeights(weights: readonly number[], change: number): number[][] {
  const equal = weights.map(() => 1);
  if (change === 0) return [equal];
  const changed = weights.flatMap((_, at) =>
    [1 + change, 1 - change].map(factor => weights.map((weight, i) => (i === at ? weight * factor : weight))),
  );
  return [equal, ...changed];
}

/** Above 0 but for z-scores, so that a geometric mean is there. */
function normalised(normalisation: Normalisation, column: readonly (number | null)[]): (number | null)[] {
  if (normalisation === 'min-max') return minMax(column, 1, [1, 100]);
  if (normalisation === 'z-scores') return zScores(column);
  const plain = normalisation === 'borda' ? borda(column) : column.map(share => (share === null ? null : share * 99));
  return plain.map(value => (value === null ? null : value + 1));
}
