import { farrington, farringtonFlexible, type FarringtonPoint } from '../../lib/stats/index.ts';
import type { GoldenCase, JsonObject } from './case.ts';
import { columns, numbers } from './inputs.ts';

export function original({ inputs }: GoldenCase): JsonObject {
  const [counts, range, limit54] = columns(inputs, 'counts', 'range_1based', 'limit54');
  const [periodsAYear, years, halfWindow, alpha] = numbers(inputs, 'freq', 'b', 'w', 'alpha');
  const points = range.map(t =>
    farrington(counts, t - 1, {
      periodsAYear,
      years,
      halfWindow,
      alpha,
      trend: inputs['trend'] === true,
      reweight: inputs['reweight'] === true,
      power: inputs['powertrans'] as '2/3' | 'none',
      fewest: { cases: limit54[0] ?? 0, periods: limit54[1] ?? 0 },
    }),
  );
  return {
    // R's 0 stands for: too few cases to alarm on.
    upperbound: points.map(point => point && (point.upper ?? 0)),
    alarm: flags(points, 'alarm'),
    trend_used: flags(points, 'trend'),
  };
}

export function flexible({ inputs }: GoldenCase): JsonObject {
  const [counts, range, limit54] = columns(inputs, 'counts', 'range_1based', 'limit54');
  const [periodsAYear, years, halfWindow, seasons] = numbers(inputs, 'freq', 'b', 'w', 'noPeriods');
  const [leftOut, alpha, weightsAbove, trendBelow] = numbers(
    inputs,
    'pastWeeksNotIncluded',
    'alpha',
    'weightsThreshold',
    'pThresholdTrend',
  );
  const points = range.map(t =>
    farringtonFlexible(counts, t - 1, {
      periodsAYear,
      years,
      halfWindow,
      seasons,
      leftOut,
      alpha,
      trend: inputs['trend'] === true,
      trendBelow,
      weightsAbove: inputs['reweight'] === true ? weightsAbove : null,
      limit: inputs['thresholdMethod'] as 'delta' | 'nbPlugin' | 'muan',
      fewest: { cases: limit54[0] ?? 0, periods: limit54[1] ?? 0 },
    }),
  );
  const own = { alarm: flags(points, 'alarm'), trend_used: flags(points, 'trend') };
  return {
    ...own,
    clean: {
      ...own,
      upperbound: points.map(point => point?.upper ?? null),
      expected_mu: points.map(point => point?.expected ?? null),
    },
  };
}

function flags(points: readonly (FarringtonPoint | null)[], which: 'alarm' | 'trend'): number[] {
  return points.map(point => Number(point?.[which]));
}
