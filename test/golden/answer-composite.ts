import {
  borda,
  entropyWeights,
  minMax,
  rankRobustness,
  ranks,
  weightedMean,
  zScores,
  type Direction,
  type MeanKind,
} from '../../lib/stats/index.ts';
import type { GoldenCase, JsonObject } from './case.ts';
import { columns } from './inputs.ts';

export function composite({ inputs }: GoldenCase): JsonObject {
  const rows = inputs['x'] as number[][];
  const directions = inputs['direction'] as Direction[];
  const [weights] = columns(inputs, 'weights');
  const raw = weights.map((_, at) => rows.map(row => row[at] ?? null));
  const range = inputs['minmax_range'] as [number, number];
  const normalised = raw.map((column, at) => minMax(column, directions[at], range));
  const distances = raw.map((column, at) => zScores(column, directions[at]));
  const byUnit = (of: readonly (readonly (number | null)[])[]) =>
    rows.map((_, unit) => of.map(column => column[unit] ?? null));
  const scores = (kind: MeanKind) => byUnit(normalised).map(row => weightedMean(row, weights, kind));
  const robustness = rankRobustness(byUnit(normalised), weights);
  return {
    minmax: byUnit(normalised),
    zscore_sd_n_minus_1: byUnit(distances),
    borda: byUnit(raw.map((column, at) => borda(column, directions[at]))),
    arithmetic: scores('arithmetic'),
    geometric: scores('geometric'),
    harmonic: scores('harmonic'),
    zscore_arithmetic: byUnit(distances).map(row => weightedMean(row, weights)),
    rank_arithmetic: ranks(scores('arithmetic')),
    rank_geometric: ranks(scores('geometric')),
    entropy_weights: entropyWeights(raw, directions),
    rank_robustness: {
      n: robustness.scenarios,
      min: robustness.units.map(unit => unit?.best ?? null),
      median: robustness.units.map(unit => unit?.median ?? null),
      max: robustness.units.map(unit => unit?.worst ?? null),
    },
  };
}
